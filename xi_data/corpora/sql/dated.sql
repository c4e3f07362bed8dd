-- Documents with a number each, in their order, and the month in which they were published.
CREATE TABLE dated AS
SELECT
    bulletin_id,
    (row_number() OVER () - 1)::INTEGER AS document,
    place,
    publisher,
    published,
    coalesce(strftime(published, '%Y-%m'), nullif(regexp_extract(published_partial, '^[0-9]{4}-[0-9]{2}$'), '')) AS "month"
FROM documents
