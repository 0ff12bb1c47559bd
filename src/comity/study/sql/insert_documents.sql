-- Record documents. Inputs: $rows (JSON list of objects with the columns of `document`).
insert into document by name
select r.* from (
    select unnest(from_json($rows, '[{
        "id":"VARCHAR","kind":"VARCHAR","title":"VARCHAR","language":"VARCHAR","issuer":"VARCHAR",
        "issued_start":"DATE","issued_end":"DATE","issued_precision":"VARCHAR","location":"VARCHAR",
        "digest":"VARCHAR","licence":"VARCHAR","citation":"VARCHAR","text":"VARCHAR","complete":"BOOLEAN",
        "missing":["VARCHAR"],"findings":"VARCHAR","reader":"VARCHAR","recorded":"TIMESTAMP"}]')) as r
);
