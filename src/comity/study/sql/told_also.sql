-- The other claims that tell of the same happening. Inputs: $claim, $happening. Order: of recording.
with tellings as (
    select claim as id from happening where happening = $happening
    union
    select $happening
)
select s.id, s.document, d.title, d.issuer, d.issued_end, s."start", s."end", s.participants, s.quote,
       s.kind, s.mode, s.frame, s.ordinal, s.status
from said as s join document as d on d.id = s.document
where s.id in (select id from tellings) and s.happening = $happening and s.id <> $claim
order by s.seq;
