-- Pairs of claims held to tell of one happening, in the order of judging; of two decisions about one
-- pair the later counts. Output: claim, other.
select claim, other
from held as h
where verdict = 'same'
  and not exists (
    select 1 from held as d
    where d.verdict = 'different' and d.seq > h.seq
      and least(d.claim, d.other) = least(h.claim, h.other)
      and greatest(d.claim, d.other) = greatest(h.claim, h.other))
order by seq;
