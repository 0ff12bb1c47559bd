-- Numbers of a series for an actor or a pair. Inputs: $series, $a and $b (null: any), $either (also the pair
-- turned round), $all (every import; else only the newest of each feed). Order: a, b, start, source, row.
with newest as (
    select document from import
    qualify $all or row_number() over (partition by feed order by recorded desc, document desc) = 1
)
select o.series, o.a, o.b, o."start", o."end", o.value, o.unit, o.document as source, o.row_number as row
from observation as o join newest using (document)
where o.series = $series
  and (($a is null or o.a = $a) and ($b is null or o.b = $b)
       or $either and ($a is null or o.b = $a) and ($b is null or o.a = $b))
order by o.a, o.b nulls first, o."start", source, o.row_number;
