-- How far the study has grown: last claim and last judgement, as one text; before them, the number of the way the
-- derived tables are built, so that those of an earlier version are built anew.
select concat_ws('/', 'd4', (select coalesce(max(seq), 0) from claim), (select coalesce(max(seq), 0) from judgement));
