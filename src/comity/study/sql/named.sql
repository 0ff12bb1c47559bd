-- Which of some ids claims name, or whose id holds some words, and how often. Inputs: $ids, $words, $limit.
-- Mechanisms and instruments count by the events within them and the ties to them; topics by positions.
-- Output: id, claims. Order: most first, then by id.
with wanted as (
    select actor as id, seq from party
    where actor in (select unnest($ids::varchar[])) or contains(lower(actor), lower($words))
    union
    select frame, seq from claim
    where frame in (select unnest($ids::varchar[])) or contains(lower(frame), lower($words))
    union
    select topic, seq
    from (select unnest(topics) as topic, seq from claim where kind = 'position')
    where topic in (select unnest($ids::varchar[]))
)
select id, count(*) as claims from wanted group by id order by claims desc, id limit $limit;
