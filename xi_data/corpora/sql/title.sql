-- What a document is called.
SELECT title FROM documents WHERE bulletin_id = $bulletin_id
