-- How many events the rows of a block make. Inputs: $least. One value.
select count(*)
from block as b
join means_when as w on w.key = b.when_key and w.dated
join means_mode as m on m.key = b.mode_key and m.mode is not null
join means_side as s on s.side = 0 and s.key = b.one_key and s.era = w.era
join means_side as t on t.side = 1 and t.key = b.other_key and t.era = w.era
join means_who as who on who.one = s.id and who.other = t.id and who.participants is not null
where b.width >= $least;
