-- Relations between two of these figures, as data/relations.csv has them and in its order.
SELECT * FROM relations
WHERE figure_id IN (SELECT unnest($figure_ids)) AND other_id IN (SELECT unnest($figure_ids))
ORDER BY rowid
