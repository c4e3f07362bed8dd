-- Numerals that count nothing, by reason.
SELECT bulletin_id, reason, label_en, label_zh, definition_en, definition_zh,
    count(*) AS numerals,
    list(DISTINCT mention ORDER BY mention) AS mentions
FROM excused_numerals
JOIN excuse_reasons USING (reason)
WHERE list_contains($bulletins, bulletin_id)
GROUP BY ALL
ORDER BY bulletin_id, numerals DESC, reason
