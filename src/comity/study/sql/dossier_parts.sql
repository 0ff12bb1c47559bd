-- How much is told of all the actors, by part of a dossier. Inputs: $actors. Output: part, happenings. Order: by part.
select case when status in ('planned', 'proposed') then 'ahead' else kind || 's' end as part,
       count(distinct happening) as happenings
from said
where seq in (select seq from party where actor in (select unnest($actors::varchar[]))
              group by seq having count(*) = len(list_distinct($actors::varchar[])))
group by part
order by part;
