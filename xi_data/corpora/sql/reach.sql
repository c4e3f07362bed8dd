-- In which files rows meet the condition, and from which to which of their rows.
SELECT file, min("row") AS "first", max("row") + 1 AS "end"
FROM index
WHERE {condition}
GROUP BY file
ORDER BY file
