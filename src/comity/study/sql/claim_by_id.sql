-- The claim of an id as it stands after correction, rejected or not. Inputs: $id.
with stands as (
    select * from claim where id = $id and seq not in (select seq from correction)
    union all
    select * from correction where id = $id
)
select c.*, s.verdict, coalesce(h.happening, c.id) as happening
from stands as c
left join standing as s on s.claim = c.id
left join happening as h on h.claim = c.id;
