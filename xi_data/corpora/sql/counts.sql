-- Figures of each choice of each facet that is counted under one condition, and of all.
SELECT {columns}, grouping({columns}) AS apart, count(*) AS figures
FROM index
WHERE {condition}
GROUP BY GROUPING SETS ({sets})
