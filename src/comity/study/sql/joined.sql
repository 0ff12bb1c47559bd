-- Pairs of claims held to tell of one happening; of two decisions about one pair the later counts. Those of a person
-- (they carry no score) come first, then those by score, the likelier first: where a chain of joins would bring together
-- what is held apart, the weakest link gives way. Output: claim, other, judgement. Order: strongest first.
select claim, other, id as judgement
from held as h
where verdict = 'same'
  and not exists (
    select 1 from held as d
    where d.verdict = 'different' and d.seq > h.seq
      and least(d.claim, d.other) = least(h.claim, h.other)
      and greatest(d.claim, d.other) = greatest(h.claim, h.other))
order by score is not null, (score->>'likelihood')::double desc nulls last, seq;
