-- How many figures each choice of each facet would give, the other facets' choices in force: a
-- figure counts where it misses no facet, or only the one that the choice is of.
WITH chosen AS (
    SELECT DISTINCT unnest($chosen_facets) AS facet, unnest($chosen_choices) AS choice
),
choices AS (
    SELECT *
    FROM figure_choices
    WHERE list_contains($bulletins, bulletin_id)
      AND (len($terms) = 0 OR (bulletin_id, figure_id) IN (
          SELECT (bulletin_id, figure_id)
          FROM figure_search
          WHERE list_contains($bulletins, bulletin_id)
            AND len(list_filter($terms, lambda term: NOT contains(search_text, term))) = 0
      ))
),
met AS (
    SELECT bulletin_id, figure_id, count(DISTINCT facet) AS facets
    FROM choices
    JOIN chosen USING (facet, choice)
    GROUP BY ALL
)
SELECT
    facet,
    choice,
    count(*) FILTER (
        coalesce(met.facets, 0) + (
            facet IN (SELECT facet FROM chosen)
            AND (facet, choice) NOT IN (SELECT (facet, choice) FROM chosen)
        )::INTEGER = (SELECT count(DISTINCT facet) FROM chosen)
    ) AS figures
FROM choices
LEFT JOIN met USING (bulletin_id, figure_id)
GROUP BY ALL
