-- How far the study has grown: last claim and last judgement, as one text.
select concat_ws('/', (select coalesce(max(seq), 0) from claim), (select coalesce(max(seq), 0) from judgement));
