-- What was printed, aired and posted, and its clicks: with the whole that a figure is a part of,
-- and the figure that counts the same things in another unit.
SELECT
    described_figures.*,
    (SELECT min(other_id) FROM relations
     WHERE relations.figure_id = described_figures.figure_id
       AND relation = 'part_of') AS whole_id,
    (SELECT min(other_id) FROM relations
     WHERE relations.figure_id = described_figures.figure_id
       AND relation = 'same_thing_in_other_unit') AS same_as_id
FROM described_figures
WHERE topic = 'publicity'
  AND (len($group) = 0 OR category_group IN (SELECT unnest($group)))
  AND (len($unit) = 0 OR unit IN (SELECT unnest($unit)))
ORDER BY "start"
