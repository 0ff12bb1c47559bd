-- What follows from the claims and judgements: built anew by `study rebuild`, always the same bytes.
-- `claim` and `judgement` may be tables or, for the study as known on an earlier day, views of them.

-- Judgements that nobody took back.
create or replace table held as
select * from judgement
where verdict <> 'withdraw'
  and id not in (select withdraws from judgement where verdict = 'withdraw' and withdraws is not null)
order by seq;

-- The last decision on each claim by itself.
create or replace table standing as
select claim, verdict, id as judgement, author, reason, recorded
from (
    select *, row_number() over (partition by claim order by seq desc) as turn
    from held where verdict in ('accept', 'reject', 'correct')
)
where turn = 1
order by claim;

-- Who is named by each claim and in what role, sorted so that a question about one actor reads little.
create or replace table party as
with named as (
    select seq, unnest(participants) as actor, 'participant' as role from claim
    union all select seq, unnest(holders), 'holder' from claim
    union all select seq, unnest(addressees), 'addressee' from claim
    union all select seq, "from", 'from' from claim where "from" is not null
    union all select seq, "to", 'to' from claim where "to" is not null
)
select actor, seq, min(role) as role from named group by actor, seq order by actor, seq;
