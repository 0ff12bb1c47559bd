-- Record what a source covers. Inputs: $rows (JSON list of objects with the columns of `coverage`).
insert into coverage by name
select r.* from (
    select unnest(from_json($rows, '[{"document":"VARCHAR","property":"VARCHAR","actors":["VARCHAR"],
        "start":"DATE","end":"DATE","note":"VARCHAR","silence":"VARCHAR","recorded":"TIMESTAMP"}]')) as r
);
