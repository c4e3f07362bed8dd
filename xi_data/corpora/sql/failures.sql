-- A page of what could not be read, of one kind or of all.
SELECT source, "row", bulletin_id, problem
FROM failures
WHERE $problem = '' OR trim(regexp_extract(problem, '^[^,;:(]*')) = $problem
LIMIT $most OFFSET $first
