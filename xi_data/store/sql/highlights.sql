-- Figures that stand for a bulletin, part by part.
SELECT described_figures.*, chosen_highlights.part
FROM chosen_highlights
JOIN described_figures USING (bulletin_id, figure_id)
WHERE list_contains($bulletins, bulletin_id)
ORDER BY bulletin_id, place
