-- Who is named together with an actor, in how many claims. Inputs: $actor, $limit. Order: most first, then by id.
select p.actor as id, count(*) as claims
from party as p
where p.seq in (select seq from party where actor = $actor) and p.actor <> $actor
  and p.seq not in (select c.seq from claim as c join standing as s on s.claim = c.id where s.verdict = 'reject')
group by p.actor
order by claims desc, id
limit $limit;
