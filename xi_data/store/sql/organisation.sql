-- Who ran the response, where, and by which rules of time. A count that the text repeats is one
-- count: the first of its figures in view stands for it, or the one that conflicts with another.
SELECT
    *,
    lag((bulletin_id, first_id)) OVER (
        ORDER BY bulletin_id, first_id, conflict_id IS NULL, "start"
    ) IS DISTINCT FROM (bulletin_id, first_id) AS stands
FROM described_figures
WHERE list_contains($bulletins, bulletin_id)
  AND topic IN ('organisation', 'community', 'checkpoint', 'schedule')
  AND (len($topic) = 0 OR list_contains($topic, topic))
  AND (len($unit) = 0 OR list_contains($unit, unit))
  AND (len($section) = 0 OR list_contains($section, section))
ORDER BY bulletin_id, "start"
