-- The choices that facets offer, in the order of the vocabularies, with their names.
SELECT 'family' AS facet, family AS choice, label_en, label_zh, icon FROM families
UNION ALL SELECT 'wording', qualifier, label_en, label_zh, NULL FROM qualifiers
UNION ALL SELECT 'status', status, label_en, label_zh, NULL FROM statuses
UNION ALL SELECT 'unit', unit, plural_en, label_zh, NULL FROM units
UNION ALL SELECT 'section', section, label_en, label_zh, NULL FROM sections
UNION ALL SELECT 'dated', as_of_basis, label_en, label_zh, NULL FROM as_of_bases
UNION ALL SELECT 'category', category, label_en, label_zh, NULL FROM categories
