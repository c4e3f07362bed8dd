-- A page of documents of a kind, in their order.
SELECT bulletin_id, title, publisher, place, published, published_partial, published_basis, figures, unsure, source, "row", remarks
FROM documents
WHERE {condition}
LIMIT $most OFFSET $first
