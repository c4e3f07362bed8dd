-- Where the figures of one page stand, in the order asked for.
SELECT file, "row"
FROM index
WHERE {condition}
{order}
LIMIT $most OFFSET $first
