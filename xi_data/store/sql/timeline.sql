-- Dates of the text and the figures that hold to them, day by day. What one paragraph tells is one
-- story: its date comes before its figures. Figures without a date are in undated.sql.
SELECT
    described_figures.*,
    coalesce("date", as_of) AS day,
    strftime(coalesce("date", as_of), '%Y-%m-%d') AS day_key,
    paragraphs.label_en AS story_label_en,
    paragraphs.label_zh AS story_label_zh
FROM described_figures
JOIN paragraphs USING (bulletin_id, paragraph)
WHERE bulletin_id IN (SELECT unnest($bulletins))
  AND coalesce("date", as_of) IS NOT NULL
  AND (len($day) = 0 OR strftime(coalesce("date", as_of), '%Y-%m-%d') IN (SELECT unnest($day)))
  AND (len($story) = 0 OR CAST(paragraph AS VARCHAR) IN (SELECT unnest($story)))
ORDER BY bulletin_id, day, paragraph, kind <> 'date', described_figures."start"
