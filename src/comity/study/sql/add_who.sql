-- Note who takes part when two sides meet. Inputs: $rows (JSON list).
insert into means_who by name
select unnest(from_json($rows, '[{"one":"INTEGER","other":"INTEGER","participants":["VARCHAR"],"roles":"VARCHAR",
    "json_participants":"VARCHAR","json_roles":"VARCHAR","reasons":["VARCHAR"]}]'), max_depth := 2);
