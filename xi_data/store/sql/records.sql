-- Figures as data/figures.csv has them, in the order of the text.
SELECT * FROM figures
WHERE figure_id IN (SELECT unnest($figure_ids))
ORDER BY bulletin_id, "start"
