-- Stocks printed both by weight and in packs; the weight of one pack is computed.
SELECT
    bulletin_id,
    weighed.category,
    weighed.category_label_en,
    weighed.category_label_zh,
    weighed.figure_id AS weight_id,
    weighed."value" AS weight,
    weighed.unit_label_en AS weight_unit_label_en,
    weighed.unit_label_zh AS weight_unit_label_zh,
    packed.figure_id AS packs_id,
    packed."value" AS packs,
    packed.unit_label_en AS pack_unit_label_en,
    packed.unit_label_zh AS pack_unit_label_zh,
    weighed."value" / nullif(packed."value", 0) AS weight_of_pack
FROM relations
JOIN described_figures AS packed USING (bulletin_id, figure_id)
JOIN described_figures AS weighed USING (bulletin_id)
WHERE list_contains($bulletins, bulletin_id)
  AND weighed.figure_id = relations.other_id
  AND relation = 'same_thing_in_other_unit'
  AND packed.topic = 'supply' AND packed.dimension = 'pack' AND weighed.dimension = 'mass'
  AND weighed.qualifier = 'exact' AND packed.qualifier = 'exact'
ORDER BY bulletin_id, weighed."start"
