-- Claims as they stand by their place in the study. Inputs: $seqs. Order: as recorded.
select * from said where seq in (select unnest($seqs::bigint[])) order by seq;
