-- How long the text of a document is, in characters (code points). Inputs: $id.
select coalesce(length(text), 0) as length from document where id = $id;
