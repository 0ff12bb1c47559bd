-- Note what names of frames mean. Inputs: $rows (JSON list).
insert into means_frame by name
select unnest(from_json($rows, '[{"key":"VARCHAR","frame":"VARCHAR","json_frame":"VARCHAR"}]'), max_depth := 2);
