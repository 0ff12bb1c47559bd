-- One row a happening: what the selection's tellings of it say together. Inputs: table `chosen`. The telling with
-- the most exact date, then the one recorded first, speaks for it; `differs` names in what the others do not
-- agree. `claims`, `documents` and `quotes` stand in one order, telling by telling. Order: of first recording.
with told as (
    select s.*, c.place as place_in,
           case when s."start" is null or s."end" is null then 1000000 else s."end" - s."start" end as days
    from said as s join chosen as c using (seq)
    where c.stands and s.kind = 'event'
),
sides as (
    select happening, count(distinct list_sort(participants)) as sides from told group by happening
)
select t.happening,
       first(mode order by days, seq) as mode,
       first(root order by days, seq) as root,
       first(participants order by days, seq) as participants,
       first(roles order by days, seq) as roles,
       first("start" order by days, seq) as "start",
       first("end" order by days, seq) as "end",
       first(precision order by days, seq) as precision,
       first(place order by place is null, days, seq) as place,
       first(frame order by frame is null, days, seq) as frame,
       first(ordinal order by ordinal is null, days, seq) as ordinal,
       first(status order by days, seq) as status,
       first(track order by days, seq) as track,
       min("start") as earliest,
       max("end") as latest,
       list_filter([case when max("start") > min("end") then 'dates' end,
                    case when count(distinct mode) > 1 then 'kind' end,
                    case when any_value(sides) > 1 then 'participants' end], lambda x: x is not null) as differs,
       count(*) as tellings,
       len(list_distinct(list(t.issuer))) as issuers,
       list(id order by days, seq) as claims,
       list(document order by days, seq) as documents,
       list(quote order by days, seq) as quotes,
       row_number() over (order by min(place_in)) as seq
from told as t join sides using (happening)
group by t.happening
order by seq;
