-- Relations between two of these figures, as data/relations.csv has them and in its order.
WITH asked AS (
    SELECT unnest($bulletin_ids) AS bulletin_id, unnest($figure_ids) AS figure_id
)
SELECT * FROM relations
WHERE (bulletin_id, figure_id) IN (SELECT bulletin_id, figure_id FROM asked)
  AND (bulletin_id, other_id) IN (SELECT bulletin_id, figure_id FROM asked)
ORDER BY rowid
