-- Note who stands on a side. Inputs: $rows (JSON list).
insert into means_side by name
select unnest(from_json($rows, '[{"side":"INTEGER","key":"VARCHAR","era":"INTEGER","id":"INTEGER"}]'), max_depth := 2);
