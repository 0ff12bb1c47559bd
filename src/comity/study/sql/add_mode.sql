-- Note what event codes mean. Inputs: $rows (JSON list).
insert into means_mode by name
select unnest(from_json($rows, '[{"key":"VARCHAR","mode":"VARCHAR","root":"VARCHAR","json_mode":"VARCHAR",
    "json_root":"VARCHAR"}]'), max_depth := 2);
