-- Pairs of claims held not to tell of one happening; of two decisions about one pair the later counts.
-- Output: claim, other. Order: of judging.
select claim, other
from held as h
where verdict = 'different'
  and not exists (
    select 1 from held as d
    where d.verdict = 'same' and d.seq > h.seq
      and least(d.claim, d.other) = least(h.claim, h.other)
      and greatest(d.claim, d.other) = greatest(h.claim, h.other))
order by seq;
