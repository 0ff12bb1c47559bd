-- When sources say that a tie is missing from their data: neither there nor absent. Inputs: $relations,
-- $a (null: any), $b, $either (both directions), $start, $end. Output: document, a, b. Order: by document, a.
select distinct document, a, b
from observation
where series in (select unnest($relations::varchar[])) and value is null
  and (((a = $a or $a is null) and b = $b) or ($either and a = $b and b = $a))
  and "start" <= $end and "end" >= $start
order by document, a;
