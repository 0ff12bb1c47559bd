-- How many claims, as they stand, pass every given filter. Inputs: see Filter. Output: one number.
select count(*)
from said as s
left join document as d on d.id = s.document
where ($kind is null or s.kind = $kind)
  and ($mode is null or s.mode = $mode)
  and ($stance is null or s.stance = $stance)
  and ($relation is null or s.relation = $relation)
  and ($frame is null or s.frame = $frame or s."to" = $frame)
  and ($topic is null or list_contains(s.topics, $topic))
  and ($document is null or s.document = $document)
  and ($issuer is null or s.issuer = $issuer)
  and ($start is null or coalesce(s."end", d.issued_end, date '9999-12-31') >= $start::date)
  and ($end is null or coalesce(s."start", d.issued_start, date '0001-01-01') <= $end::date)
  and ($at is null or ((s."start" is null or s."start" <= $at::date)
                       and (s."end" is null or s."end" >= $at::date)
                       and (s."start" is not null or s."end" is not null)))
  and (not $reviewed or s.verdict in ('accept', 'correct'))
  and ($text is null or contains(lower(s.quote), lower($text)))
  and (len($actors::varchar[]) = 0 or s.seq in (
        select seq from party where actor in (select unnest($actors::varchar[]))
        group by seq having count(*) = len(list_distinct($actors::varchar[]))));
