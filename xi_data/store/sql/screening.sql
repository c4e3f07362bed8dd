-- Returnees by origin and stage. The denominator is the screened figure that a stage is printed
-- as part of; the screened are their own.
WITH returnees AS (
    SELECT *
    FROM described_figures
    WHERE list_contains($bulletins, bulletin_id)
      AND topic = 'screening' AND category_group = 'returnees'
),
wholes AS (
    SELECT relations.bulletin_id, relations.figure_id, returnees.figure_id AS whole_id,
        returnees."value" AS whole, returnees.category AS origin,
        returnees.category_label_en AS origin_label_en,
        returnees.category_label_zh AS origin_label_zh
    FROM relations
    JOIN returnees
        ON returnees.bulletin_id = relations.bulletin_id
        AND returnees.figure_id = relations.other_id
    WHERE relation = 'part_of' AND returnees.status = 'screened'
    UNION ALL
    SELECT bulletin_id, figure_id, figure_id, "value", category, category_label_en,
        category_label_zh
    FROM returnees
    WHERE status = 'screened'
)
SELECT
    returnees.*, whole_id, whole, origin, origin_label_en, origin_label_zh,
    returnees."value" / nullif(whole, 0) AS share,
    returnees.category <> origin AS inset
FROM returnees
JOIN wholes USING (bulletin_id, figure_id)
WHERE (len($origin) = 0 OR list_contains($origin, origin))
  AND (len($stage) = 0 OR list_contains($stage, returnees.status))
ORDER BY bulletin_id, "start"
