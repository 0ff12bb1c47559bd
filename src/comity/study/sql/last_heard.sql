-- The last day on which any document of the study was issued by or names an actor: what could have told.
-- Inputs: $actors, $at (heard by then).
select max(d.issued_end)
from document as d
where d.kind = 'text' and d.issued_end <= $at::date and (d.issuer in (select unnest($actors::varchar[]))
   or d.id in (select c.document from claim as c where c.seq in
        (select seq from party where actor in (select unnest($actors::varchar[])))));
