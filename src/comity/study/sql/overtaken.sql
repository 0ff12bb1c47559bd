-- Whether a judgement was taken back, or followed by another on the same claim or pair. Inputs: $id.
select count(*) > 0
from judgement as j, judgement as later
where j.id = $id and later.seq > j.seq
  and (later.withdraws = j.id
       or (later.verdict <> 'withdraw'
           and least(later.claim, later.other) is not distinct from least(j.claim, j.other)
           and greatest(later.claim, later.other) is not distinct from greatest(j.claim, j.other)));
