-- Who ran the response, where, and by which rules of time. A count that the text repeats is one
-- count: the first of its figures in view stands for it, or the one that conflicts with another.
WITH RECURSIVE repeated AS (
    SELECT figure_id, figure_id AS first_id, 0 AS steps FROM figures
    UNION ALL
    SELECT repeated.figure_id, relations.other_id, steps + 1
    FROM repeated
    JOIN relations ON relations.figure_id = repeated.first_id AND relation = 'restates'
),
counted AS (
    SELECT figure_id, arg_max(first_id, steps) AS first_id FROM repeated GROUP BY figure_id
),
printings AS (
    SELECT first_id, count(*) AS printings FROM counted GROUP BY first_id
),
conflicts AS (
    SELECT figure_id, min(other_id) AS conflict_id
    FROM (
        SELECT figure_id, other_id FROM relations WHERE relation = 'conflicts_with'
        UNION ALL
        SELECT other_id, figure_id FROM relations WHERE relation = 'conflicts_with'
    )
    GROUP BY figure_id
)
SELECT
    described_figures.*,
    counted.first_id,
    counted.first_id <> figure_id AS repeats,
    printings.printings,
    conflicts.conflict_id,
    row_number() OVER (
        PARTITION BY counted.first_id ORDER BY conflicts.conflict_id IS NULL, "start"
    ) = 1 AS stands
FROM described_figures
JOIN counted USING (figure_id)
JOIN printings USING (first_id)
LEFT JOIN conflicts USING (figure_id)
WHERE topic IN ('organisation', 'community', 'checkpoint', 'schedule')
  AND (len($topic) = 0 OR topic IN (SELECT unnest($topic)))
  AND (len($unit) = 0 OR unit IN (SELECT unnest($unit)))
  AND (len($section) = 0 OR section IN (SELECT unnest($section)))
ORDER BY "start"
