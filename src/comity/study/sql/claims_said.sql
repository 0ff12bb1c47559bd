-- Claims as they stand by their ids. Inputs: $ids. Order: as recorded.
select * from said where id in (select unnest($ids::varchar[])) order by seq;
