-- From how many rows of a block not everything can be taken, by reason; a row counts once for each reason.
-- Inputs: $least, $width (of the header), $no_date, $no_mode (words). Output: reason (null: any), rows. Order: by reason.
with told as (
    select b.number, list_distinct(case
        when b.width < $least then [b.width || ' cells where the header has ' || $width]
        when not w.dated then [$no_date]
        when m.mode is null then [$no_mode]
        else who.reasons end) as reasons
    from block as b
    left join means_when as w on w.key = b.when_key
    left join means_mode as m on m.key = b.mode_key
    left join means_side as s on s.side = 0 and s.key = b.one_key and s.era = w.era
    left join means_side as t on t.side = 1 and t.key = b.other_key and t.era = w.era
    left join means_who as who on who.one = s.id and who.other = t.id
), reason as (
    select number, unnest(reasons) as reason from told
)
select reason, count(distinct number) as rows from reason group by grouping sets ((reason), ())
order by reason nulls first;
