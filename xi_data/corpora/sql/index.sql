-- What each figure of one file is narrowed, sorted and found by, in the order of that file.
SELECT
    $file::INTEGER AS file,
    f.file_row_number::INTEGER AS "row",
    document,
    f.topic,
    f.category,
    f.unit,
    f.status,
    place,
    "month",
    publisher,
    f.qualifier AS wording,
    if(f.unsure IS NULL, 'sure', 'unsure') AS guesses,
    published,
    f."value",
    word
FROM read_parquet($path, file_row_number = TRUE) AS f
LEFT JOIN dated USING (bulletin_id)
JOIN phrases ON phrase = phrase_of(f.mention, f."value", f.subject, f.label_en, f.label_zh, f.topic, f.category, f.unit, f.status)
ORDER BY f.file_row_number
