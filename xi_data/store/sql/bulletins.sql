-- Every bulletin with its number of figures: the one of a link that names none, then by title.
-- name: the title, with the key where another bulletin has the same one. short_name: the place,
-- with the day of publication where another bulletin is about the same place; else the key.
SELECT
    * EXCLUDE (is_default),
    title_en || IF(count(*) OVER (PARTITION BY title_en) > 1, ' (' || bulletin_id || ')', '')
        AS name_en,
    title_zh || IF(count(*) OVER (PARTITION BY title_zh) > 1, '（' || bulletin_id || '）', '')
        AS name_zh,
    CASE
        WHEN count(*) OVER (PARTITION BY place_short_en) = 1 THEN place_short_en
        WHEN published IS NOT NULL
            AND count(*) OVER (PARTITION BY place_short_en, published) = 1
            THEN place_short_en || ', ' || published
        ELSE bulletin_id
    END AS short_name_en,
    CASE
        WHEN count(*) OVER (PARTITION BY place_short_zh) = 1 THEN place_short_zh
        WHEN published IS NOT NULL
            AND count(*) OVER (PARTITION BY place_short_zh, published) = 1
            THEN place_short_zh || '，' || published
        ELSE bulletin_id
    END AS short_name_zh
FROM described_bulletins
ORDER BY is_default DESC, title_en, bulletin_id
