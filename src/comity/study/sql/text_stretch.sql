-- A stretch of a document's text. Inputs: $id, $first and $last (characters, end exclusive). Output: one text.
select substring(text, $first + 1, $last - $first) from document where id = $id;
