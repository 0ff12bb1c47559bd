-- What tells one state of a study from any other: counts and the last of everything that is only ever added.
-- Output: one text.
select concat_ws('/',
    (select coalesce(max(seq), 0) from claim), (select arg_max(id, seq) from claim),
    (select coalesce(max(seq), 0) from judgement), (select arg_max(id, seq) from judgement),
    (select count(*) from document), (select max(recorded) from document),
    (select max(digest) from document), (select min(digest) from document),
    (select count(*) from observation), (select count(*) from coverage), (select max(recorded) from coverage),
    (select count(*) from import), (select max(recorded) from import));
