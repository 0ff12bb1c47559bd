-- The rows of a Parquet file as text, in the file's order. Inputs: $path.
select columns(*)::varchar from read_parquet($path);
