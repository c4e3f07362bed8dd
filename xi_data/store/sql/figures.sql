-- Figures that meet every facet of which something is chosen. With search terms, those come first
-- whose category or counted noun is called so, then those where words begin so; otherwise and
-- among equals the order of the text.
WITH chosen AS (
    SELECT DISTINCT unnest($chosen_facets) AS facet, unnest($chosen_choices) AS choice
),
met AS (
    SELECT bulletin_id, figure_id
    FROM figure_choices
    JOIN chosen USING (facet, choice)
    WHERE list_contains($bulletins, bulletin_id)
    GROUP BY ALL
    HAVING count(DISTINCT facet) = (SELECT count(DISTINCT facet) FROM chosen)
),
found AS (
    SELECT
        bulletin_id,
        figure_id,
        len(list_filter($terms, lambda term:
            NOT regexp_matches(name_text, '(^|\n)(.* )?' || regexp_escape(term) || 's?($|\n)')
        )) AS unnamed,
        len(list_filter($terms, lambda term:
            NOT regexp_matches(search_text, '(^|[^a-z0-9])' || regexp_escape(term))
        )) AS inside
    FROM figure_search
    WHERE list_contains($bulletins, bulletin_id)
      AND len($terms) > 0
      AND len(list_filter($terms, lambda term: NOT contains(search_text, term))) = 0
)
SELECT described_figures.*
FROM described_figures
LEFT JOIN found USING (bulletin_id, figure_id)
WHERE list_contains($bulletins, bulletin_id)
  AND (len($chosen_facets) = 0 OR (bulletin_id, figure_id) IN (SELECT (bulletin_id, figure_id) FROM met))
  AND (len($terms) = 0 OR found.figure_id IS NOT NULL)
ORDER BY unnamed, inside, bulletin_id, "start"
