-- The dates of a mechanism's or an instrument's own life: told as events dated by kind, as establishment in a
-- text, or as the first tie a data set has with it. Inputs: $mechanism.
-- Output: date, end, precision, dated, mode, document, issuer, title, id, rule, quote. Order: by date, kind, id.
select s."start" as date, s."end", s.precision, coalesce(s.dated, 'told') as dated, s.mode, s.document,
       d.issuer, d.title, s.id, s.rule, s.quote
from said as s join document as d on d.id = s.document
where s.frame = $mechanism and s.kind = 'event'
  and ((s.dated is not null and len(s.participants) = 0) or (s.mode = 'establish' and s.status = 'occurred'))
union all
select min(s."start"), null, arg_min(s.precision, s."start"), 'first-observed', null, s.document,
       any_value(d.issuer), any_value(d.title), arg_min(s.id, s.seq), null, null
from said as s join document as d on d.id = s.document
where s."to" = $mechanism and s.kind = 'tie' and d.kind = 'dataset' and not starts_with(s.rule, 'facts.')
group by s.document
order by date nulls last, dated, id;
