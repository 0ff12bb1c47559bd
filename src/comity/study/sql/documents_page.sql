-- A page of documents and data sets with the number of their claims. Inputs: $kind, $issuer, $language (null: any),
-- $after_issued and $after_id (those of the last of the page before, null: the first page), $limit.
-- Order: by date of issue, those without last, then by id.
with page as (
    select id, kind, title, language, issuer, issued_end as issued, complete, location, recorded
    from document as d
    where ($kind is null or kind = $kind) and ($issuer is null or issuer = $issuer)
      and ($language is null or language = $language)
      and ($after_id is null
           or issued_end > $after_issued::date
           or (issued_end is null and $after_issued is not null)
           or (issued_end is not distinct from $after_issued::date and id > $after_id))
    order by issued_end nulls last, id
    limit $limit
)
select p.*, (select count(*) from claim as c where c.document = p.id) as claims
from page as p
order by issued nulls last, id;
