-- The kinds of some claims. Inputs: $ids. Output: id, kind.
select distinct id, kind from claim where id in (select unnest($ids::varchar[])) order by id;
