-- Returnees by origin and stage, with the screened that a stage is printed as part of: the
-- denominator; the screened are their own. inset_basis: of the relation by which an inset is a part
-- of the stage that it is drawn in.
SELECT
    described_figures.*, whole_id, whole, origin, origin_label_en, origin_label_zh,
    "value" / nullif(whole, 0) AS share,
    category <> origin AS inset,
    inset_basis
FROM described_figures
JOIN screened_wholes USING (bulletin_id, figure_id)
WHERE list_contains($bulletins, bulletin_id)
  AND topic = 'screening' AND category_group = 'returnees'
  AND (len($origin) = 0 OR list_contains($origin, origin))
  AND (len($status) = 0 OR list_contains($status, status))
ORDER BY bulletin_id, "start"
