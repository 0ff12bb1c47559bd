-- The first and last day that the rows of a block speak of. Inputs: $least. Output: first, last.
select min(w."start") as first, max(coalesce(w."end", w."start")) as last
from block as b join means_when as w on w.key = b.when_key and w.dated
where b.width >= $least;
