-- What claims that stand tell events within or ties to: mechanisms, instruments and whatever else is told so.
-- Inputs: $id (null: all). Output: id, sessions, memberships, first, last (days). Order: most told of first, then by id.
with told as (
    select frame as id, 1 as session, 0 as membership, "start" as since, coalesce("end", "start") as until
    from said where kind = 'event' and frame is not null and ($id is null or frame = $id)
    union all
    select "to", 0, 1, "start", coalesce("end", "start")
    from said where kind = 'tie' and relation in ('member', 'party', 'host', 'founder')
      and ($id is null or "to" = $id)
)
select id, sum(session)::bigint as sessions, sum(membership)::bigint as memberships,
       min(since) as first, max(until) as last
from told
group by id
order by sessions + memberships desc, id;
