-- Figures that several bulletins may give alike: an indicator is topic, category, status and unit.
-- reason: why a figure cannot stand beside the others of its indicator, NULL where it can.
--   within      it repeats another one of the indicator, or is a part of it
--   wordless    it has no number
--   doubtful    a machine read it, and nothing near says its topic, category, status or unit
--   no_status   no status, where the topic needs one: a stock is not what was bought
--   bases       it holds for a day and the others for what happened on a day, or the reverse
--   undated     nothing dates it where their own text dates others, or the reverse
--   alone       no other bulletin has one that could stand beside it
-- What its text dates is not set beside what nothing dates: there, time matters. So the figures
-- that stand beside each other are on one line: those of which most bulletins have some.
WITH lines AS (
    SELECT
        indicator,
        greatest(on_days, of_events, of_no_day) AS bulletins,
        CASE
            WHEN on_days >= of_events AND on_days >= of_no_day THEN 'stated'
            WHEN of_events >= of_no_day THEN 'event'
            ELSE 'undated'
        END AS line
    FROM (
        SELECT
            indicator,
            count(DISTINCT bulletin_id) FILTER (dating IN ('stated', 'published')) AS on_days,
            count(DISTINCT bulletin_id) FILTER (dating IN ('event', 'published')) AS of_events,
            count(DISTINCT bulletin_id) FILTER (dating IN ('undated', 'published')) AS of_no_day
        FROM (
            SELECT indicator, bulletin_id, IF(flaw IS NULL, dating, '') AS dating
            FROM comparable
            WHERE list_contains($bulletins, bulletin_id)
        )
        GROUP BY indicator
    )
),
reasoned AS (
    SELECT
        comparable.* EXCLUDE (flaw),
        bulletins,
        CASE
            WHEN flaw IS NOT NULL THEN flaw
            WHEN dating NOT IN ('published', line)
                THEN IF('undated' IN (dating, line), 'undated', 'bases')
            WHEN bulletins < 2 THEN 'alone'
        END AS reason
    FROM comparable
    JOIN lines USING (indicator)
    WHERE list_contains($bulletins, bulletin_id)
)
SELECT
    described_figures.*,
    reasoned.* EXCLUDE (bulletin_id, figure_id),
    place_short_en,
    place_short_zh
FROM described_figures
JOIN reasoned USING (bulletin_id, figure_id)
JOIN described_bulletins USING (bulletin_id)
WHERE true
  AND ($compared = 0 OR reason IS NULL)
  AND (len($indicator) = 0 OR indicator = $indicator)
ORDER BY bulletins DESC, indicator, "value" DESC, bulletin_id, "start"
