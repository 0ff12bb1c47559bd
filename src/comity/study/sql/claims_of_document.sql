-- The claims of a document as they stand, in the order of its text. Inputs: $id.
select * from said where document = $id order by start_char, seq;
