-- The documents whose id begins so, without their text. Inputs: $prefix.
select * exclude (text) from document where starts_with(id, $prefix) order by id limit 2;
