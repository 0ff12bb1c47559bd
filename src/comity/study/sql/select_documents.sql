-- Keep the documents of a selection. Inputs: table `chosen`, $whole (all of them), $document (this one even
-- without a claim, null for none). Output: table `chosen_document` (id, claims: how many stand).
create or replace temp table chosen_document as
select d.id, count(c.id) filter (c.stands) as claims
from document as d left join chosen as c on c.document = d.id
where $whole or d.id = $document or c.id is not null
group by d.id;
