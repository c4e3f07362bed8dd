-- Figures of each power of ten, of those that meet a condition and are above zero.
SELECT floor(log10("value"))::INTEGER AS decade, count(*) AS figures
FROM index
WHERE {condition} AND "value" > 0
GROUP BY decade
ORDER BY decade
