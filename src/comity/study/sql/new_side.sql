-- Who stands on either side of the dated, coded rows of a block and is not known yet: cells, and the era in which they
-- are read with one of its periods. Inputs: $least. Output: side (0, 1), key, era, start, end. Order: side, key, era.
with row as (
    select b.one_key, b.other_key, w.era, w."start", w."end"
    from block as b
    join means_when as w on w.key = b.when_key and w.dated
    join means_mode as m on m.key = b.mode_key and m.mode is not null
    where b.width >= $least
), side as (
    select 0 as side, one_key as key, era, any_value("start") as "start", any_value("end") as "end" from row group by all
    union all
    select 1, other_key, era, any_value("start"), any_value("end") from row group by all
)
select s.* from side as s
anti join means_side as known using (side, key, era)
order by side, key, era;
