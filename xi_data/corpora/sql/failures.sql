-- A page of what could not be read, of one kind or of all.
SELECT source, "row", kind, details
FROM failures
WHERE $kind = '' OR kind = $kind
LIMIT $most OFFSET $first
