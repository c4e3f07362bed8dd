-- What is derived from the tables of data/ when the database is built, so that a question joins
-- little. No derived table has a key or a constraint: that tells it from a table of data/.
-- A column that is one of the described table has its comment from there.

-- Figures that restate one another, however they are chained, print one count.
CREATE TABLE described_figures AS
WITH RECURSIVE repetitions AS (
    SELECT bulletin_id, figure_id, other_id, basis FROM relations WHERE relation = 'restates'
    UNION ALL
    SELECT bulletin_id, other_id, figure_id, basis FROM relations WHERE relation = 'restates'
),
same_count AS (
    SELECT bulletin_id, figure_id, figure_id AS same_id FROM figures
    UNION
    SELECT same_count.bulletin_id, same_count.figure_id, repetitions.other_id
    FROM same_count
    JOIN repetitions
        ON repetitions.bulletin_id = same_count.bulletin_id
        AND repetitions.figure_id = same_count.same_id
),
printed AS (
    SELECT
        same_count.bulletin_id,
        same_count.figure_id,
        arg_min(same_id, figures."start") AS first_id,
        count(DISTINCT same_id) AS printings,
        min(basis) AS repeats_basis  -- inferred comes before printed
    FROM same_count
    JOIN figures ON figures.bulletin_id = same_count.bulletin_id AND figures.figure_id = same_id
    LEFT JOIN repetitions
        ON repetitions.bulletin_id = same_count.bulletin_id AND repetitions.figure_id = same_id
    GROUP BY ALL
),
conflicts AS (
    SELECT bulletin_id, figure_id, min(other_id) AS conflict_id, min(basis) AS conflict_basis
    FROM (
        SELECT bulletin_id, figure_id, other_id, basis
        FROM relations
        WHERE relation = 'conflicts_with'
        UNION ALL
        SELECT bulletin_id, other_id, figure_id, basis
        FROM relations
        WHERE relation = 'conflicts_with'
    )
    GROUP BY ALL
)
SELECT
    figures.*,
    row_number() OVER (PARTITION BY figures.bulletin_id ORDER BY figures."start") AS position,
    topics.family,
    topics.label_en AS topic_label_en,
    topics.label_zh AS topic_label_zh,
    families.colour,
    families.icon,
    families.label_en AS family_label_en,
    families.label_zh AS family_label_zh,
    coalesce(groups.category, categories.category) AS category_group,
    coalesce(groups.label_en, categories.label_en) AS group_label_en,
    coalesce(groups.label_zh, categories.label_zh) AS group_label_zh,
    categories.label_en AS category_label_en,
    categories.label_zh AS category_label_zh,
    statuses.label_en AS status_label_en,
    statuses.label_zh AS status_label_zh,
    CASE WHEN figures.qualifier = 'exact' THEN '' ELSE qualifiers.sign END AS sign,
    qualifiers.label_en AS qualifier_label_en,
    qualifiers.label_zh AS qualifier_label_zh,
    figures.kind <> 'date' AND qualifiers.open_below AS open_below,
    figures.kind <> 'date' AND qualifiers.open_above AS open_above,
    CASE WHEN figures."value" = 1 THEN units.label_en ELSE units.plural_en END AS unit_label_en,
    units.label_zh AS unit_label_zh,
    units.definition_en AS unit_definition_en,
    units.definition_zh AS unit_definition_zh,
    units.dimension,
    sections.label_en AS section_label_en,
    sections.label_zh AS section_label_zh,
    paragraphs.label_en AS paragraph_label_en,
    paragraphs.label_zh AS paragraph_label_zh,
    as_of_bases.label_en AS basis_label_en,
    as_of_bases.label_zh AS basis_label_zh,
    obs_statuses.label_en AS obs_label_en,
    obs_statuses.label_zh AS obs_label_zh,
    figures.obs_status IS NOT DISTINCT FROM 'W' AS composite,
    printed.first_id,
    printed.first_id <> figures.figure_id AS repeats,
    printed.printings,
    printed.repeats_basis,
    conflicts.conflict_id,
    conflicts.conflict_basis
