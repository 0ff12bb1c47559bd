-- Which two sides meet in a block and have not met yet. Inputs: $least. Output: one, other (ids). Order: by both.
select distinct a.id as one, b.id as other
from block as r
join means_when as w on w.key = r.when_key and w.dated
join means_mode as m on m.key = r.mode_key and m.mode is not null
join means_side as a on a.side = 0 and a.key = r.one_key and a.era = w.era
join means_side as b on b.side = 1 and b.key = r.other_key and b.era = w.era
anti join means_who as known on known.one = a.id and known.other = b.id
where r.width >= $least
order by one, other;
