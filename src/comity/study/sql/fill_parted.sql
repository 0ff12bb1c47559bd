-- Pairs of happenings that somebody holds apart. Inputs: $rows (JSON list of [one, other]).
create or replace table parted as
select distinct r[1] as one, r[2] as other
from (select unnest(from_json($rows, '[["VARCHAR"]]')) as r)
order by one, other;
