-- Figures that hold to no printed date, by what the text says instead and by topic. Calendar dates
-- are no such figures.
SELECT
    coalesce(as_of_basis, 'none') AS dated,
    topics.topic,
    topic_label_en,
    topic_label_zh,
    count(*) AS figures
FROM described_figures
JOIN topics USING (topic)
WHERE as_of IS NULL AND kind <> 'date'
GROUP BY ALL
ORDER BY dated DESC, figures DESC, topic
