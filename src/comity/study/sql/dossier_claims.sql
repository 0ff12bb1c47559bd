-- Which claims name all the actors and count within a period. Inputs: $actors, $start, $end (either may be null).
-- A tie counts while it holds; a position on the day its document was issued.
-- Output: seq, rejected claims among them. Order: none. (Only narrow columns are read here; `claims_told` fetches.)
select seq from party
where actor in (select unnest($actors::varchar[]))
  and ($start is null or until >= $start::date) and ($end is null or since <= $end::date)
group by seq having count(*) = len(list_distinct($actors::varchar[]));
