-- The judgements about the claims of a selection, and those that take one of them back. Inputs: table `chosen`.
-- Output: the columns of judgement but seq. Order: as made.
with about as (
    select * from judgement
    where verdict <> 'withdraw' and claim in (select id from chosen)
      and (other is null or other in (select id from chosen))
)
select * exclude (seq) from judgement
where id in (select id from about) or (verdict = 'withdraw' and withdraws in (select id from about))
order by seq;
