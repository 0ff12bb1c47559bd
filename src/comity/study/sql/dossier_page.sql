-- A page of a part of a dossier: the claims of its happenings, each with all its tellings. Inputs: $actors, $start,
-- $end (either null), $part (ties, events, ahead, positions), $teller (the issuer of the telling documents, null: any), $after_day and $after_seq (those of
-- the last happening of the page before, null: the first page), $limit (happenings, null: all).
-- Output: seq, day and first (of its happening). Order: by day, those without last, first; `claims_told` fetches.
with mine as materialized (
    select seq from party
    where actor in (select unnest($actors::varchar[]))
      and ($start is null or until >= $start::date) and ($end is null or since <= $end::date)
    group by seq having count(*) = len(list_distinct($actors::varchar[]))
),
stands as (
    select seq, id, kind, status, document, "start", "end" from claim
    where seq in (select seq from mine) and seq not in (select seq from correction)
    union all
    select seq, id, kind, status, document, "start", "end" from correction where seq in (select seq from mine)
),
told as (
    select s.*, coalesce(h.happening, s.id) as happening
    from stands as s
    left join standing as j on j.claim = s.id
    left join happening as h on h.claim = s.id
    where j.verdict is distinct from 'reject'
),
part as (
    select s.seq, s.happening, coalesce(s."start", s."end", d.issued_end) as day
    from told as s left join document as d on d.id = s.document
    where case when s.status in ('planned', 'proposed') then 'ahead' else s.kind || 's' end = $part
      and ($teller is null or d.issuer = $teller)
),
happened as (
    select happening, min(day) as day, min(seq) as first
    from part
    group by happening
    having $after_seq is null
        or min(day) > $after_day::date
        or (min(day) is null and $after_day is not null)
        or (min(day) is not distinct from $after_day::date and min(seq) > $after_seq)
    order by day nulls last, first
    limit coalesce($limit, 9223372036854775807)
)
select t.seq, h.day, h.first
from happened as h join part as t using (happening)
order by h.day nulls last, h.first, t.seq;
