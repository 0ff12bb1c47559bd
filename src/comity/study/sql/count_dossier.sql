-- How many happenings a part of a dossier has. Inputs: as of dossier_page, without place and limit. Output: one number.
with mine as materialized (
    select seq from party
    where actor in (select unnest($actors::varchar[]))
      and ($start is null or until >= $start::date) and ($end is null or since <= $end::date)
    group by seq having count(*) = len(list_distinct($actors::varchar[]))
),
stands as (
    select seq, id, kind, status, document from claim
    where seq in (select seq from mine) and seq not in (select seq from correction)
    union all
    select seq, id, kind, status, document from correction where seq in (select seq from mine)
),
told as (
    select s.*, coalesce(h.happening, s.id) as happening
    from stands as s
    left join standing as j on j.claim = s.id
    left join happening as h on h.claim = s.id
    where j.verdict is distinct from 'reject'
)
select count(distinct s.happening)
from told as s
where case when s.status in ('planned', 'proposed') then 'ahead' else s.kind || 's' end = $part
  and ($teller is null or s.document in (select id from document where issuer = $teller));
