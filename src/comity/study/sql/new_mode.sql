-- Event codes of a block whose meaning is not known yet. Inputs: $least. Output: key. Order: by key.
select distinct mode_key as key from block
where width >= $least and mode_key not in (select key from means_mode) order by key;
