-- How many ids claims name. Output: one number.
select count(distinct actor) from party
where seq not in (select c.seq from claim as c join standing as s on s.claim = c.id where s.verdict = 'reject');
