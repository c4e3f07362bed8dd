-- The article's paragraphs with the names of their sections and their number of figures.
SELECT
    paragraphs.*,
    sections.label_en AS section_label_en,
    sections.label_zh AS section_label_zh,
    (SELECT count(*) FROM figures
     WHERE figures.bulletin_id = paragraphs.bulletin_id
       AND figures.paragraph = paragraphs.paragraph) AS figures
FROM paragraphs
JOIN sections USING (section)
ORDER BY paragraph
