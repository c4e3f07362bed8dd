-- Relations of one figure, seen from it: forward, or from the other figure's side.
WITH seen AS (
    SELECT
        bulletin_id,
        relation,
        basis,
        CASE WHEN figure_id = $figure_id THEN other_id ELSE figure_id END AS figure_id,
        figure_id = $figure_id AS forward
    FROM relations
    WHERE list_contains($bulletins, bulletin_id) AND $figure_id IN (figure_id, other_id)
)
SELECT relation, basis, relation_types.label_en AS relation_label_en,
    relation_types.label_zh AS relation_label_zh, forward, described_figures.*
FROM seen
JOIN relation_types USING (relation)
JOIN described_figures USING (bulletin_id, figure_id)
ORDER BY bulletin_id, forward DESC, relation, "start"
