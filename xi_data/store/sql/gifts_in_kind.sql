-- Goods given, by unit and status; their estimated value in money is no good and is left out.
SELECT *, max("value") OVER (PARTITION BY unit) AS scale
FROM described_figures
WHERE topic = 'donation' AND category = 'in_kind' AND kind = 'quantity'
ORDER BY "start"
