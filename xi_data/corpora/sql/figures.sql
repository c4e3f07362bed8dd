-- Figures in these rows of these files, of which the asker takes those that it asked for.
WITH found AS (
    SELECT
        filename AS path,
        file_row_number AS "row",
        bulletin_id,
        figure_id,
        mention,
        kind,
        "value",
        "date",
        value_low,
        value_high,
        qualifier,
        unit,
        unit_printed,
        topic,
        status,
        label_en,
        label_zh,
        unsure,
        reading
    FROM figures
    WHERE list_contains($paths, filename) AND list_contains($rows, file_row_number)
)
SELECT found.*, title, publisher, place, published, published_partial
FROM found
LEFT JOIN documents USING (bulletin_id)
