-- The series a study holds. Output: series, unit, source, actors, first, last, values, missing.
select series, any_value(unit) as unit, document as source, count(distinct a) as actors,
       min("start") as first, max("end") as last, count(value) as "values",
       count(*) - count(value) as missing
from observation group by series, document order by series, document;