FROM figures
JOIN printed USING (bulletin_id, figure_id)
LEFT JOIN conflicts USING (bulletin_id, figure_id)
JOIN topics USING (topic)
JOIN families USING (family)
LEFT JOIN categories ON categories.category = figures.category
LEFT JOIN categories AS groups ON groups.category = categories.parent
LEFT JOIN statuses ON statuses.status = figures.status
JOIN qualifiers ON qualifiers.qualifier = figures.qualifier
JOIN units ON units.unit = figures.unit
LEFT JOIN sections ON sections.section = figures.section
JOIN paragraphs
    ON paragraphs.bulletin_id = figures.bulletin_id AND paragraphs.paragraph = figures.paragraph
LEFT JOIN as_of_bases ON as_of_bases.as_of_basis = figures.as_of_basis
LEFT JOIN obs_statuses ON obs_statuses.obs_status = figures.obs_status
ORDER BY figures.bulletin_id, figures."start";
COMMENT ON TABLE described_figures IS 'Figures with the names of all their codes in both languages';
COMMENT ON COLUMN described_figures.position IS 'Place among the figures of its bulletin, from 1';
COMMENT ON COLUMN described_figures.family IS 'Family of its topic';
COMMENT ON COLUMN described_figures.topic_label_en IS 'Name of its topic in English';
COMMENT ON COLUMN described_figures.topic_label_zh IS 'Name of its topic in Simplified Chinese';
COMMENT ON COLUMN described_figures.colour IS 'Named colour of its family';
COMMENT ON COLUMN described_figures.icon IS 'Material symbol of its family';
COMMENT ON COLUMN described_figures.family_label_en IS 'Name of its family in English';
COMMENT ON COLUMN described_figures.family_label_zh IS 'Name of its family in Simplified Chinese';
COMMENT ON COLUMN described_figures.category_group IS
    'Group of its category, or the category where that is a group';
COMMENT ON COLUMN described_figures.group_label_en IS 'Name of that group in English';
COMMENT ON COLUMN described_figures.group_label_zh IS 'Name of that group in Simplified Chinese';
COMMENT ON COLUMN described_figures.category_label_en IS 'Name of its category in English';
COMMENT ON COLUMN described_figures.category_label_zh IS 'Name of its category in Simplified Chinese';
COMMENT ON COLUMN described_figures.status_label_en IS 'Name of its status in English';
COMMENT ON COLUMN described_figures.status_label_zh IS 'Name of its status in Simplified Chinese';
COMMENT ON COLUMN described_figures.sign IS 'Sign of its qualifier; empty for exact';
COMMENT ON COLUMN described_figures.qualifier_label_en IS 'Name of its qualifier in English';
COMMENT ON COLUMN described_figures.qualifier_label_zh IS
    'Name of its qualifier in Simplified Chinese';
COMMENT ON COLUMN described_figures.open_below IS
    'Whether its wording leaves the lower end open; false for a date';
COMMENT ON COLUMN described_figures.open_above IS
    'Whether its wording leaves the upper end open; false for a date';
COMMENT ON COLUMN described_figures.unit_label_en IS
    'Name of its unit in English, singular for one';
COMMENT ON COLUMN described_figures.unit_label_zh IS 'Name of its unit in Simplified Chinese';
COMMENT ON COLUMN described_figures.unit_definition_en IS 'Meaning of its unit in English';
COMMENT ON COLUMN described_figures.unit_definition_zh IS
    'Meaning of its unit in Simplified Chinese';
COMMENT ON COLUMN described_figures.dimension IS 'Dimension of its unit';
COMMENT ON COLUMN described_figures.section_label_en IS 'Name of its section in English';
COMMENT ON COLUMN described_figures.section_label_zh IS 'Name of its section in Simplified Chinese';
COMMENT ON COLUMN described_figures.paragraph_label_en IS 'Subject of its paragraph in English';
COMMENT ON COLUMN described_figures.paragraph_label_zh IS
    'Subject of its paragraph in Simplified Chinese';
COMMENT ON COLUMN described_figures.basis_label_en IS 'How it is dated, in English';
COMMENT ON COLUMN described_figures.basis_label_zh IS 'How it is dated, in Simplified Chinese';
COMMENT ON COLUMN described_figures.obs_label_en IS 'Its observation status in English';
COMMENT ON COLUMN described_figures.obs_label_zh IS 'Its observation status in Simplified Chinese';
COMMENT ON COLUMN described_figures.composite IS 'Whether one figure counts several kinds';
COMMENT ON COLUMN described_figures.first_id IS 'Figure that gives the same count first';
COMMENT ON COLUMN described_figures.repeats IS 'Whether another figure gives it first';
COMMENT ON COLUMN described_figures.printings IS 'How many figures give the count';
COMMENT ON COLUMN described_figures.repeats_basis IS
    'Whether the text says that they give one count, or we infer it';
