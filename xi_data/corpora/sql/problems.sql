-- Kinds of failures: what their sentences begin with.
SELECT trim(regexp_extract(problem, '^[^,;:(]*')) AS problem, count(*) AS documents
FROM failures
GROUP BY ALL
ORDER BY documents DESC, problem
