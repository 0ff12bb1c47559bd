-- The words at spans of documents. Inputs: $rows (JSON list of [claim, document, start, end]).
-- Output: claim, words (a list, in the order of the spans given). Order: by claim.
select s.claim, list(substring(d.text, s."start" + 1, s."end" - s."start") order by s.place) as words
from (
    select r->>0 as claim, r->>1 as document, (r->>2)::bigint as "start", (r->>3)::bigint as "end", place
    from (select unnest(from_json($rows, '["JSON"]')) as r,
                 generate_subscripts(from_json($rows, '["JSON"]'), 1) as place)
) as s join document as d on d.id = s.document
where d.text is not null
group by s.claim
order by s.claim;
