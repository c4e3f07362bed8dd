-- Figures that meet every facet of which something is chosen, and have every search term and one of
-- each list of variants: first those whose category or counted noun is called so; among equals, and without
-- terms, the order of the text. Rows of figure_search stand as those of described_figures do.
SELECT described_figures.*
FROM described_figures
JOIN (
    SELECT
        rowid AS place,
        len(list_filter($names, lambda name: contains(name_text, name))) AS called
    FROM figure_search
    WHERE list_contains($bulletins, bulletin_id)
      AND (len($chosen) = 0 OR len(list_filter($chosen, lambda one: NOT list_has_any(choices, one))) = 0)
      AND (len($terms) = 0 OR len(list_filter($terms, lambda term: NOT contains(search_text, term))) = 0)
      AND (len($variants) = 0 OR len(list_filter($variants, lambda forms: len(list_filter(forms, lambda form: contains(search_text, form))) = 0)) = 0)
) ON place = described_figures.rowid
ORDER BY called DESC, place
