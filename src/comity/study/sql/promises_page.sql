-- A page of what was promised or scheduled: see promises. Inputs: $actor (null for all), $at (made by then),
-- $after_due and $after_seq (those of the last of the page before, null: the first page), $limit.
-- Order: by when due, then as recorded.
with page as materialized (
    select s.seq, coalesce(s.deadline, s."end", s."start") as due
    from said as s
    where ((s.kind = 'position' and s.stance in ('commit', 'propose') and s.deadline is not null)
           or (s.kind = 'event' and s.status in ('planned', 'proposed')
               and coalesce(s."end", s."start") is not null))
      and ($actor is null or s.seq in (select seq from party where actor = $actor))
      and ($at is null or s.document in (
            select id from document where issued_start is null or issued_start <= $at::date))
      and ($after_seq is null or coalesce(s.deadline, s."end", s."start") > $after_due::date
           or (coalesce(s.deadline, s."end", s."start") = $after_due::date and s.seq > $after_seq))
    order by due, s.seq
    limit $limit
)
select s.*, d.title, d.issued_start, d.issued_end, p.due
from page as p join said as s using (seq) join document as d on d.id = s.document
order by p.due, s.seq;
