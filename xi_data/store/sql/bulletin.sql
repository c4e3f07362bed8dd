-- The bulletins in scope, as data/bulletins.csv has them.
SELECT * FROM bulletins
WHERE bulletin_id IN (SELECT unnest($bulletins))
