-- The texts of documents of a language issued within a span of days, or of no date. Inputs: $language, $start, $end.
-- Output: id, text; each text once. Order: by id.
select min(id) as id, text
from document
where kind = 'text' and text is not null and (language = $language or language is null)
  and (issued_start is null or (issued_start <= $end and issued_end >= $start))
group by text
order by 1;
