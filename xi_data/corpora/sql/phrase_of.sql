-- What figures that are called alike have in common: mention, counted noun, label, vocabularies.
-- Digits of a value are left out of its mention: a number is looked for among the values.
CREATE MACRO phrase_of(mention, val, subject, en, zh, topic, category, unit, status) AS concat_ws(
    chr(31),
    if(val IS NULL, mention, regexp_replace(mention, '[0-9０-９]+([.,．，][0-9０-９]+)*', ' ', 'g')),
    coalesce(subject, ''), coalesce(en, ''), coalesce(zh, ''),
    coalesce(topic, ''), coalesce(category, ''), coalesce(unit, ''), coalesce(status, '')
)
