-- What share of the evidence rests on each claim: one over the number of claims that tell the same kind of thing of the
-- same actors, whatever their order. As recorded, for reviewers, who judge what was first read.
create or replace table effect as
with told as (
    select seq,
           hash(kind, coalesce(root, stance, relation),
                list_sort(case kind when 'event' then participants
                                    when 'position' then list_concat(holders, addressees)
                                    else ["from", "to"] end)) as what
    from claim
),
counted as (select what, count(*) as tellings from told group by what)
select t.seq, (1.0 / c.tellings)::float as effect
from told as t join counted as c using (what)
order by t.seq;
