-- Every judgement about a claim, in the order made. Inputs: $claim.
select j.*, j.id not in (select id from held) and j.verdict <> 'withdraw' as withdrawn
from judgement as j
where j.claim = $claim or j.other = $claim
order by j.seq;
