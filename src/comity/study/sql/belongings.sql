-- Which ties of belonging one source tells, as they stand. Inputs: $document, $relations, $bodies (empty: all).
-- Output: seq, id, from, to, start, end, precision, dated, role. Order: by body, actor, start, recording.
select seq, id, "from", "to", "start", "end", precision, dated, role
from said
where kind = 'tie' and document = $document and relation in (select unnest($relations::varchar[]))
  and (len($bodies::varchar[]) = 0 or "to" in (select unnest($bodies::varchar[])))
order by "to", "from", "start" nulls last, seq;
