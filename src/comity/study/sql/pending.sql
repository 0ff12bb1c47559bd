-- Claims an author has not judged yet, with their document's title. Inputs: $author, $document and $kind
-- (null for all), $actor (null for all), $limit. As first recorded: what others decided does not show.
-- Order: as recorded.
select s.*, d.title, d.issuer as published_by, d.issued_end
from claim as s join document as d on d.id = s.document
where s.id not in (
        select claim from held
        where author = $author and verdict in ('accept', 'reject', 'correct') and claim is not null)
  and d.kind = 'text'
  and ($document is null or starts_with(s.document, $document))
  and ($kind is null or s.kind = $kind)
  and ($actor is null or s.seq in (select seq from party where actor = $actor))
order by s.seq
limit $limit;
