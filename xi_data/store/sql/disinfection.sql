-- Areas, rounds, places, bins and refuse, with the prescribed interval between rounds.
SELECT *
FROM described_figures
WHERE (topic = 'disinfection' OR category = 'disinfection_cycle')
  AND (len($group) = 0 OR category_group IN (SELECT unnest($group)))
  AND (len($status) = 0 OR status IN (SELECT unnest($status)))
  AND (len($unit) = 0 OR unit IN (SELECT unnest($unit)))
ORDER BY dimension <> 'area', unit <> 'place', category = 'waste', category <> 'round',
    "value" DESC, "start"
