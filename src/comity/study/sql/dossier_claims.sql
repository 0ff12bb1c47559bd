-- Which claims as they stand name all the actors in a period. Inputs: $actors, $start, $end.
-- A tie counts while it holds within the period; a position on the day its document was issued.
-- Output: seq. Order: as recorded. (Only narrow columns are read here; the claims are fetched by seq.)
with named as (
    select seq from party where actor in (select unnest($actors::varchar[]))
    group by seq having count(*) = len(list_distinct($actors::varchar[]))
)
select s.seq
from said as s
join named using (seq)
left join document as d on d.id = s.document and ($start is not null or $end is not null)
where ($start is null or coalesce(s."end", case when s.kind = 'tie' then date '9999-12-31' else d.issued_end end,
                                  date '9999-12-31') >= $start::date)
  and ($end is null or coalesce(s."start", d.issued_start, date '0001-01-01') <= $end::date)
order by s.seq;
