-- Which happening each joined claim tells of. Inputs: $rows (JSON list of [claim, happening]).
create or replace table happening as
select r[1] as claim, r[2] as happening
from (select unnest(from_json($rows, '[["VARCHAR"]]')) as r)
order by claim;
