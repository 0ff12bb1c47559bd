-- The documents and data sets with the number of their claims. Order: by date of issue, then as recorded.
select d.id, d.kind, d.title, d.language, d.issuer, d.issued_end as issued, d.complete, d.location,
       count(c.id) as claims, d.recorded
from document as d left join claim as c on c.document = d.id
group by all
order by issued nulls last, d.id;
