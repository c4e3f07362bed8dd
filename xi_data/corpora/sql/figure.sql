-- One figure with what is known of its document.
SELECT f.* EXCLUDE (filename, file_row_number), d.* EXCLUDE (bulletin_id, figures, unsure)
FROM figures AS f
LEFT JOIN documents AS d USING (bulletin_id)
WHERE f.bulletin_id = $bulletin_id AND f.figure_id = $figure_id
LIMIT 1
