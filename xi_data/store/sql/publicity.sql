-- What was printed, aired and posted, and its clicks: with the whole that a figure is a part of,
-- and the figure that counts the same things in another unit.
SELECT described_figures.*, whole_id, same_as_id
FROM described_figures
LEFT JOIN (
    SELECT
        bulletin_id,
        figure_id,
        min(other_id) FILTER (relation = 'part_of') AS whole_id,
        min(other_id) FILTER (relation = 'same_thing_in_other_unit') AS same_as_id
    FROM relations
    WHERE bulletin_id IN (SELECT unnest($bulletins))
    GROUP BY ALL
) USING (bulletin_id, figure_id)
WHERE bulletin_id IN (SELECT unnest($bulletins))
  AND topic = 'publicity'
  AND (len($group) = 0 OR category_group IN (SELECT unnest($group)))
  AND (len($unit) = 0 OR unit IN (SELECT unnest($unit)))
ORDER BY bulletin_id, "start"
