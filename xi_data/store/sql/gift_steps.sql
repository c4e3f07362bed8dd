-- One gift of money that a bulletin reports at several dates: a row a date, with the gift.
SELECT
    steps.*,
    gifts.figure_id AS gift_id,
    gifts."value" AS gift,
    gifts.unit_label_en AS gift_unit_label_en,
    gifts.unit_label_zh AS gift_unit_label_zh,
    gifts.label_en AS gift_label_en,
    gifts.label_zh AS gift_label_zh
FROM described_figures AS steps
JOIN described_figures AS gifts USING (bulletin_id, paragraph)
WHERE list_contains($bulletins, bulletin_id)
  AND steps.kind = 'date' AND gifts.topic = 'donation' AND gifts.category = 'cash'
QUALIFY count(*) OVER (PARTITION BY bulletin_id, gifts.figure_id) > 1
ORDER BY bulletin_id, steps."start"
