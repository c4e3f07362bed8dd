-- What was published, aired and posted, and its clicks: with the number that a figure is a part of
-- or listed after, and the figure that counts the same things in another unit.
SELECT described_figures.*, whole_id, same_as_id
FROM described_figures
LEFT JOIN (
    SELECT
        bulletin_id,
        figure_id,
        min(other_id) FILTER (relation IN ('part_of', 'listed_after')) AS whole_id,
        min(other_id) FILTER (relation = 'same_thing_in_other_unit') AS same_as_id
    FROM relations
    WHERE list_contains($bulletins, bulletin_id)
    GROUP BY ALL
) USING (bulletin_id, figure_id)
WHERE list_contains($bulletins, bulletin_id)
  AND topic = 'publicity'
  AND (len($group) = 0 OR list_contains($group, category_group))
  AND (len($unit) = 0 OR list_contains($unit, unit))
ORDER BY bulletin_id, "start"
