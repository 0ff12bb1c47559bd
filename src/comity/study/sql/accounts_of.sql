-- Whose documents tell of all the actors, and how much. Inputs: $actors. Output: issuer, kind, claims, first, last
-- (days of what is told). Order: most first, then by issuer and kind.
with mine as materialized (
    select seq from party
    where actor in (select unnest($actors::varchar[]))
    group by seq having count(*) = len(list_distinct($actors::varchar[]))
),
stands as (
    select seq, id, kind, document, "start", "end" from claim
    where seq in (select seq from mine) and seq not in (select seq from correction)
    union all
    select seq, id, kind, document, "start", "end" from correction where seq in (select seq from mine)
),
told as (
    select s.*, coalesce(h.happening, s.id) as happening
    from stands as s
    left join standing as j on j.claim = s.id
    left join happening as h on h.claim = s.id
    where j.verdict is distinct from 'reject'
)
select d.issuer, s.kind, count(*) as claims, min(s."start") as first, max(coalesce(s."end", s."start")) as last
from told as s left join document as d on d.id = s.document
group by d.issuer, s.kind
order by claims desc, d.issuer nulls last, s.kind;
