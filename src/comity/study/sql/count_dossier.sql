-- How many happenings a part of a dossier has. Inputs: as of dossier_page, without place and limit. Output: one number.
select count(distinct s.happening)
from said as s left join document as d on d.id = s.document
where s.seq in (
        select seq from party
        where actor in (select unnest($actors::varchar[]))
          and ($start is null or until >= $start::date) and ($end is null or since <= $end::date)
        group by seq having count(*) = len(list_distinct($actors::varchar[])))
  and case when s.status in ('planned', 'proposed') then 'ahead' else s.kind || 's' end = $part
  and ($teller is null or d.issuer = $teller);
