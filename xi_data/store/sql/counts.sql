-- How many figures each choice of each facet would give, the other facets' choices in force: a
-- figure counts where it misses no facet, or only the one that the choice is of.
WITH found AS (
    SELECT
        unnest(choices) AS choice,
        list_filter(
            $chosen::VARCHAR[][], lambda any_of: NOT list_has_any(choices, any_of)
        ) AS missed
    FROM figure_search
    WHERE list_contains($bulletins, bulletin_id)
      AND (len($terms) = 0 OR len(list_filter($terms, lambda term: NOT contains(search_text, term))) = 0)
      AND (len($variants) = 0 OR len(list_filter($variants, lambda forms: len(list_filter(forms, lambda form: contains(search_text, form))) = 0)) = 0)
)
SELECT
    split_part(choice, '=', 1) AS facet,
    substr(choice, strpos(choice, '=') + 1) AS choice,
    count(*) FILTER (
        len(missed) = 0
        OR (len(missed) = 1 AND split_part(missed[1][1], '=', 1) = split_part(choice, '=', 1))
    ) AS figures
FROM found
GROUP BY ALL
