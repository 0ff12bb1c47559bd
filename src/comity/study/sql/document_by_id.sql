-- One document without its text. Inputs: $id.
select * exclude (text) from document where id = $id;
