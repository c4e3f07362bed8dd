-- Every word once; those that begin alike stand together, which takes less room.
COPY (SELECT DISTINCT word, found_by FROM read_parquet($files) ORDER BY found_by)
TO $target (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192)
