-- Events that other issuers or data sets tell, that name two of the actors (or the one there is) and may lie
-- within some days. Inputs: $document (left out), $issuer (left out), $actors, $start, $end.
-- Order: by start, then as recorded.
with named as (
    select seq from party where actor in (select unnest($actors::varchar[])) and role = 'participant'
    group by seq having count(*) >= least(2, len(list_distinct($actors::varchar[])))
)
select s.*
from said as s join named using (seq) join document as d on d.id = s.document
where s.kind = 'event' and s.status in ('occurred', 'ongoing')
  and s.document <> $document
  and (d.kind = 'dataset' or coalesce(s.issuer, '') <> $issuer)
  and ($start is null or s."end" is null or s."end" >= $start::date)
  and ($end is null or s."start" is null or s."start" <= $end::date)
order by s."start" nulls last, s.seq;
