-- Numerals that count nothing, by reason.
SELECT reason, label_en, label_zh, definition_en, definition_zh, count(*) AS numerals,
    list(DISTINCT mention ORDER BY mention) AS mentions
FROM excused_numerals
JOIN excuse_reasons USING (reason)
GROUP BY ALL
ORDER BY numerals DESC, reason
