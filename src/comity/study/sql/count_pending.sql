-- How many claims an author has judged and has not. Inputs as for pending. Output: judged, pending.
select count(*) filter (where mine) as judged, count(*) filter (where not mine) as pending
from (
    select c.id in (
            select claim from held
            where author = $author and verdict in ('accept', 'reject', 'correct') and claim is not null
        ) as mine
    from claim as c join document as d on d.id = c.document
    where d.kind = 'text'
      and ($document is null or starts_with(c.document, $document))
      and ($kind is null or c.kind = $kind)
      and ($actor is null or c.seq in (select seq from party where actor = $actor))
);
