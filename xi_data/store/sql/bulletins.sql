-- Every bulletin with its number of figures: the one of a link that names none, then by title.
SELECT * EXCLUDE (is_default)
FROM described_bulletins
ORDER BY is_default DESC, title_en, bulletin_id
