-- Claims as they stand with the document that tells them. Inputs: $seqs. Output: the published columns, seq, happening,
-- title, source_kind, published_by, issued_end, day (when it began, ended, or was issued).
-- Order: none: sorting so wide rows costs more here than where they are read.
select s.* exclude (recorded, verdict, judged_by), d.title, d.kind as source_kind, d.issuer as published_by,
       d.issued_end, coalesce(s."start", s."end", d.issued_end) as day
from said as s left join document as d on d.id = s.document
where s.seq in (select unnest($seqs::bigint[]));
