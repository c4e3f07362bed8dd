-- Relations of one figure, seen from it: forward, or from the other figure's side.
SELECT relation, basis, relation_types.label_en AS relation_label_en,
    relation_types.label_zh AS relation_label_zh, true AS forward, described_figures.*
FROM relations
JOIN relation_types USING (relation)
JOIN described_figures ON described_figures.figure_id = relations.other_id
WHERE relations.figure_id = $figure_id
UNION ALL
SELECT relation, basis, relation_types.label_en, relation_types.label_zh, false,
    described_figures.*
FROM relations
JOIN relation_types USING (relation)
JOIN described_figures ON described_figures.figure_id = relations.figure_id
WHERE relations.other_id = $figure_id
ORDER BY forward DESC, relation, "start"
