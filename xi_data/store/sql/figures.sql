-- Figures that meet every filter; an empty list asks for nothing. With search terms, those come
-- first whose category or counted noun is called so, then those where words begin so; otherwise
-- and among equals the order of the text.
SELECT described_figures.*
FROM described_figures
JOIN figure_search USING (figure_id)
WHERE (len($family) = 0 OR family IN (SELECT unnest($family)))
  AND (len($wording) = 0 OR qualifier IN (SELECT unnest($wording)))
  AND (len($status) = 0 OR status IN (SELECT unnest($status)))
  AND (len($unit) = 0 OR unit IN (SELECT unnest($unit)))
  AND (len($section) = 0 OR section IN (SELECT unnest($section)))
  AND (len($dated) = 0 OR coalesce(as_of_basis, 'none') IN (SELECT unnest($dated)))
  AND len(list_filter($terms, lambda term: NOT contains(search_text, term))) = 0
ORDER BY
    len(list_filter($terms, lambda term:
        NOT regexp_matches(name_text, '(^|\n)(.* )?' || regexp_escape(term) || 's?($|\n)'))),
    len(list_filter($terms, lambda term:
        NOT regexp_matches(search_text, '(^|[^a-z0-9])' || regexp_escape(term)))),
    "start"
