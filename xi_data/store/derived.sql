-- What is derived from the tables of data/ when the database is built.

CREATE TABLE figure_search (
    bulletin_id VARCHAR NOT NULL,
    figure_id VARCHAR NOT NULL,
    name_text VARCHAR NOT NULL,
    search_text VARCHAR NOT NULL,
    PRIMARY KEY (bulletin_id, figure_id),
    FOREIGN KEY (bulletin_id, figure_id) REFERENCES figures (bulletin_id, figure_id)
);
COMMENT ON TABLE figure_search IS 'Words that a figure is found by, in one script';
COMMENT ON COLUMN figure_search.bulletin_id IS 'Bulletin that prints the figure';
COMMENT ON COLUMN figure_search.figure_id IS 'Figure';
COMMENT ON COLUMN figure_search.name_text IS
    'What kind of thing is counted, category and noun as printed: search puts these first';
COMMENT ON COLUMN figure_search.search_text IS
    'Key, labels, mention, subject and value: Simplified, half-width, lower case';

CREATE VIEW described_figures AS
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
    CASE WHEN figures."value" = 1 THEN units.label_en ELSE units.plural_en END AS unit_label_en,
    units.label_zh AS unit_label_zh,
    units.definition_en AS unit_definition_en,
    units.definition_zh AS unit_definition_zh,
    units.dimension,
    sections.label_en AS section_label_en,
    sections.label_zh AS section_label_zh,
    as_of_bases.label_en AS basis_label_en,
    as_of_bases.label_zh AS basis_label_zh,
    obs_statuses.label_en AS obs_label_en,
    obs_statuses.label_zh AS obs_label_zh,
    figures.obs_status IS NOT DISTINCT FROM 'W' AS composite
FROM figures
JOIN topics USING (topic)
JOIN families USING (family)
LEFT JOIN categories ON categories.category = figures.category
LEFT JOIN categories AS groups ON groups.category = categories.parent
LEFT JOIN statuses ON statuses.status = figures.status
JOIN qualifiers ON qualifiers.qualifier = figures.qualifier
JOIN units ON units.unit = figures.unit
LEFT JOIN sections ON sections.section = figures.section
LEFT JOIN as_of_bases ON as_of_bases.as_of_basis = figures.as_of_basis
LEFT JOIN obs_statuses ON obs_statuses.obs_status = figures.obs_status;
COMMENT ON VIEW described_figures IS 'Figures with the names of all their codes in both languages';
