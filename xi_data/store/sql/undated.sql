-- Figures that hold to no printed date, by what the text says instead and by topic. Calendar dates
-- are no such figures.
SELECT
    bulletin_id,
    coalesce(as_of_basis, 'none') AS dated,
    topic,
    topic_label_en,
    topic_label_zh,
    count(*) AS figures
FROM described_figures
WHERE list_contains($bulletins, bulletin_id)
  AND as_of IS NULL AND kind <> 'date'
GROUP BY ALL
ORDER BY bulletin_id, dated DESC, figures DESC, topic
