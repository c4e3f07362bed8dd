-- The tables of data/, one for each CSV, columns in the order of the file.
-- The name of a CHECK says what it expects: the message about a broken row ends with it.

CREATE TABLE families (
    family VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(family, '[A-Za-z0-9_]+')),
    colour VARCHAR NOT NULL CONSTRAINT "a colour of the theme: primary, orange, green, red, yellow, violet, blue or gray"
        CHECK (colour IN ('primary', 'orange', 'green', 'red', 'yellow', 'violet', 'blue', 'gray')),
    icon VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE families IS 'Families of topics: one colour each';
COMMENT ON COLUMN families.family IS 'Key of the family';
COMMENT ON COLUMN families.colour IS 'Named colour of the theme';
COMMENT ON COLUMN families.icon IS 'Name of a Material symbol';
COMMENT ON COLUMN families.label_en IS 'Name in English';
COMMENT ON COLUMN families.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN families.definition_en IS 'Meaning in English';
COMMENT ON COLUMN families.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE topics (
    topic VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(topic, '[A-Za-z0-9_]+')),
    family VARCHAR NOT NULL REFERENCES families (family),
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE topics IS 'What a figure is about';
COMMENT ON COLUMN topics.topic IS 'Key of the topic';
COMMENT ON COLUMN topics.family IS 'Family, which gives the colour';
COMMENT ON COLUMN topics.label_en IS 'Name in English';
COMMENT ON COLUMN topics.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN topics.definition_en IS 'Meaning in English';
COMMENT ON COLUMN topics.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE categories (
    category VARCHAR PRIMARY KEY CONSTRAINT "a key of small letters, digits and _"
        CHECK (regexp_full_match(category, '[a-z0-9_]+')),
    parent VARCHAR REFERENCES categories (category),
    topic VARCHAR NOT NULL REFERENCES topics (topic),
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE categories IS 'Venue types, items, origin groups and the like, in two levels';
COMMENT ON COLUMN categories.category IS 'Key of the category';
COMMENT ON COLUMN categories.parent IS 'Group that the category belongs to; empty for a group';
COMMENT ON COLUMN categories.topic IS 'Topic that the category belongs to';
COMMENT ON COLUMN categories.label_en IS 'Name in English';
COMMENT ON COLUMN categories.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN categories.definition_en IS 'Meaning in English';
COMMENT ON COLUMN categories.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE statuses (
    status VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(status, '[A-Za-z0-9_]+')),
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE statuses IS 'What had been done with what is counted, or its state';
COMMENT ON COLUMN statuses.status IS 'Key of the status';
COMMENT ON COLUMN statuses.label_en IS 'Name in English';
COMMENT ON COLUMN statuses.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN statuses.definition_en IS 'Meaning in English';
COMMENT ON COLUMN statuses.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE qualifiers (
    qualifier VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(qualifier, '[A-Za-z0-9_]+')),
    sign VARCHAR NOT NULL,
    open_below BOOLEAN NOT NULL,
    open_above BOOLEAN NOT NULL,
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE qualifiers IS 'How the words qualify a number, and which limits follow';
COMMENT ON COLUMN qualifiers.qualifier IS 'Key of the qualifier';
COMMENT ON COLUMN qualifiers.sign IS 'Sign shown beside the value';
COMMENT ON COLUMN qualifiers.open_below IS 'Whether the words give no lower limit';
COMMENT ON COLUMN qualifiers.open_above IS 'Whether the words give no upper limit';
COMMENT ON COLUMN qualifiers.label_en IS 'Name in English';
COMMENT ON COLUMN qualifiers.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN qualifiers.definition_en IS 'Meaning in English';
COMMENT ON COLUMN qualifiers.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE kinds (
    kind VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(kind, '[A-Za-z0-9_]+')),
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE kinds IS 'Kinds of figure';
COMMENT ON COLUMN kinds.kind IS 'Key of the kind';
COMMENT ON COLUMN kinds.label_en IS 'Name in English';
COMMENT ON COLUMN kinds.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN kinds.definition_en IS 'Meaning in English';
COMMENT ON COLUMN kinds.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE units (
    unit VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(unit, '[A-Za-z0-9_]+')),
    dimension VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    plural_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE units IS 'Units; the measure word of the article is kept with the figure';
COMMENT ON COLUMN units.unit IS 'Key of the unit';
COMMENT ON COLUMN units.dimension IS 'What the unit measures: count, article, pack, mass, area, money, duration, frequency, date and so on';
COMMENT ON COLUMN units.label_en IS 'Name in English';
COMMENT ON COLUMN units.plural_en IS 'Plural in English';
COMMENT ON COLUMN units.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN units.definition_en IS 'Meaning in English';
COMMENT ON COLUMN units.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE as_of_bases (
    as_of_basis VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(as_of_basis, '[A-Za-z0-9_]+')),
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE as_of_bases IS 'How the text dates a figure';
COMMENT ON COLUMN as_of_bases.as_of_basis IS 'Key of the basis';
COMMENT ON COLUMN as_of_bases.label_en IS 'Name in English';
COMMENT ON COLUMN as_of_bases.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN as_of_bases.definition_en IS 'Meaning in English';
COMMENT ON COLUMN as_of_bases.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE obs_statuses (
    obs_status VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(obs_status, '[A-Za-z0-9_]+')),
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE obs_statuses IS 'Observation status, SDMX codes';
COMMENT ON COLUMN obs_statuses.obs_status IS 'SDMX code';
COMMENT ON COLUMN obs_statuses.label_en IS 'Name in English';
COMMENT ON COLUMN obs_statuses.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN obs_statuses.definition_en IS 'Meaning in English';
COMMENT ON COLUMN obs_statuses.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE relation_types (
    relation VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(relation, '[A-Za-z0-9_]+')),
    icon VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    inverse_en VARCHAR NOT NULL,
    inverse_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE relation_types IS 'How one figure relates to another';
COMMENT ON COLUMN relation_types.relation IS 'Key of the relation';
COMMENT ON COLUMN relation_types.icon IS 'Name of a Material symbol';
COMMENT ON COLUMN relation_types.label_en IS 'Name in English, before the other figure';
COMMENT ON COLUMN relation_types.label_zh IS 'Name in Simplified Chinese, before the other figure';
COMMENT ON COLUMN relation_types.inverse_en IS 'Its name as the other figure sees it, in English';
COMMENT ON COLUMN relation_types.inverse_zh IS 'Its name as the other figure sees it, in Simplified Chinese';
COMMENT ON COLUMN relation_types.definition_en IS 'Meaning in English';
COMMENT ON COLUMN relation_types.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE excuse_reasons (
    reason VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(reason, '[A-Za-z0-9_]+')),
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE excuse_reasons IS 'Why a number is left out';
COMMENT ON COLUMN excuse_reasons.reason IS 'Key of the reason';
COMMENT ON COLUMN excuse_reasons.label_en IS 'Name in English';
COMMENT ON COLUMN excuse_reasons.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN excuse_reasons.definition_en IS 'Meaning in English';
COMMENT ON COLUMN excuse_reasons.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE sections (
    section VARCHAR PRIMARY KEY CONSTRAINT "a key of letters, digits and _"
        CHECK (regexp_full_match(section, '[A-Za-z0-9_]+')),
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    definition_zh VARCHAR NOT NULL
);
COMMENT ON TABLE sections IS 'Sections of the article, named in our own words';
COMMENT ON COLUMN sections.section IS 'Key of the section';
COMMENT ON COLUMN sections.label_en IS 'Name in English';
COMMENT ON COLUMN sections.label_zh IS 'Name in Simplified Chinese';
COMMENT ON COLUMN sections.definition_en IS 'Meaning in English';
COMMENT ON COLUMN sections.definition_zh IS 'Meaning in Simplified Chinese';

CREATE TABLE bulletins (
    bulletin_id VARCHAR PRIMARY KEY CONSTRAINT "a key of small letters, digits and -"
        CHECK (regexp_full_match(bulletin_id, '[a-z0-9-]+')),
    title_en VARCHAR NOT NULL,
    title_zh VARCHAR NOT NULL,
    place_en VARCHAR NOT NULL,
    place_zh VARCHAR NOT NULL,
    place_short_en VARCHAR NOT NULL,
    place_short_zh VARCHAR NOT NULL,
    publisher_printed VARCHAR,
    published DATE,
    latest_date DATE,
    date_note_en VARCHAR,
    date_note_zh VARCHAR,
    "language" VARCHAR NOT NULL,
    script_note_en VARCHAR,
    script_note_zh VARCHAR,
    sha256 VARCHAR NOT NULL CONSTRAINT "a SHA-256: 64 hexadecimal digits in small letters"
        CHECK (regexp_full_match(sha256, '[0-9a-f]{64}')),
    code_points INTEGER NOT NULL CONSTRAINT "a number from 1" CHECK (code_points > 0),
    paragraphs INTEGER NOT NULL CONSTRAINT "a number from 1" CHECK (paragraphs > 0),
    published_partial VARCHAR CONSTRAINT "a year or a month, YYYY or YYYY-MM"
        CHECK (regexp_full_match(published_partial, '[0-9]{4}(-[0-9]{2})?')),
    CONSTRAINT "a day of publication, or a year or month, or none, and not both"
        CHECK (published IS NULL OR published_partial IS NULL)
);
COMMENT ON TABLE bulletins IS 'The texts that the figures were read from; the texts themselves are not included';
COMMENT ON COLUMN bulletins.bulletin_id IS 'Key of the bulletin';
COMMENT ON COLUMN bulletins.title_en IS 'Our title in English; the text may have none';
COMMENT ON COLUMN bulletins.title_zh IS 'Our title in Simplified Chinese';
COMMENT ON COLUMN bulletins.place_en IS 'Place in English';
COMMENT ON COLUMN bulletins.place_zh IS 'Place in Simplified Chinese';
COMMENT ON COLUMN bulletins.place_short_en IS 'Short name of the place, as used in a sentence, in English';
COMMENT ON COLUMN bulletins.place_short_zh IS 'Short name of the place, as used in a sentence, in Simplified Chinese';
COMMENT ON COLUMN bulletins.publisher_printed IS 'Publisher as the text gives it';
COMMENT ON COLUMN bulletins.published IS 'Date of publication where the text gives one';
COMMENT ON COLUMN bulletins.latest_date IS 'Latest date in the text';
COMMENT ON COLUMN bulletins.date_note_en IS 'What is known of the date, in English';
COMMENT ON COLUMN bulletins.date_note_zh IS 'What is known of the date, in Simplified Chinese';
COMMENT ON COLUMN bulletins."language" IS 'Language of the text, ISO 639-1';
COMMENT ON COLUMN bulletins.script_note_en IS 'State of the text, in English';
COMMENT ON COLUMN bulletins.script_note_zh IS 'State of the text, in Simplified Chinese';
COMMENT ON COLUMN bulletins.sha256 IS 'SHA-256 of the file that positions refer to';
COMMENT ON COLUMN bulletins.code_points IS 'Length of the text in Unicode code points';
COMMENT ON COLUMN bulletins.paragraphs IS 'Number of lines';
COMMENT ON COLUMN bulletins.published_partial IS 'Year or month of publication where the day is not known; empty otherwise';

CREATE TABLE paragraphs (
    bulletin_id VARCHAR NOT NULL REFERENCES bulletins (bulletin_id),
    paragraph INTEGER NOT NULL CONSTRAINT "a number from 1" CHECK (paragraph > 0),
    "start" INTEGER NOT NULL CONSTRAINT "a place from 0" CHECK ("start" >= 0),
    "end" INTEGER NOT NULL CONSTRAINT "an end after its start" CHECK ("end" > "start"),
    section VARCHAR REFERENCES sections (section),
    "role" VARCHAR NOT NULL CONSTRAINT "heading or body" CHECK ("role" IN ('heading', 'body')),
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    PRIMARY KEY (bulletin_id, paragraph)
);
COMMENT ON TABLE paragraphs IS 'Lines of a text: where each is and what it is about';
COMMENT ON COLUMN paragraphs.bulletin_id IS 'Bulletin';
COMMENT ON COLUMN paragraphs.paragraph IS 'Line number, from 1';
COMMENT ON COLUMN paragraphs."start" IS 'First code point, from 0';
COMMENT ON COLUMN paragraphs."end" IS 'Code point after the last';
COMMENT ON COLUMN paragraphs.section IS 'Section; empty where the text has none';
COMMENT ON COLUMN paragraphs."role" IS 'heading or body';
COMMENT ON COLUMN paragraphs.label_en IS 'Subject in our own words, English';
COMMENT ON COLUMN paragraphs.label_zh IS 'Subject in our own words, Simplified Chinese';

CREATE TABLE figures (
    figure_id VARCHAR NOT NULL CONSTRAINT "words of small letters and digits with - between them"
        CHECK (regexp_full_match(figure_id, '[a-z0-9]+(-[a-z0-9]+)*')),
    bulletin_id VARCHAR NOT NULL REFERENCES bulletins (bulletin_id),
    "start" INTEGER NOT NULL CONSTRAINT "a place from 0" CHECK ("start" >= 0),
    "end" INTEGER NOT NULL,
    mention VARCHAR NOT NULL,
    context_hash VARCHAR NOT NULL CONSTRAINT "16 hexadecimal digits in small letters"
        CHECK (regexp_full_match(context_hash, '[0-9a-f]{16}')),
    section VARCHAR REFERENCES sections (section),
    paragraph INTEGER NOT NULL,
    kind VARCHAR NOT NULL REFERENCES kinds (kind),
    "value" DOUBLE,
    "date" DATE,
    value_low DOUBLE,
    value_high DOUBLE,
    printed_step DOUBLE CONSTRAINT "a number above 0" CHECK (printed_step > 0),
    qualifier VARCHAR NOT NULL REFERENCES qualifiers (qualifier),
    unit VARCHAR NOT NULL REFERENCES units (unit),
    unit_printed VARCHAR,
    topic VARCHAR NOT NULL REFERENCES topics (topic),
    category VARCHAR REFERENCES categories (category),
    status VARCHAR REFERENCES statuses (status),
    subject VARCHAR,
    label_en VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    as_of DATE,
    as_of_basis VARCHAR REFERENCES as_of_bases (as_of_basis),
    obs_status VARCHAR REFERENCES obs_statuses (obs_status),
    note_en VARCHAR,
    note_zh VARCHAR,
    date_partial VARCHAR CONSTRAINT "a year, a month, or a date with X for what is not known, as XXXX-02-15"
        CHECK (regexp_full_match(date_partial, '[0-9X]{4}(-[0-9X]{2}){0,2}')),
    range_id VARCHAR CONSTRAINT "words of small letters and digits with - between them"
        CHECK (regexp_full_match(range_id, '[a-z0-9]+(-[a-z0-9]+)*')),
    reading VARCHAR CONSTRAINT "two_people, reviewed or machine"
        CHECK (reading IN ('two_people', 'reviewed', 'machine')),
    reasons VARCHAR,
    unsure VARCHAR,
    PRIMARY KEY (bulletin_id, figure_id),
    UNIQUE (bulletin_id, "start"),
    FOREIGN KEY (bulletin_id, paragraph) REFERENCES paragraphs (bulletin_id, paragraph),
    CONSTRAINT "end minus start to be the number of characters of the mention"
        CHECK ("end" - "start" = length(mention)),
    CONSTRAINT "a date, whole or partial, in rows of kind date and in no other"
        CHECK (("date" IS NOT NULL)::INTEGER + (date_partial IS NOT NULL)::INTEGER = (kind = 'date')::INTEGER),
    CONSTRAINT "a value in every row but those of kind date or vague"
        CHECK ((kind IN ('date', 'vague')) = ("value" IS NULL)),
    CONSTRAINT "a lower limit equal to the value where the wording is exact, over or at_least; none above it where it is about; else none"
    CHECK (
        kind IN ('date', 'vague')
        OR value_low IS NOT DISTINCT FROM
            (CASE WHEN qualifier IN ('exact', 'over', 'at_least') THEN "value" END)
        OR (qualifier = 'about' AND value_low <= "value")
    ),
    CONSTRAINT "an upper limit equal to the value where the wording is exact, nearly, under or at_most; none below it where it is about; else none"
    CHECK (
        kind IN ('date', 'vague')
        OR value_high IS NOT DISTINCT FROM
            (CASE WHEN qualifier IN ('exact', 'nearly', 'under', 'at_most') THEN "value" END)
        OR (qualifier = 'about' AND value_high >= "value")
    ),
    CONSTRAINT "no printed_step where there is no value"
        CHECK (printed_step IS NULL OR "value" IS NOT NULL),
    CONSTRAINT "an as_of date where as_of_basis is stated or event and nowhere else"
        CHECK ((as_of IS NOT NULL) = coalesce(as_of_basis IN ('stated', 'event'), false)),
    CONSTRAINT "a note in both languages or in none"
        CHECK ((note_en IS NULL) = (note_zh IS NULL))
);
COMMENT ON TABLE figures IS 'One row per figure, in the order of the text';

COMMENT ON COLUMN figures.figure_id IS 'Stable key within its bulletin; with the bulletin’s key, permalink and citation key';
COMMENT ON COLUMN figures.bulletin_id IS 'Bulletin that the figure is from';
COMMENT ON COLUMN figures."start" IS 'First code point of the mention in the file that positions refer to, from 0';
COMMENT ON COLUMN figures."end" IS 'Code point after the mention';
COMMENT ON COLUMN figures.mention IS 'The exact words of the article: qualifier, number and measure word';
COMMENT ON COLUMN figures.context_hash IS 'First 16 hex digits of the SHA-256 of the mention and eight normalised characters each side';
COMMENT ON COLUMN figures.section IS 'Section of the text; empty where it has none';
COMMENT ON COLUMN figures.paragraph IS 'Line number, from 1';
COMMENT ON COLUMN figures.kind IS 'Kind of figure';
COMMENT ON COLUMN figures."value" IS 'The number in the article, with 万 and 亿 multiplied out; empty for a date';
COMMENT ON COLUMN figures."date" IS 'ISO date of a date; empty otherwise';
COMMENT ON COLUMN figures.value_low IS 'Lower limit that the words give; empty where they give none';
COMMENT ON COLUMN figures.value_high IS 'Upper limit that the words give; empty where they give none';
COMMENT ON COLUMN figures.printed_step IS 'Place of the last non-zero digit: how far the number may be rounded; empty for 半 (half)';
COMMENT ON COLUMN figures.qualifier IS 'How the words qualify the number';
COMMENT ON COLUMN figures.unit IS 'Unit';
COMMENT ON COLUMN figures.unit_printed IS 'Measure word of the article, in Simplified Chinese; empty where there is none';
COMMENT ON COLUMN figures.topic IS 'What the figure is about';
COMMENT ON COLUMN figures.category IS 'Venue type, item, origin group and the like; empty where none is known';
COMMENT ON COLUMN figures.status IS 'What had been done with what is counted, or its state';
COMMENT ON COLUMN figures.subject IS 'Counted noun as in the article, without pinyin glosses';
COMMENT ON COLUMN figures.label_en IS 'What is counted, in our own words, English';
COMMENT ON COLUMN figures.label_zh IS 'What is counted, in our own words, Simplified Chinese';
COMMENT ON COLUMN figures.as_of IS 'Date that the figure refers to';
COMMENT ON COLUMN figures.as_of_basis IS 'How the text dates the figure';
COMMENT ON COLUMN figures.obs_status IS 'SDMX observation status where one applies';
COMMENT ON COLUMN figures.note_en IS 'What a reader must know, English';
COMMENT ON COLUMN figures.note_zh IS 'What a reader must know, Simplified Chinese';
COMMENT ON COLUMN figures.date_partial IS 'A date that lacks its year, month or day, as EDTF has it: X for what is not known; empty for a whole date';
COMMENT ON COLUMN figures.range_id IS 'Shared by the two ends of a range within its bulletin; empty otherwise';
COMMENT ON COLUMN figures.reading IS 'How the row came to be: two_people (read twice, by people apart), reviewed (read by machine, reviewed by a person) or machine (not reviewed); empty where not stated';
COMMENT ON COLUMN figures.reasons IS 'Which words decided topic, category, status and unit of a row read by machine, and at which positions';
COMMENT ON COLUMN figures.unsure IS 'Which of topic, category, status and unit no nearby word decided';

CREATE TABLE relations (
    bulletin_id VARCHAR NOT NULL,
    figure_id VARCHAR NOT NULL,
    relation VARCHAR NOT NULL REFERENCES relation_types (relation),
    other_id VARCHAR NOT NULL,
    basis VARCHAR NOT NULL CONSTRAINT "printed or inferred" CHECK (basis IN ('printed', 'inferred')),
    PRIMARY KEY (bulletin_id, figure_id, relation, other_id),
    FOREIGN KEY (bulletin_id, figure_id) REFERENCES figures (bulletin_id, figure_id),
    FOREIGN KEY (bulletin_id, other_id) REFERENCES figures (bulletin_id, figure_id),
    CONSTRAINT "two different figures" CHECK (figure_id <> other_id)
);
COMMENT ON TABLE relations IS 'How one figure relates to another of its bulletin';
COMMENT ON COLUMN relations.bulletin_id IS 'Bulletin that both are in';
COMMENT ON COLUMN relations.figure_id IS 'Figure that the relation starts from';
COMMENT ON COLUMN relations.relation IS 'Relation';
COMMENT ON COLUMN relations.other_id IS 'Figure that the relation points to';
COMMENT ON COLUMN relations.basis IS 'printed: the words say so; inferred: we conclude it. Shown wherever the relation is';

CREATE TABLE highlights (
    bulletin_id VARCHAR NOT NULL,
    figure_id VARCHAR NOT NULL,
    part VARCHAR NOT NULL CONSTRAINT "headline, leading or example"
        CHECK (part IN ('headline', 'leading', 'example')),
    PRIMARY KEY (bulletin_id, part, figure_id),
    FOREIGN KEY (bulletin_id, figure_id) REFERENCES figures (bulletin_id, figure_id)
);
COMMENT ON TABLE highlights IS 'Figures shown for a bulletin on its Overview; without rows, they are chosen by rule';
COMMENT ON COLUMN highlights.bulletin_id IS 'Bulletin that the figure is from';
COMMENT ON COLUMN highlights.figure_id IS 'Figure';
COMMENT ON COLUMN highlights.part IS 'headline: a card of its own; leading: shown at the entry to its topic; example: whose evidence is shown first';

CREATE TABLE remarks (
    bulletin_id VARCHAR NOT NULL REFERENCES bulletins (bulletin_id),
    view VARCHAR NOT NULL CONSTRAINT "a key of small letters" CHECK (regexp_full_match(view, '[a-z]+')),
    place VARCHAR NOT NULL CONSTRAINT "finding, definition or note"
        CHECK (place IN ('finding', 'definition', 'note')),
    icon VARCHAR,
    text_en VARCHAR NOT NULL,
    text_zh VARCHAR NOT NULL,
    PRIMARY KEY (bulletin_id, view, text_en)
);
COMMENT ON TABLE remarks IS 'What only someone who has read the whole text can say about a view';
COMMENT ON COLUMN remarks.bulletin_id IS 'Bulletin';
COMMENT ON COLUMN remarks.view IS 'View that the note belongs to';
COMMENT ON COLUMN remarks.place IS 'finding: the title; definition: below it; note: among the notes';
COMMENT ON COLUMN remarks.icon IS 'Sign or Material symbol before a note';
COMMENT ON COLUMN remarks.text_en IS 'The sentence in English; a figure’s key in braces is replaced by its number';
COMMENT ON COLUMN remarks.text_zh IS 'The sentence in Simplified Chinese';

CREATE TABLE excused_numerals (
    bulletin_id VARCHAR NOT NULL REFERENCES bulletins (bulletin_id),
    "start" INTEGER NOT NULL CONSTRAINT "a place from 0" CHECK ("start" >= 0),
    "end" INTEGER NOT NULL,
    mention VARCHAR NOT NULL,
    reason VARCHAR NOT NULL REFERENCES excuse_reasons (reason),
    PRIMARY KEY (bulletin_id, "start"),
    CONSTRAINT "end minus start to be the number of characters of the mention"
        CHECK ("end" - "start" = length(mention))
);
COMMENT ON TABLE excused_numerals IS 'Numbers left out: set phrases, names, ordinals and so on';
COMMENT ON COLUMN excused_numerals.bulletin_id IS 'Bulletin';
COMMENT ON COLUMN excused_numerals."start" IS 'First code point, from 0';
COMMENT ON COLUMN excused_numerals."end" IS 'Code point after the last';
COMMENT ON COLUMN excused_numerals.mention IS 'The exact words of the article';
COMMENT ON COLUMN excused_numerals.reason IS 'Why they are left out';
