-- Returnees by origin and stage, with the screened that a stage is printed as part of: the
-- denominator; the screened are their own. inset_basis: of the relation by which an inset is a part
-- of the stage that it is drawn in. A bulletin that has no such stages gives its other figures on
-- screening, without a denominator.
SELECT
    described_figures.*, whole_id, whole, origin, origin_label_en, origin_label_zh,
    "value" / nullif(whole, 0) AS share,
    coalesce(category <> origin, false) AS inset,
    inset_basis
FROM described_figures
LEFT JOIN screened_wholes USING (bulletin_id, figure_id)
WHERE list_contains($bulletins, bulletin_id)
  AND topic = 'screening'
  AND CASE
      WHEN bulletin_id IN (SELECT bulletin_id FROM screened_wholes)
      THEN whole_id IS NOT NULL AND category_group = 'returnees'
      ELSE true
  END
  AND (len($origin) = 0 OR list_contains($origin, origin))
  AND (len($group) = 0 OR list_contains($group, category_group))
  AND (len($status) = 0 OR list_contains($status, status))
  AND (len($unit) = 0 OR list_contains($unit, unit))
ORDER BY bulletin_id, "start"
