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
WITH given AS (
    SELECT
        described_figures.*,
        concat_ws('.', topic, category, coalesce(status, ''), unit) AS indicator,
        coalesce(as_of, published) AS day,
        place_short_en,
        place_short_zh,
        CASE
            WHEN as_of IS NOT NULL AND as_of_basis IN ('stated', 'event') THEN as_of_basis
            WHEN published IS NOT NULL THEN 'published'
            ELSE 'undated'
        END AS dating
    FROM described_figures
    JOIN described_bulletins USING (bulletin_id)
    WHERE list_contains($bulletins, described_figures.bulletin_id)
      AND category IS NOT NULL AND unit <> 'unspecified' AND kind <> 'date'
),
inner_parts AS (
    SELECT DISTINCT part.bulletin_id, part.figure_id
    FROM relations
    JOIN given AS part USING (bulletin_id, figure_id)
    JOIN given AS whole ON whole.bulletin_id = part.bulletin_id AND whole.figure_id = other_id
    WHERE relation = 'part_of' AND part.indicator = whole.indicator
),
flawed AS (
    SELECT
        given.*,
        CASE
            WHEN repeats OR inner_parts.figure_id IS NOT NULL THEN 'within'
            WHEN "value" IS NULL THEN 'wordless'
            WHEN reading = 'machine' AND regexp_matches(unsure, '\b(topic|category|status|unit)\b')
                THEN 'doubtful'
            WHEN status IS NULL AND topic NOT IN ('organisation', 'community', 'schedule', 'other')
                THEN 'no_status'
        END AS flaw
    FROM given
    LEFT JOIN inner_parts USING (bulletin_id, figure_id)
),
lined AS (
    SELECT
        *,
        count(DISTINCT bulletin_id) FILTER (flaw IS NULL AND dating IN ('stated', 'published'))
            OVER of_indicator AS on_days,
        count(DISTINCT bulletin_id) FILTER (flaw IS NULL AND dating IN ('event', 'published'))
            OVER of_indicator AS of_events,
        count(DISTINCT bulletin_id) FILTER (flaw IS NULL AND dating IN ('undated', 'published'))
            OVER of_indicator AS of_no_day
    FROM flawed
    WINDOW of_indicator AS (PARTITION BY indicator)
),
placed AS (
    SELECT
        * EXCLUDE (on_days, of_events, of_no_day),
        CASE
            WHEN on_days >= of_events AND on_days >= of_no_day THEN 'stated'
            WHEN of_events >= of_no_day THEN 'event'
            ELSE 'undated'
        END AS line
    FROM lined
),
judged AS (
    SELECT
        * EXCLUDE (flaw, line),
        CASE
            WHEN flaw IS NOT NULL THEN flaw
            WHEN dating IN ('published', line) THEN NULL
            WHEN 'undated' IN (dating, line) THEN 'undated'
            ELSE 'bases'
        END AS against
    FROM placed
),
counted AS (
    SELECT
        *,
        count(DISTINCT bulletin_id) FILTER (against IS NULL) OVER (PARTITION BY indicator)
            AS bulletins
    FROM judged
)
SELECT *
FROM (
    SELECT
        * EXCLUDE (against),
        IF(against IS NULL AND bulletins < 2, 'alone', against) AS reason
    FROM counted
)
WHERE true
  AND ($compared = 0 OR reason IS NULL)
  AND (len($indicator) = 0 OR indicator = $indicator)
ORDER BY bulletins DESC, indicator, "value" DESC, bulletin_id, "start"
