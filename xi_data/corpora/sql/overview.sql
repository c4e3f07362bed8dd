-- What a corpus holds, in numbers.
SELECT
    count(*) AS documents,
    count(DISTINCT place) AS places,
    count(DISTINCT publisher) AS publishers,
    min(published) AS "first",
    max(published) AS "last",
    count(*) FILTER (published IS NULL AND published_partial IS NULL) AS undated,
    count(*) FILTER (unsure > 0) AS doubtful,
    count(*) FILTER (remarks IS NOT NULL) AS remarked,
    count(*) FILTER (figures = 0) AS "empty",
    coalesce(sum(figures), 0)::BIGINT AS figures,
    coalesce(sum(unsure), 0)::BIGINT AS unsure
FROM documents
