-- Record judgements. Inputs: $rows (JSON list). One given again is not written twice.
insert into judgement by name
select r.*, (select coalesce(max(seq), 0) from judgement) + row_number() over (order by place) as seq
from (
    select unnest(from_json($rows, '[{
        "id":"VARCHAR","verdict":"VARCHAR","claim":"VARCHAR","other":"VARCHAR","changes":"VARCHAR",
        "reason":"VARCHAR","author":"VARCHAR","score":"VARCHAR","withdraws":"VARCHAR",
        "recorded":"TIMESTAMP"}]')) as r,
        generate_subscripts(from_json($rows, '["JSON"]'), 1) as place
)
where r.id not in (select id from judgement);
