-- What exact figures of several documents give alike; those of most documents.
SELECT topic, category, status, unit, count(DISTINCT document) AS documents, count(*) AS "exact"
FROM index
WHERE category IS NOT NULL AND unit <> 'date' AND "value" IS NOT NULL AND wording = 'exact'
GROUP BY ALL
HAVING documents > 1
ORDER BY documents DESC, topic, category, status, unit
LIMIT 500
