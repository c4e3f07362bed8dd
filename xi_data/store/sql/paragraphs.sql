-- Paragraphs of a text with the names of their sections and their number of figures.
SELECT * FROM described_paragraphs
WHERE list_contains($bulletins, bulletin_id)
ORDER BY bulletin_id, paragraph
