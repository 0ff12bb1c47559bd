-- Where claims stand in a stretch of a document's text. Inputs: $id, $first, $last (end exclusive), $after_start and
-- $after_seq (null: the first page), $limit. Output: the columns of said. Order: by start, then as recorded.
select * from said
where document = $id and start_char < $last and end_char > $first
  and ($after_seq is null or start_char > $after_start
       or (start_char = $after_start and seq > $after_seq))
order by start_char, seq
limit $limit;
