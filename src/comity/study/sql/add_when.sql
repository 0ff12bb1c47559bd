-- Note what dates mean. Inputs: $rows (JSON list).
insert into means_when by name
select unnest(from_json($rows, '[{"key":"VARCHAR","dated":"BOOLEAN","start":"DATE","end":"DATE",
    "precision":"VARCHAR","resolved":"VARCHAR","era":"INTEGER","json_start":"VARCHAR","json_end":"VARCHAR",
    "json_precision":"VARCHAR","json_resolved":"VARCHAR"}]'), max_depth := 2);
