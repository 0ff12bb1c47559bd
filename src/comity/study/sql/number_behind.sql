-- The data set a number stands in. Inputs: $series, $row, $a, $b (may be null), $start. Output: document, title,
-- issuer. Order: none, one row; of several imports of a feed, the newest.
select o.document, d.title, d.issuer
from observation as o
join document as d on d.id = o.document
left join import as i on i.document = o.document
where o.series = $series and o.row_number = $row and o.a = $a
  and o.b is not distinct from $b and o."start" is not distinct from $start::date
order by i.recorded desc, o.document desc
limit 1;
