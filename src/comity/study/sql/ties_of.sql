-- Ties of some relations, as they stand. Inputs: $relations, $a (null: any), $b, $either (both directions).
-- Output: seq, id, document, relation, from, to, start, end, precision, dated, grade, role, rule, quote, kind,
-- told (when the text was issued; null for data). Order: of recording.
with near as materialized (select seq from party where actor = $b),
stands as (
    select * from claim
    where kind = 'tie' and seq in (select seq from near) and seq not in (select seq from correction)
    union all
    select * from correction where kind = 'tie' and seq in (select seq from near)
)
select s.seq, s.id, s.document, s.relation, s."from", s."to", s."start", s."end", s.precision, s.dated,
       s.grade, s.role, s.rule, s.quote, s.kind, d.issued_end as told
from stands as s
join document as d on d.id = s.document
left join standing as j on j.claim = s.id
where j.verdict is distinct from 'reject'
  and s.relation in (select unnest($relations::varchar[]))
  and (((s."from" = $a or $a is null) and s."to" = $b) or ($either and s."from" = $b and s."to" = $a))
order by s.seq;
