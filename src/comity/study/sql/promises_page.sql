-- A page of what was promised or scheduled: see promises. Inputs: $actor (null for all), $at (made by then),
-- $after_due and $after_seq (those of the last of the page before, null: the first page), $limit.
-- Order: by when due, then as recorded.
select s.*, d.title, d.issued_start, d.issued_end,
       coalesce(s.deadline, s."end", s."start") as due
from said as s join document as d on d.id = s.document
where ((s.kind = 'position' and s.stance in ('commit', 'propose') and s.deadline is not null)
       or (s.kind = 'event' and s.status in ('planned', 'proposed')
           and coalesce(s."end", s."start") is not null))
  and ($actor is null or s.seq in (select seq from party where actor = $actor))
  and ($at is null or d.issued_start is null or d.issued_start <= $at::date)
  and ($after_seq is null or coalesce(s.deadline, s."end", s."start") > $after_due::date
       or (coalesce(s.deadline, s."end", s."start") = $after_due::date and s.seq > $after_seq))
order by due nulls last, s.seq
limit $limit;
