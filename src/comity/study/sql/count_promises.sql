-- How many promises there are. Inputs: $actor (null for all), $at (made by then). Output: one number.
select count(*)
from said as s join document as d on d.id = s.document
where ((s.kind = 'position' and s.stance in ('commit', 'propose') and s.deadline is not null)
       or (s.kind = 'event' and s.status in ('planned', 'proposed')
           and coalesce(s."end", s."start") is not null))
  and ($actor is null or s.seq in (select seq from party where actor = $actor))
  and ($at is null or d.issued_start is null or d.issued_start <= $at::date);
