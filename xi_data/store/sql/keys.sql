-- Primary and foreign keys of the tables of data/; derived tables have none.
SELECT
    table_name,
    constraint_type,
    constraint_column_names AS columns,
    referenced_table,
    referenced_column_names AS referenced_columns
FROM duckdb_constraints()
WHERE constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')
ORDER BY table_oid, constraint_index
