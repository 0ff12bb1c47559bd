-- How much is told of all the actors, by part of a dossier. Inputs: $actors. Output: part, happenings. Order: by part.
with mine as materialized (
    select seq from party
    where actor in (select unnest($actors::varchar[]))
    group by seq having count(*) = len(list_distinct($actors::varchar[]))
),
stands as (
    select seq, id, kind, status from claim
    where seq in (select seq from mine) and seq not in (select seq from correction)
    union all
    select seq, id, kind, status from correction where seq in (select seq from mine)
),
told as (
    select s.*, coalesce(h.happening, s.id) as happening
    from stands as s
    left join standing as j on j.claim = s.id
    left join happening as h on h.claim = s.id
    where j.verdict is distinct from 'reject'
)
select case when status in ('planned', 'proposed') then 'ahead' else kind || 's' end as part,
       count(distinct happening) as happenings
from told
group by part
order by part;
