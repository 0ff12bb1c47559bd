-- Which ties a source marks as missing, by year: neither there nor absent. Inputs: $document, $relations.
-- Output: a, b, year. Order: by a, b, year.
select distinct a, b, year("start") as year
from observation
where document = $document and value is null and series in (select unnest($relations::varchar[]))
order by a, b, year;
