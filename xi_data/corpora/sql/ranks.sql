-- The first of an order's values that reaches a row, and how many rows stand before it.
WITH tally AS (SELECT "{by}" AS "from", count(*) AS figures FROM index WHERE {condition} GROUP BY ALL),
summed AS (
    SELECT "from", figures, sum(figures) OVER (ORDER BY {order}) - figures AS before
    FROM (SELECT *, "from" AS "{by}" FROM tally)
)
SELECT "from", before::BIGINT AS before
FROM summed
WHERE before <= $first AND $first < before + figures
