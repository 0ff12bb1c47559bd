-- Happenings a month by root between all the actors (or of one). Inputs: $actors, $start, $end.
-- A happening told several times counts once, in the month of its earliest telling. Order: month, root.
with told as (
    select happening, min("start") as day, min(root) as root
    from said
    where kind = 'event' and status in ('occurred', 'ongoing') and "start" is not null
      and seq in (
            select seq from party where actor in (select unnest($actors::varchar[]))
            group by seq having count(*) = len(list_distinct($actors::varchar[])))
      and ($start is null or coalesce("end", "start") >= $start::date)
      and ($end is null or "start" <= $end::date)
    group by happening
)
select date_trunc('month', day)::date as month, root, count(*) as happenings
from told
group by all
order by month, root;
