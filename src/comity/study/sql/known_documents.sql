-- Which documents are there. Inputs: $ids. Output: id, digest.
select id, digest from document where id in (select unnest($ids::varchar[])) order by id;
