-- Public money and gifts, one row per printed figure: sums of money first, the largest at the top.
SELECT *
FROM described_figures
WHERE topic IN ('funding', 'donation')
  AND (len($topic) = 0 OR topic IN (SELECT unnest($topic)))
  AND (len($group) = 0 OR category_group IN (SELECT unnest($group)))
  AND (len($unit) = 0 OR unit IN (SELECT unnest($unit)))
ORDER BY topic <> 'funding', kind <> 'money', category = 'process', category = 'in_kind', unit,
    "value" DESC, "start"
