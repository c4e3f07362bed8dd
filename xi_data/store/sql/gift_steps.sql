-- One gift of money that a bulletin reports at several dates: a row a date, with the gift.
SELECT described_figures.*, gift_dates.* EXCLUDE (bulletin_id, figure_id)
FROM described_figures
JOIN gift_dates USING (bulletin_id, figure_id)
WHERE list_contains($bulletins, bulletin_id)
ORDER BY bulletin_id, "start"
