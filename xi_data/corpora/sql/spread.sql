-- One indicator for each place or month; hedged figures are counted apart.
SELECT
    "{by}" AS "group",
    count(DISTINCT document) AS documents,
    count(*) FILTER (wording = 'exact') AS "exact",
    count(*) FILTER (wording <> 'exact') AS hedged,
    median("value") FILTER (wording = 'exact') AS "median",
    quantile_cont("value", 0.25) FILTER (wording = 'exact') AS lower,
    quantile_cont("value", 0.75) FILTER (wording = 'exact') AS upper,
    min("value") FILTER (wording = 'exact') AS low,
    max("value") FILTER (wording = 'exact') AS high
FROM index
WHERE topic = $topic AND category = $category AND unit = $unit AND status IS NOT DISTINCT FROM $status AND "value" IS NOT NULL AND "{by}" IS NOT NULL
GROUP BY ALL
ORDER BY {order}
LIMIT 2000
