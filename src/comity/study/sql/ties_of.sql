-- Ties of some relations, as they stand. Inputs: $relations, $a (null: any), $b, $either (both directions).
-- Output: seq, id, document, relation, from, to, start, end, precision, dated, grade, role, rule, quote, kind,
-- told (when the text was issued; null for data). Order: of recording.
select s.seq, s.id, s.document, s.relation, s."from", s."to", s."start", s."end", s.precision, s.dated,
       s.grade, s.role, s.rule, s.quote, s.kind, d.issued_end as told
from said as s join document as d on d.id = s.document
where s.kind = 'tie' and s.relation in (select unnest($relations::varchar[]))
  and s.seq in (select seq from party where actor = $b)
  and (((s."from" = $a or $a is null) and s."to" = $b) or ($either and s."from" = $b and s."to" = $a))
order by s.seq;
