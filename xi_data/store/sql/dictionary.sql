-- Tables of data/ and their columns with their meaning, from the comments of the schema. A table
-- without a primary key is derived from these.
SELECT
    duckdb_columns.table_name,
    duckdb_tables.comment AS table_comment,
    column_name,
    lower(data_type) AS data_type,
    is_nullable,
    duckdb_columns.comment AS column_comment
FROM duckdb_columns()
JOIN duckdb_tables() USING (database_name, table_name)
WHERE NOT duckdb_columns.internal AND (duckdb_tables.has_primary_key OR $derived)
ORDER BY duckdb_tables.has_primary_key DESC, duckdb_columns.table_oid, column_index
