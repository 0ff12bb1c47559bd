-- Events counted by pair of actors, month and root. Inputs: $mode and $root (null: any), $document (null:
-- any), $start and $end (null: any). An event of several actors counts once for each pair of them, a pair
-- in alphabetical order. An event that spans months counts in the month it starts in.
-- Actors and roots are numbered in their order first: ten million rows are counted and sorted by numbers.
-- Output: a, b, month, root, events. Order: a, b, month, root.
with event as not materialized (
    select participants, (year("start") * 12 + month("start") - 1)::int as month, root
    from said
    where kind = 'event' and "start" is not null and len(participants) > 1
      and ($mode is null or mode = $mode) and ($root is null or root = $root)
      and ($document is null or document = $document)
      and ($start is null or "start" >= $start::date) and ($end is null or "start" <= $end::date)
), actor as materialized (
    select id, row_number() over (order by id)::int as n
    from (select distinct unnest(participants) as id from event)
), word as materialized (
    select root, row_number() over (order by root)::int as r from (select distinct root from event)
), pair as (
    select least(p.n, q.n) as a, greatest(p.n, q.n) as b, month, r
    from event
    join actor as p on p.id = participants[1]
    join actor as q on q.id = participants[2]
    join word using (root)
    where len(participants) = 2 and p.n <> q.n
    union all
    select p.n, q.n, month, r
    from (select unnest(parties) as one, parties, month, root
          from (select list_distinct(participants) as parties, month, root
                from event where len(participants) > 2))
    cross join unnest(parties) as other(two)
    join actor as p on p.id = one
    join actor as q on q.id = two
    join word using (root)
    where p.n < q.n
), cell as (
    select a, b, month, r, count(*) as events from pair group by all
)
select p.id as a, q.id as b, make_date((month // 12)::int, (month % 12 + 1)::int, 1) as month, root, events
from cell
join actor as p on p.n = cell.a
join actor as q on q.n = cell.b
join word using (r)
order by cell.a, cell.b, cell.month, cell.r;
