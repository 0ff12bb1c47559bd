-- The claim an id, or the beginning of one, stands for, rejected ones included. Inputs: $prefix.
select c.*, s.verdict, coalesce(h.happening, c.id) as happening
from (
    select * from claim where seq not in (select seq from correction)
    union all
    select * from correction
) as c
left join standing as s on s.claim = c.id
left join happening as h on h.claim = c.id
where starts_with(c.id, $prefix)
order by c.seq
limit 2;
