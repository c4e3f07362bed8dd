-- Every phrase once, with a number.
CREATE TABLE phrases AS
SELECT phrase, (row_number() OVER (ORDER BY phrase) - 1)::INTEGER AS word
FROM (
    SELECT DISTINCT
        phrase_of(mention, "value", subject, label_en, label_zh, topic, category, unit, status) AS phrase
    FROM figures
)
