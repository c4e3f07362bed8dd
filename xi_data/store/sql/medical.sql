-- Facilities, beds, rooms and staff, one row per printed figure: within a unit the largest first.
SELECT *, min("start") OVER (PARTITION BY unit) AS unit_start
FROM described_figures
WHERE topic = 'medical'
  AND (len($group) = 0 OR category_group IN (SELECT unnest($group)))
  AND (len($status) = 0 OR status IN (SELECT unnest($status)))
  AND (len($unit) = 0 OR unit IN (SELECT unnest($unit)))
ORDER BY unit = 'institution', unit_start, "value" DESC, "start"
