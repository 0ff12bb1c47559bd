-- The words of a document around a span. Inputs: $id, $first and $last (characters, end exclusive).
-- Output: before, after.
select substring(text, greatest($first - 160, 0) + 1, least($first, 160)) as before,
       substring(text, $last + 1, 160) as after
from document where id = $id;
