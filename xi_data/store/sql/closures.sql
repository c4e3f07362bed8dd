-- Venues shut, one row per printed figure: groups by their sum, types by their number.
SELECT
    *,
    sum("value") OVER (PARTITION BY category_group) AS group_value,
    count(*) OVER (PARTITION BY category_group) AS group_figures
FROM described_figures
WHERE topic = 'closure'
  AND (len($group) = 0 OR category_group IN (SELECT unnest($group)))
  AND (len($type) = 0 OR category IN (SELECT unnest($type)))
  AND "value" >= $least
ORDER BY group_value DESC, category_group, "value" DESC, "start"
