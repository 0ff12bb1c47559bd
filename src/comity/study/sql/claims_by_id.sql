-- Claims as recorded. Inputs: $ids. Output: all columns of claim, in order of recording.
select * from claim where id in (select unnest($ids::varchar[])) order by seq;
