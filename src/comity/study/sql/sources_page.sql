-- A page of documents and data sets with their rights and what they hold. Inputs: $after_kind and $after_id (those of
-- the last of the page before, null: the first page), $limit. Order: data sets, then texts, each by id.
with page as (
    select id, kind, title, issuer, issued_end as issued, licence, citation
    from document
    where $after_id is null or kind > $after_kind or (kind = $after_kind and id > $after_id)
    order by kind, id
    limit $limit
)
select p.*, (select count(*) from claim as c where c.document = p.id) as claims,
       (select count(*) from observation as o where o.document = p.id) as observations
from page as p
order by kind, id;
