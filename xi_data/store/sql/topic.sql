-- Figures of some topics, and of categories that belong to them in part.
SELECT *
FROM described_figures
WHERE list_contains($bulletins, bulletin_id)
  AND (list_contains($topics, topic) OR list_contains($categories, category))
  AND (len($topic) = 0 OR list_contains($topic, topic))
  AND (len($group) = 0 OR list_contains($group, category_group))
  AND (len($category) = 0 OR list_contains($category, category))
  AND (len($status) = 0 OR list_contains($status, status))
  AND (len($unit) = 0 OR list_contains($unit, unit))
  AND (len($section) = 0 OR list_contains($section, section))
  AND ($least = 0 OR "value" >= $least)
ORDER BY bulletin_id, "start"
