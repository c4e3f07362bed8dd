-- What the data say of a view of each bulletin, in the order of remarks.csv.
SELECT bulletin_id, icon, text_en, text_zh
FROM remarks
WHERE list_contains($bulletins, bulletin_id) AND view = $view AND place = $place
ORDER BY bulletin_id, rowid
