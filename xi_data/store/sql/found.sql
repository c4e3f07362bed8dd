-- Figures that meet every facet of which something is chosen and have every search term: first those
-- whose category or counted noun is called so, then those where words begin so; among equals, and
-- without terms, the order of the text.
WITH matches AS (
    SELECT
        bulletin_id,
        figure_id,
        len(list_filter($terms, lambda term:
            NOT regexp_matches(name_text, '(^|\n)(.* )?' || regexp_escape(term) || 's?($|\n)')
        )) AS not_called,
        len(list_filter($terms, lambda term:
            NOT regexp_matches(search_text, '(^|[^a-z0-9])' || regexp_escape(term))
        )) AS not_begun
    FROM figure_search
    WHERE list_contains($bulletins, bulletin_id)
      AND (len($chosen) = 0 OR len(list_filter($chosen, lambda one: NOT list_has_any(choices, one))) = 0)
      AND (len($terms) = 0 OR len(list_filter($terms, lambda term: NOT contains(search_text, term))) = 0)
)
SELECT described_figures.*
FROM described_figures
JOIN matches USING (bulletin_id, figure_id)
ORDER BY not_called, not_begun, bulletin_id, "start"
