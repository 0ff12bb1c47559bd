-- The claim recorded last. One row.
select * from claim order by seq desc limit 1;
