-- The bulletin that the figures were read from.
SELECT * FROM bulletins
