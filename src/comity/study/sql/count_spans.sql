-- How many claims touch a stretch of a document's text. Inputs: $id, $first, $last. Output: one number.
select count(*) from said where document = $id and start_char < $last and end_char > $first;