COMMENT ON COLUMN described_figures.conflict_id IS 'Figure that gives another number of one thing';
COMMENT ON COLUMN described_figures.conflict_basis IS
    'Whether the text says that both count one thing, or we infer it';

CREATE TABLE described_paragraphs AS
SELECT
    paragraphs.*,
    sections.label_en AS section_label_en,
    sections.label_zh AS section_label_zh,
    coalesce(printed.figures, 0) AS figures
FROM paragraphs
LEFT JOIN sections USING (section)
LEFT JOIN (
    SELECT bulletin_id, paragraph, count(*) AS figures FROM figures GROUP BY ALL
) AS printed USING (bulletin_id, paragraph)
ORDER BY bulletin_id, paragraph;
COMMENT ON TABLE described_paragraphs IS
    'Paragraphs with the names of their sections and their number of figures';
COMMENT ON COLUMN described_paragraphs.section_label_en IS 'Name of its section in English';
COMMENT ON COLUMN described_paragraphs.section_label_zh IS
    'Name of its section in Simplified Chinese';
COMMENT ON COLUMN described_paragraphs.figures IS 'Number of its figures';

CREATE TABLE described_bulletins AS
SELECT
    bulletins.*,
    (SELECT count(*) FROM figures WHERE figures.bulletin_id = bulletins.bulletin_id) AS figures,
    title_en <> title_zh AS our_title,
    bulletin_id = getvariable('default_bulletin') AS is_default
FROM bulletins
ORDER BY bulletin_id;
COMMENT ON TABLE described_bulletins IS 'Bulletins with their number of figures';
COMMENT ON COLUMN described_bulletins.figures IS 'Number of its figures';
COMMENT ON COLUMN described_bulletins.our_title IS
    'Whether the title is ours: it is when each language has its own';
COMMENT ON COLUMN described_bulletins.is_default IS
    'Whether a link that names no bulletin speaks of it';

-- The denominator of a returnee figure is the screened one that it is printed as part of; the
-- screened are their own.
CREATE TABLE screened_wholes AS
WITH screened AS (
    SELECT
        bulletin_id,
        figure_id AS whole_id,
        "value" AS whole,
        category AS origin,
        category_label_en AS origin_label_en,
        category_label_zh AS origin_label_zh
    FROM described_figures
    WHERE topic = 'screening' AND category_group = 'returnees' AND status = 'screened'
)
SELECT bulletin_id, figure_id, screened.* EXCLUDE (bulletin_id), inset_basis
FROM (
    SELECT bulletin_id, figure_id, other_id AS whole_id FROM relations WHERE relation = 'part_of'
    UNION ALL
    SELECT bulletin_id, whole_id, whole_id FROM screened
)
JOIN screened USING (bulletin_id, whole_id)
LEFT JOIN (
    SELECT relations.bulletin_id, relations.figure_id, min(basis) AS inset_basis
    FROM relations
    JOIN figures AS part USING (bulletin_id, figure_id)
    JOIN figures AS stage
        ON stage.bulletin_id = relations.bulletin_id AND stage.figure_id = other_id
    WHERE relation = 'part_of' AND part.status = stage.status
    GROUP BY ALL
) USING (bulletin_id, figure_id)
ORDER BY bulletin_id, figure_id;
COMMENT ON TABLE screened_wholes IS 'The screened returnees that a figure is a part of';
COMMENT ON COLUMN screened_wholes.whole_id IS 'Figure of the screened';
COMMENT ON COLUMN screened_wholes.inset_basis IS
    'Basis of the relation by which it is a part of another figure of the same status';
COMMENT ON COLUMN screened_wholes.whole IS 'Number of the screened';
COMMENT ON COLUMN screened_wholes.origin IS 'Category of the screened';
COMMENT ON COLUMN screened_wholes.origin_label_en IS 'Name of that category in English';
COMMENT ON COLUMN screened_wholes.origin_label_zh IS 'Name of that category in Simplified Chinese';

-- A gift of money whose paragraph prints several whole dates is reported step by step.
CREATE TABLE gift_dates AS
SELECT
    bulletin_id,
    dates.figure_id,
    gifts.figure_id AS gift_id,
    gifts."value" AS gift,
    gifts.unit_label_en AS gift_unit_label_en,
    gifts.unit_label_zh AS gift_unit_label_zh,
    gifts.label_en AS gift_label_en,
    gifts.label_zh AS gift_label_zh
