-- Keep the claims of a selection in their order of recording. Inputs: table `fitting` (seq of the claims as
-- they stand that pass the filters), $whole (nothing was filtered: rejected claims come along, not as standing).
-- Output: table `chosen` (seq, id, document, stands, happening, place), place from 1 without gaps.
create or replace temp table chosen as
select seq, id, document, stands, happening, row_number() over (order by seq) as place
from (
    select s.seq, s.id, s.document, s.happening, true as stands
    from said as s join fitting using (seq)
    union all
    select c.seq, c.id, c.document, coalesce(h.happening, c.id), false
    from claim as c
    join standing as s on s.claim = c.id
    left join happening as h on h.claim = c.id
    where $whole and s.verdict = 'reject'
);
