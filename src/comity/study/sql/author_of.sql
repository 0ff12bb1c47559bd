-- Who made a decision on a claim that stands. Inputs: $id. Output: one name.
select author from held where id = $id and verdict in ('accept', 'reject', 'correct');
