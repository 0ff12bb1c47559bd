-- The other claims that tell of the same happening. Inputs: $claim, $happening. Order: of recording.
select s.id, s.document, d.title, d.issuer, d.issued_end, s."start", s."end", s.participants, s.quote,
       s.kind, s.mode, s.frame, s.ordinal, s.status
from said as s join document as d on d.id = s.document
where s.happening = $happening and s.id <> $claim
order by s.seq;
