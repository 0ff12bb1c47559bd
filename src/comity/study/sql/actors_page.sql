-- Who is named by claims that stand: a page of them. Inputs: $id (null: all), $after_claims and $after_id (those of
-- the last of the page before, null: the first page), $limit. Output: id, claims, first, last (days).
-- Order: by number of claims, most first, then by id.
with named as (
    select actor as id, count(*) as claims,
           min(since) filter (since > date '0001-01-01') as first,
           max(coalesce(nullif(until, date '9999-12-31'), since)) as last
    from party
    where ($id is null or actor = $id)
      and seq not in (select c.seq from claim as c join standing as s on s.claim = c.id where s.verdict = 'reject')
    group by actor
)
select * from named
where $after_id is null or claims < $after_claims or (claims = $after_claims and id > $after_id)
order by claims desc, id
limit $limit;
