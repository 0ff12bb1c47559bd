-- What speaks for a property of an actor, or of a pair, at any time. Inputs: $property (a relation, a mode or
-- root of events, or a series), $a, $b (null: one actor), $either (both directions).
-- Output: document, id, kind, start, end, precision, grade, role, value, quote. Order: document, start, id.
select document, id, kind, "start", "end", precision, grade, role, null::double as value, quote
from said
where kind = 'tie' and relation = $property
  and (("from" = $a and ($b is null or "to" = $b)) or ($either and $b is not null and "from" = $b and "to" = $a))
union all
select document, id, kind, "start", "end", precision, null, null, null, quote
from said
where kind = 'event' and (mode = $property or root = $property)
  and status in ('occurred', 'ongoing')
  and seq in (select seq from party where actor = $a)
  and ($b is null or seq in (select seq from party where actor = $b))
union all
select document, document || '#' || row_number, 'observation', "start", "end",
       case when "start" = date_trunc('year', "start") and "end" = last_day("start" + interval 11 month)
            then 'year' else 'range' end,
       null, null, value, series || ' ' || coalesce(value::varchar, 'missing') || ' ' || coalesce(unit, '')
from observation
where series = $property
  and ((a = $a and b is not distinct from $b) or ($b is not null and a = $b and b = $a))
order by document, "start" nulls first, id;
