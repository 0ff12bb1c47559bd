-- What was decided about pairs of claims, in the order of judging. Output: verdict (same, different),
-- claim, other, stands (not taken back since).
select verdict, claim, other, id in (select id from held) as stands
from judgement
where verdict in ('same', 'different')
order by seq;