FROM figures AS dates
JOIN described_figures AS gifts USING (bulletin_id, paragraph)
WHERE dates."date" IS NOT NULL AND gifts.topic = 'donation' AND gifts.category = 'cash'
QUALIFY count(*) OVER (PARTITION BY bulletin_id, gifts.figure_id) > 1
ORDER BY bulletin_id, dates."start";
COMMENT ON TABLE gift_dates IS 'The dates of a gift of money that is reported at several';
COMMENT ON COLUMN gift_dates.gift_id IS 'Figure of the gift';
COMMENT ON COLUMN gift_dates.gift IS 'Value of the gift';
COMMENT ON COLUMN gift_dates.gift_unit_label_en IS 'Name of the unit of the gift in English';
COMMENT ON COLUMN gift_dates.gift_unit_label_zh IS
    'Name of the unit of the gift in Simplified Chinese';
COMMENT ON COLUMN gift_dates.gift_label_en IS 'Label of the gift in English';
COMMENT ON COLUMN gift_dates.gift_label_zh IS 'Label of the gift in Simplified Chinese';

-- highlights.csv; by rule for a bulletin that it does not know.
CREATE TABLE chosen_highlights AS
WITH unknown AS (
    SELECT *, "value" IS NOT NULL AS valued, kind = 'quantity' AND qualifier = 'exact' AS countable
    FROM described_figures
    WHERE bulletin_id NOT IN (SELECT bulletin_id FROM highlights)
),
family_ranks AS (
    SELECT
        bulletin_id,
        family,
        row_number() OVER (
            PARTITION BY bulletin_id ORDER BY count(*) DESC, families.rowid
        ) AS family_rank
    FROM unknown
    JOIN families USING (family)
    GROUP BY bulletin_id, family, families.rowid
),
ranked AS (
    SELECT
        unknown.*,
        family_rank,
        row_number() OVER (
            PARTITION BY bulletin_id, family ORDER BY countable DESC, "value" DESC, "start"
        ) AS size_rank,
        row_number() OVER (
            PARTITION BY bulletin_id, family ORDER BY valued DESC, "start"
        ) AS text_rank
    FROM unknown
    JOIN family_ranks USING (bulletin_id, family)
),
ruled AS (
    SELECT bulletin_id, figure_id, 'headline' AS part, 1 AS part_rank, family_rank AS place
    FROM ranked
    WHERE family_rank <= 3 AND countable AND size_rank = 1
    UNION ALL
    SELECT bulletin_id, figure_id, 'example', 2, 1
    FROM ranked
    QUALIFY row_number() OVER (
        PARTITION BY bulletin_id
        ORDER BY
            NOT (family_rank <= 3 AND countable AND size_rank = 1),
            CASE WHEN family_rank <= 3 AND countable AND size_rank = 1 THEN family_rank END,
            "start"
    ) = 1
    UNION ALL
    SELECT bulletin_id, figure_id, 'leading', 3, 2 * family_rank + text_rank
    FROM ranked
    WHERE valued AND text_rank <= 2
)
SELECT bulletin_id, figure_id, part,
    row_number() OVER (PARTITION BY bulletin_id ORDER BY rowid) AS place
FROM highlights
UNION ALL
SELECT bulletin_id, figure_id, part,
    row_number() OVER (PARTITION BY bulletin_id ORDER BY part_rank, place)
FROM ruled
ORDER BY bulletin_id, place;
COMMENT ON TABLE chosen_highlights IS
    'Figures that represent a bulletin: those of highlights, else chosen by rule';
COMMENT ON COLUMN chosen_highlights.part IS 'headline, leading or example';
COMMENT ON COLUMN chosen_highlights.place IS 'Place in its bulletin, from 1';

