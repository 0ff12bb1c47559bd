-- Which claims, as they stand, pass every given filter: a page of them. Inputs: see Filter; $after_start and
-- $after_seq, those of the last claim of the page before (null: the first page), $limit.
-- Output: seq, start. Order: by start, those without last, then by order of recording. `claims_told` fetches.
select s.seq, s."start"
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
        group by seq having count(*) = len(list_distinct($actors::varchar[]))))
  and ($after_seq is null
       or (s."start" > $after_start::date)
       or (s."start" is null and $after_start is not null)
       or (s."start" is not distinct from $after_start::date and s.seq > $after_seq))
order by s."start" nulls last, s.seq
limit $limit;
