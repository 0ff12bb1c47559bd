-- A page of a part of a dossier: the claims of its happenings, each with all its tellings. Inputs: $actors, $start,
-- $end (either null), $part (ties, events, ahead, positions), $teller (the issuer of the telling documents, null: any), $after_day and $after_seq (those of
-- the last happening of the page before, null: the first page), $limit (happenings, null: all).
-- Output: seq, day and first (of its happening). Order: by day, those without last, first; `claims_told` fetches.
with told as (
    select s.seq, s.happening, coalesce(s."start", s."end", d.issued_end) as day
    from said as s left join document as d on d.id = s.document
    where s.seq in (
            select seq from party
            where actor in (select unnest($actors::varchar[]))
              and ($start is null or until >= $start::date) and ($end is null or since <= $end::date)
            group by seq having count(*) = len(list_distinct($actors::varchar[])))
      and case when s.status in ('planned', 'proposed') then 'ahead' else s.kind || 's' end = $part
      and ($teller is null or d.issuer = $teller)
),
happened as (
    select happening, min(day) as day, min(seq) as first
    from told
    group by happening
    having $after_seq is null
        or min(day) > $after_day::date
        or (min(day) is null and $after_day is not null)
        or (min(day) is not distinct from $after_day::date and min(seq) > $after_seq)
    order by day nulls last, first
    limit coalesce($limit, 9223372036854775807)
)
select t.seq, h.day, h.first
from happened as h join told as t using (happening)
order by h.day nulls last, h.first, t.seq;
