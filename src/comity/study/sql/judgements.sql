-- Every judgement in the order made. `withdrawn`: since taken back.
select j.* exclude (seq), j.verdict <> 'withdraw' and j.id not in (select id from held) as withdrawn
from judgement as j
order by j.seq;
