-- Claims as they stand by their ids, with the day their document came out. Inputs: $ids.
-- Output: the columns of said, told. Order: as recorded.
select s.*, d.issued_end as told from said as s left join document as d on d.id = s.document
where s.id in (select unnest($ids::varchar[])) order by s.seq;
