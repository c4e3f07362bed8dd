-- The bulletins in scope, as data/bulletins.csv has them; our_title: whether the title is ours.
SELECT * EXCLUDE (figures, is_default) FROM described_bulletins
WHERE list_contains($bulletins, bulletin_id)
