-- The first and last year of which claims that stand tell, or numbers. Output: first, last.
with days as (
    select min("start") as first, max("start") as last from said where kind <> 'position'
    union all
    select min("start"), max("end") from observation
    union all
    select null, max(issued_end) from document
)
select year(min(first))::integer as first, year(max(last))::integer as last from days;
