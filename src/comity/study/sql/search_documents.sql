-- Documents whose title holds some words. Inputs: $words, $limit. Order: newest first, then by id.
select id, kind, title, language, issuer, issued_end
from document
where contains(lower(title), lower($words))
order by issued_end desc nulls last, id
limit $limit;
