-- The claims as they stand behind a value, each with its document. Inputs: $ids (claims), $rows (rows of data
-- sets as document:section#row). Order: by start, then by order of recording.
select s.*, s.document || ':' || coalesce(s.section, '') || '#' || s.start_char as row_name,
       d.title, d.issuer as published_by, d.issued_end, d.kind as source_kind
from said as s
join document as d on d.id = s.document
where s.id in (select unnest($ids::varchar[]))
   or (s.document in (select unnest($documents::varchar[]))
       and s.document || ':' || coalesce(s.section, '') || '#' || s.start_char
           in (select unnest($rows::varchar[])))
order by s."start" nulls last, s.seq;
