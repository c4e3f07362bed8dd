-- Dates of the text and the figures that hold to them, day by day. What one paragraph tells is one
-- story: its date comes before its figures. Figures without a date are in undated.sql.
SELECT
    *,
    coalesce("date", as_of) AS day,
    CAST(coalesce("date", as_of) AS VARCHAR) AS day_key
FROM described_figures
WHERE list_contains($bulletins, bulletin_id)
  AND coalesce("date", as_of) IS NOT NULL
  AND (len($day) = 0 OR list_contains($day, CAST(coalesce("date", as_of) AS VARCHAR)))
  AND (len($story) = 0 OR list_contains($story, CAST(paragraph AS VARCHAR)))
ORDER BY bulletin_id, day, paragraph, kind <> 'date', "start"
