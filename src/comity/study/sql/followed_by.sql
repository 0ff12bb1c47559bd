-- What later documents tell of the actors of a promise within a stretch of days: candidates for its
-- keeping. Inputs: $actors (all named), $frame (or within this named thing, null for none), $issued (told later than), $start, $end (event days).
-- Order: by day, then as recorded.
select s.*, d.title, d.issued_start, d.issued_end
from said as s join document as d on d.id = s.document
where s.kind = 'event'
  and coalesce(d.issued_end, s."end") > $issued::date
  and (s.frame = $frame or s.seq in (
        select seq from party where actor in (select unnest($actors::varchar[]))
        group by seq having count(*) = len(list_distinct($actors::varchar[]))))
  and coalesce(s."end", date '9999-12-31') >= $start::date
  and coalesce(s."start", date '0001-01-01') <= $end::date
order by s."start" nulls last, s.seq;
