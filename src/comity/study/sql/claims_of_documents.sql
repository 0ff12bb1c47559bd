-- The ids of the claims of some documents. Inputs: $ids. Output: id, document, in order of recording.
select id, document from claim where document in (select unnest($ids::varchar[])) order by seq;
