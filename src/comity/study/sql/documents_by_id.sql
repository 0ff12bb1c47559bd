-- Documents without their texts. Inputs: $ids. Order: by id.
select id, kind, title, language, issuer, issued_start, issued_end
from document where id in (select unnest($ids::varchar[])) order by id;
