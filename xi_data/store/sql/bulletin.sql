-- The bulletins in scope, as data/bulletins.csv has them.
SELECT * FROM bulletins
WHERE list_contains($bulletins, bulletin_id)
