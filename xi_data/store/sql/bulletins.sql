-- Every bulletin with its number of figures: the one of a link that names none, then by title.
-- name: the title, with the key where another bulletin has the same one. short_name: the place, or
-- the key where another bulletin is about the same place.
SELECT
    * EXCLUDE (is_default),
    title_en || IF(count(*) OVER (PARTITION BY title_en) > 1, ' (' || bulletin_id || ')', '')
        AS name_en,
    title_zh || IF(count(*) OVER (PARTITION BY title_zh) > 1, '（' || bulletin_id || '）', '')
        AS name_zh,
    IF(count(*) OVER (PARTITION BY place_short_en) > 1, bulletin_id, place_short_en)
        AS short_name_en,
    IF(count(*) OVER (PARTITION BY place_short_zh) > 1, bulletin_id, place_short_zh)
        AS short_name_zh
FROM described_bulletins
ORDER BY is_default DESC, title_en, bulletin_id
