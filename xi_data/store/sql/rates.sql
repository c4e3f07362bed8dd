-- Figures that are a part of another one in the same unit, whose number their bulletin gives too.
SELECT
    part.*,
    whole.figure_id AS whole_id,
    whole."value" AS whole,
    whole.qualifier AS whole_qualifier,
    whole.label_en AS whole_label_en,
    whole.label_zh AS whole_label_zh,
    basis
FROM relations
JOIN described_figures AS part USING (bulletin_id, figure_id)
JOIN described_figures AS whole
    ON whole.bulletin_id = part.bulletin_id AND whole.figure_id = relations.other_id
WHERE relation = 'part_of'
  AND list_contains($bulletins, part.bulletin_id)
  AND part.unit = whole.unit AND part."value" IS NOT NULL AND whole."value" > 0
ORDER BY part.bulletin_id, part."start"
