-- How many figures each choice of each facet would give, the other facets' choices in force.
WITH matched AS (
    SELECT
        described_figures.*,
        coalesce(as_of_basis, 'none') AS dated,
        len($family) = 0 OR family IN (SELECT unnest($family)) AS in_family,
        len($wording) = 0 OR qualifier IN (SELECT unnest($wording)) AS in_wording,
        len($status) = 0 OR coalesce(status IN (SELECT unnest($status)), false) AS in_status,
        len($unit) = 0 OR unit IN (SELECT unnest($unit)) AS in_unit,
        len($section) = 0 OR section IN (SELECT unnest($section)) AS in_section,
        len($dated) = 0 OR coalesce(as_of_basis, 'none') IN (SELECT unnest($dated)) AS in_dated
    FROM described_figures
    JOIN figure_search USING (figure_id)
    WHERE len(list_filter($terms, lambda term: NOT contains(search_text, term))) = 0
)
SELECT 'family' AS facet, family AS choice,
    count(*) FILTER (in_wording AND in_status AND in_unit AND in_section AND in_dated) AS figures
FROM matched GROUP BY family
UNION ALL
SELECT 'wording', qualifier,
    count(*) FILTER (in_family AND in_status AND in_unit AND in_section AND in_dated)
FROM matched GROUP BY qualifier
UNION ALL
SELECT 'status', status,
    count(*) FILTER (in_family AND in_wording AND in_unit AND in_section AND in_dated)
FROM matched WHERE status IS NOT NULL GROUP BY status
UNION ALL
SELECT 'unit', unit,
    count(*) FILTER (in_family AND in_wording AND in_status AND in_section AND in_dated)
FROM matched GROUP BY unit
UNION ALL
SELECT 'section', section,
    count(*) FILTER (in_family AND in_wording AND in_status AND in_unit AND in_dated)
FROM matched GROUP BY section
UNION ALL
SELECT 'dated', dated,
    count(*) FILTER (in_family AND in_wording AND in_status AND in_unit AND in_section)
FROM matched GROUP BY dated
