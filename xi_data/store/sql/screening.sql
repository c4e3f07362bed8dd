-- Returnees by origin and stage. The denominator is the screened figure that a stage is printed
-- as part of; the screened are their own.
WITH wholes AS (
    SELECT
        bulletin_id,
        figure_id AS whole_id,
        "value" AS whole,
        category AS origin,
        category_label_en AS origin_label_en,
        category_label_zh AS origin_label_zh
    FROM described_figures
    WHERE list_contains($bulletins, bulletin_id)
      AND topic = 'screening' AND category_group = 'returnees' AND status = 'screened'
),
stages AS (
    SELECT bulletin_id, figure_id, other_id AS whole_id FROM relations WHERE relation = 'part_of'
    UNION ALL
    SELECT bulletin_id, whole_id, whole_id FROM wholes
)
SELECT
    returnees.*, whole_id, whole, origin, origin_label_en, origin_label_zh,
    "value" / nullif(whole, 0) AS share,
    category <> origin AS inset
FROM described_figures AS returnees
JOIN stages USING (bulletin_id, figure_id)
JOIN wholes USING (bulletin_id, whole_id)
WHERE topic = 'screening' AND category_group = 'returnees'
  AND (len($origin) = 0 OR list_contains($origin, origin))
  AND (len($stage) = 0 OR list_contains($stage, returnees.status))
ORDER BY bulletin_id, "start"
