-- How many figures of each family of topics each bulletin has.
SELECT bulletin_id, family, count(*) AS figures
FROM described_figures
WHERE list_contains($bulletins, bulletin_id)
GROUP BY ALL
ORDER BY ALL
