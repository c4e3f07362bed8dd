-- Some rows of a file that meet the condition, with place, publisher and day of their document.
SELECT f.* EXCLUDE (filename, file_row_number), i.place, i.publisher, i.published
FROM (
    SELECT "row", place, publisher, published
    FROM index
    WHERE file = $file AND "row" >= $first AND "row" < $end AND {condition}
) AS i
JOIN figures AS f ON f.file_row_number = i."row"
WHERE f.filename = $path AND f.file_row_number >= $first AND f.file_row_number < $end
ORDER BY i."row"
