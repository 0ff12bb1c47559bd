-- Claims as first recorded with the document that tells them. Inputs: $seqs. Order: none.
select c.*, null as verdict, c.id as happening, d.title, d.issuer as published_by, d.language, d.issued_end
from claim as c join document as d on d.id = c.document
where c.seq in (select unnest($seqs::bigint[]));
