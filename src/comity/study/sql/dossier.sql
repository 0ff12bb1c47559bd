-- Every claim as it stands that names all the actors, with its document. Inputs: $actors, $start, $end.
-- A tie counts while it holds within the period; a position on the day its document was issued.
-- Order: by day, then as recorded.
select s.*, d.title, d.language, d.issued_start, d.issued_end, d.kind as source_kind,
       coalesce(s."start", s."end", d.issued_end) as day
from said as s join document as d on d.id = s.document
where s.seq in (
        select seq from party where actor in (select unnest($actors::varchar[]))
        group by seq having count(*) = len(list_distinct($actors::varchar[])))
  and ($start is null or coalesce(s."end", case when s.kind = 'tie' then date '9999-12-31' else d.issued_end end,
                                  date '9999-12-31') >= $start::date)
  and ($end is null or coalesce(s."start", d.issued_start, date '0001-01-01') <= $end::date)
order by day nulls last, s.seq;
