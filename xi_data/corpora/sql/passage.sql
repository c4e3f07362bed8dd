-- Some words before and behind a place in a text; places count code points from 0.
SELECT
    "text"[greatest($start - 200, 0) + 1 : $start] AS before,
    "text"[$end + 1 : $end + 200] AS behind
FROM texts
WHERE bulletin_id = $bulletin_id
LIMIT 1
