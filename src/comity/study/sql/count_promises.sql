-- How many promises there are. Inputs: $actor (null for all), $at (made by then). Output: one number.
select count(*)
from said as s
where ((s.kind = 'position' and s.stance in ('commit', 'propose') and s.deadline is not null)
       or (s.kind = 'event' and s.status in ('planned', 'proposed')
           and coalesce(s."end", s."start") is not null))
  and ($actor is null or s.seq in (select seq from party where actor = $actor))
  and ($at is null or s.document in (
        select id from document where issued_start is null or issued_start <= $at::date));
