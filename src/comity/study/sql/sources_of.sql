-- Who published some documents and data sets, and when they were last told. Inputs: $ids. Order: by id.
select id, kind, title, issuer, coalesce(issued_end, recorded::date) as told
from document where id in (select unnest($ids::varchar[])) order by id;
