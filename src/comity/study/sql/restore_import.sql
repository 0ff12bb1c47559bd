-- Record rows of an export as they are. Inputs: $rows (JSON list), $shape (JSON, their columns and types).
insert into "import" by name select r.* from (select unnest(from_json($rows, $shape)) as r);
