-- The columns of a Parquet file. Inputs: $path. Output: name, in the file's order.
select name from parquet_schema($path) where num_children is null order by column_id;
