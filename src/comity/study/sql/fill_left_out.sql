-- Joins that stand but are left out, since by way of others they would bring together what is held apart.
-- Inputs: $rows (JSON list of [claim, other, judgement]).
create or replace table left_out as
select r[1] as claim, r[2] as other, r[3] as judgement
from (select unnest(from_json($rows, '[["VARCHAR"]]')) as r)
order by claim, other;
