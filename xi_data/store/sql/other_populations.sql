-- Populations that are no stage of a screening funnel: residents registered, people and vehicles
-- checked; with the entrances where the checks stood, where a bulletin prints two numbers of them.
SELECT *
FROM described_figures
WHERE list_contains($bulletins, bulletin_id)
  AND (
      category IN ('residents', 'passage')
      OR (category = 'entrance' AND conflict_id IS NOT NULL)
  )
ORDER BY bulletin_id, "start"
