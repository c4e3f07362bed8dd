-- Goods given, by unit and status; their estimated value in money is no good and is left out.
SELECT *, max("value") OVER (PARTITION BY bulletin_id, unit) AS scale
FROM described_figures
WHERE list_contains($bulletins, bulletin_id)
  AND topic = 'donation' AND category = 'in_kind' AND kind = 'quantity'
ORDER BY bulletin_id, "start"
