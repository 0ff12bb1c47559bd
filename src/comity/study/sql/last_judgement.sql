-- The last decision of an author on a claim that nobody took back. Inputs: $author. Output: its id.
select id from held
where author = $author and verdict in ('accept', 'reject', 'correct')
order by seq desc limit 1;
