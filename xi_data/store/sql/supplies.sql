-- Supplies, one row per printed figure, with the largest value of its kind of unit as the scale.
SELECT *, max("value") OVER (PARTITION BY dimension) AS scale
FROM described_figures
WHERE topic = 'supply'
  AND (len($group) = 0 OR category_group IN (SELECT unnest($group)))
  AND (len($status) = 0 OR status IN (SELECT unnest($status)))
  AND (len($unit) = 0 OR unit IN (SELECT unnest($unit)))
ORDER BY "start"
