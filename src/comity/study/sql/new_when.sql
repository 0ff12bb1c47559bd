-- Dates of a block whose meaning is not known yet. Inputs: $least (cells of a row that counts). Output: key.
-- Order: by key.
select distinct when_key as key from block
where width >= $least and when_key not in (select key from means_when) order by key;
