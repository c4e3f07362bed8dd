-- Figures of some topics, and of categories that belong to them in part.
SELECT *
FROM described_figures
WHERE bulletin_id IN (SELECT unnest($bulletins))
  AND (topic IN (SELECT unnest($topics)) OR category IN (SELECT unnest($categories)))
  AND (len($topic) = 0 OR topic IN (SELECT unnest($topic)))
  AND (len($group) = 0 OR category_group IN (SELECT unnest($group)))
  AND (len($type) = 0 OR category IN (SELECT unnest($type)))
  AND (len($status) = 0 OR status IN (SELECT unnest($status)))
  AND (len($unit) = 0 OR unit IN (SELECT unnest($unit)))
  AND (len($section) = 0 OR section IN (SELECT unnest($section)))
  AND ($least = 0 OR "value" >= $least)
ORDER BY bulletin_id, "start"
