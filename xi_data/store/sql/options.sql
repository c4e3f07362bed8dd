-- The choices that facets offer, in the order of the vocabularies, with their names; and the names
-- of categories, which are filtered by within a topic.
SELECT facet, choice, label_en, label_zh
FROM (
    SELECT facet, choice, label_en, label_zh, rowid AS place FROM facet_choices
    UNION ALL
    SELECT 'category', category, label_en, label_zh, 1000000 + rowid FROM categories
)
ORDER BY place
