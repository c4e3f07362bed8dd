-- All figures, in the order of the text.
SELECT *
FROM described_figures
WHERE list_contains($bulletins, bulletin_id)
ORDER BY bulletin_id, "start"
