-- Paragraphs of a text with the names of their sections and their number of figures.
SELECT * FROM described_paragraphs
WHERE bulletin_id IN (SELECT unnest($bulletins))
ORDER BY bulletin_id, paragraph
