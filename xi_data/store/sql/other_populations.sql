-- Populations that are no stage of a screening funnel: residents registered, people and vehicles
-- checked; with the entrances where the checks stood, where the article prints two numbers of them.
SELECT described_figures.*
FROM described_figures
WHERE category IN ('residents', 'passage')
   OR (category = 'entrance' AND figure_id IN (
       SELECT unnest([relations.figure_id, relations.other_id])
       FROM relations
       WHERE relation = 'conflicts_with'
   ))
ORDER BY "start"
