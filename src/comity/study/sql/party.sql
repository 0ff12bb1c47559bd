-- Who is named by each claim as corrected, in what role, and from which day to which it counts: its period; without
-- one, the day its document was issued; a tie without end goes on. Sorted so that a question about one actor reads little.
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
),
counts as (
    select s.seq, coalesce(s."start", d.issued_start, date '0001-01-01') as since,
           coalesce(s."end", case when s.kind <> 'tie' then d.issued_end end, date '9999-12-31') as until
    from stands as s left join document as d on d.id = s.document
)
select actor, seq, min(role) as role, any_value(since) as since, any_value(until) as until
from named join counts using (seq)
group by actor, seq order by actor, seq;
