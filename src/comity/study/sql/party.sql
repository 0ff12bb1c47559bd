-- Who is named by each claim as corrected and in what role, sorted so that a question about one actor reads little.
create or replace table party as
with stands as (
    select * from claim where seq not in (select seq from correction)
    union all
    select * from correction
),
named as (
    select seq, unnest(participants) as actor, 'participant' as role from stands
    union all select seq, unnest(holders), 'holder' from stands
    union all select seq, unnest(addressees), 'addressee' from stands
    union all select seq, "from", 'from' from stands where "from" is not null
    union all select seq, "to", 'to' from stands where "to" is not null
)
select actor, seq, min(role) as role from named group by actor, seq order by actor, seq;
