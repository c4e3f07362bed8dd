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
SELECT
    relation,
    basis,
    forward,
    relation_types.icon AS relation_icon,
    CASE WHEN forward THEN relation_types.label_en ELSE inverse_en END AS relation_label_en,
    CASE WHEN forward THEN relation_types.label_zh ELSE inverse_zh END AS relation_label_zh,
    bulletin_id,
    figure_id,
    kind,
    value,
    date,
    qualifier,
    qualifier_label_en,
    qualifier_label_zh,
    unit_label_en,
    unit_label_zh,
    unit_printed,
    dimension,
    mention,
    described_figures.label_en,
    described_figures.label_zh,
    status_label_en,
    status_label_zh
FROM seen
JOIN relation_types USING (relation)
JOIN described_figures USING (bulletin_id, figure_id)
ORDER BY bulletin_id, forward DESC, relation, "start"
