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
