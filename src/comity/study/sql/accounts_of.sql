-- Whose documents tell of all the actors, and how much. Inputs: $actors. Output: issuer, kind, claims, first, last
-- (days of what is told). Order: most first, then by issuer and kind.
select d.issuer, s.kind, count(*) as claims, min(s."start") as first, max(coalesce(s."end", s."start")) as last
from said as s left join document as d on d.id = s.document
where s.seq in (select seq from party where actor in (select unnest($actors::varchar[]))
                group by seq having count(*) = len(list_distinct($actors::varchar[])))
group by d.issuer, s.kind
order by claims desc, d.issuer nulls last, s.kind;
