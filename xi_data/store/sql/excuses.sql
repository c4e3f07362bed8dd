-- Numerals that count nothing, by reason.
SELECT bulletin_id, reason, label_en, label_zh, definition_en, definition_zh,
    count(*) AS numerals,
    list(DISTINCT mention ORDER BY mention) AS mentions
FROM excused_numerals
JOIN excuse_reasons USING (reason)
WHERE bulletin_id IN (SELECT unnest($bulletins))
GROUP BY ALL
ORDER BY bulletin_id, numerals DESC, reason
