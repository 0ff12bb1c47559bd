-- Events counted by pair of actors, month and root. Inputs: $mode and $root (null: any), $document (null:
-- any), $start and $end (null: any). An event of several actors counts once for each pair of them, a pair
-- in alphabetical order. An event that spans months counts in the month it starts in.
-- Output: a, b, month, root, events. Order: a, b, month, root.
with event as (
    select participants, date_trunc('month', "start")::date as month, root
    from claim
    where kind = 'event' and "start" is not null and len(participants) > 1
      and ($mode is null or mode = $mode) and ($root is null or root = $root)
      and ($document is null or document = $document)
      and ($start is null or "start" >= $start::date) and ($end is null or "start" <= $end::date)
      and seq not in (select c.seq from claim as c join standing as s on s.claim = c.id
                      where s.verdict in ('reject', 'correct'))
), pair as (
    select least(participants[1], participants[2]) as a, greatest(participants[1], participants[2]) as b,
           month, root, count(*) as events
    from event where len(participants) = 2 group by all
    union all
    select a, b, month, root, count(*)
    from (select unnest(list_distinct(participants)) as a, list_distinct(participants) as others, month, root
          from event where len(participants) > 2),
         unnest(others) as other(b)
    where a < b group by all
)
select a, b, month, root, sum(events)::bigint as events
from pair where a <> b group by a, b, month, root order by a, b, month, root;
