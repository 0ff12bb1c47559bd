-- The claims as they stand: corrected, without the rejected ones, each with the last verdict on it and
-- the happening it tells of (its own id when it is joined with no other).
create or replace view said as
select c.*, s.verdict, s.author as judged_by, coalesce(h.happening, c.id) as happening
from (
    select * from claim where seq not in (select seq from correction)
    union all
    select * from correction
) as c
left join standing as s on s.claim = c.id
left join happening as h on h.claim = c.id
where s.verdict is distinct from 'reject';
