-- The columns of a table of the study with their types. Inputs: $table. Order: of the table.
select column_name as name, data_type as type
from duckdb_columns()
where table_name = $table and database_name = current_database()
order by column_index;
