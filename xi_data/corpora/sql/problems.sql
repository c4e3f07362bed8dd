-- Kinds of failures, most frequent first.
SELECT kind, count(*) AS documents
FROM failures
GROUP BY ALL
ORDER BY documents DESC, kind
