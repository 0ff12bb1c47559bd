-- The first place in each text that holds some words. Inputs: $words, $limit.
-- Output: document, title, start, end (characters), before, words, after. Order: newest first, then by id.
with found as (
    select id as document, title, text, issued_end, strpos(lower(text), lower($words)) - 1 as start
    from document
    where kind = 'text' and contains(lower(text), lower($words))
    order by issued_end desc nulls last, id
    limit $limit
)
select document, title, start, start + length($words) as "end",
       substring(text, greatest(start - 60, 0) + 1, least(start, 60)) as before,
       substring(text, start + 1, length($words)) as words,
       substring(text, start + length($words) + 1, 60) as after
from found
order by issued_end desc nulls last, document;