-- What can stand beside figures of other bulletins, as far as a figure's own bulletin decides it.
CREATE TABLE comparable AS
WITH given AS (
    SELECT
        described_figures.bulletin_id,
        figure_id,
        concat_ws('.', topic, category, coalesce(status, ''), unit) AS indicator,
        coalesce(as_of, published) AS day,
        CASE
            WHEN as_of IS NOT NULL AND as_of_basis IN ('stated', 'event') THEN as_of_basis
            WHEN published IS NOT NULL THEN 'published'
            ELSE 'undated'
        END AS dating,
        repeats,
        "value" IS NULL AS wordless,
        reading = 'machine' AND regexp_matches(unsure, '\b(topic|category|status|unit)\b')
            AS doubtful,
        status IS NULL AND topic NOT IN ('organisation', 'community', 'schedule', 'other')
            AS no_status
    FROM described_figures
    JOIN described_bulletins USING (bulletin_id)
    WHERE category IS NOT NULL AND unit <> 'unspecified' AND kind <> 'date'
),
inner_parts AS (
    SELECT DISTINCT part.bulletin_id, part.figure_id
    FROM relations
    JOIN given AS part USING (bulletin_id, figure_id)
    JOIN given AS whole ON whole.bulletin_id = part.bulletin_id AND whole.figure_id = other_id
    WHERE relation = 'part_of' AND part.indicator = whole.indicator
)
SELECT
    given.* EXCLUDE (repeats, wordless, doubtful, no_status),
    CASE
        WHEN repeats OR inner_parts.figure_id IS NOT NULL THEN 'within'
        WHEN wordless THEN 'wordless'
        WHEN doubtful THEN 'doubtful'
        WHEN no_status THEN 'no_status'
    END AS flaw
FROM given
LEFT JOIN inner_parts USING (bulletin_id, figure_id)
ORDER BY bulletin_id, figure_id;
COMMENT ON TABLE comparable IS
    'Figures that several bulletins may give alike, as far as one bulletin decides it';
COMMENT ON COLUMN comparable.indicator IS 'Topic, category, status and unit';
COMMENT ON COLUMN comparable.day IS 'The day it refers to, else that of publication';
COMMENT ON COLUMN comparable.dating IS
    'Where that day is from: stated, event or published; undated for none';
COMMENT ON COLUMN comparable.flaw IS
    'Why it is compared with no other: within, wordless, doubtful or no_status; empty where it can be';

CREATE TABLE places AS
SELECT
    place_short_en AS place,
    place_short_en AS label_en,
    arg_min(place_short_zh, bulletin_id) AS label_zh
FROM bulletins
GROUP BY place_short_en
ORDER BY place;
COMMENT ON TABLE places IS 'Places that bulletins are about';
COMMENT ON COLUMN places.place IS 'Key: its short name in English';
COMMENT ON COLUMN places.label_en IS 'Short name in English';
COMMENT ON COLUMN places.label_zh IS 'Short name in Simplified Chinese';

CREATE TABLE months AS
SELECT DISTINCT
    strftime(coalesce("date", as_of), '%Y-%m') AS month,
    month AS label_en,
    month AS label_zh
FROM figures
WHERE coalesce("date", as_of) IS NOT NULL
ORDER BY month;
COMMENT ON TABLE months IS 'Months that figures are dated in';
COMMENT ON COLUMN months.month IS 'Key: YYYY-MM';
COMMENT ON COLUMN months.label_en IS 'The key';
COMMENT ON COLUMN months.label_zh IS 'The key';

CREATE TABLE facet_choices (
    facet VARCHAR,
    choice VARCHAR,
    label_en VARCHAR,
    label_zh VARCHAR,
    place INTEGER
);
COMMENT ON TABLE facet_choices IS 'Choices that a facet offers';
COMMENT ON COLUMN facet_choices.facet IS 'Key of the facet';
COMMENT ON COLUMN facet_choices.choice IS 'Key of the choice';
COMMENT ON COLUMN facet_choices.label_en IS 'Name in English, for many';
COMMENT ON COLUMN facet_choices.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN facet_choices.place IS 'Place in the vocabulary, from 1';

CREATE TABLE figure_search (
    bulletin_id VARCHAR,
    figure_id VARCHAR,
    name_text VARCHAR,
    search_text VARCHAR,
    choices VARCHAR[]
);
COMMENT ON TABLE figure_search IS
    'What a figure is found by, tokens and facets; rows in the order of described_figures';
COMMENT ON COLUMN figure_search.name_text IS
    'What kind of thing is counted, category and noun: tokens of names that search puts first';
COMMENT ON COLUMN figure_search.search_text IS
    'All that is drawn of it as tokens, each behind a space: words, numbers, dates, pinyin';
COMMENT ON COLUMN figure_search.choices IS
    'What it has of each facet, as facet=choice; nothing of a facet that it has none of';
