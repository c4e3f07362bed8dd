-- Figures as data/figures.csv has them, in the order of the text.
SELECT * FROM figures
WHERE (bulletin_id, figure_id) IN (SELECT unnest($bulletin_ids), unnest($figure_ids))
ORDER BY bulletin_id, "start"
