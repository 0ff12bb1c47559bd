-- Claims an author has not judged, those first where a mistake is likely and much rests on it. Inputs: $author,
-- $document, $kind, $actor (null for all), $kinds and $right (the share of claims read rightly, by kind.language),
-- $rough (where none is known), $undated, $inherited, $alone, $held (what each sign of doubt leaves of certainty), $limit.
-- Output: seq, uncertainty, effect. Order: by uncertainty times effect, then as recorded.
-- As first recorded: what others decided does not show.
select c.seq, e.effect,
       1 - coalesce($right[list_position($kinds::varchar[], c.kind || '.' || d.language)], $rough)
           * case when c.kind = 'event' and c."start" is null and c."end" is null then $undated else 1 end
           * case when c.resolved in ('inherited', 'relative', 'document') then $inherited else 1 end
           * case when c.kind = 'event' and len(c.participants) < 2 then $alone else 1 end
           * case when coalesce(c.status, 'occurred') <> 'occurred' then $held else 1 end as uncertainty
from claim as c join effect as e using (seq) join document as d on d.id = c.document
where d.kind = 'text'
  and c.id not in (
        select claim from held
        where author = $author and verdict in ('accept', 'reject', 'correct') and claim is not null)
  and ($document is null or starts_with(c.document, $document))
  and ($kind is null or c.kind = $kind)
  and ($actor is null or c.seq in (select seq from party where actor = $actor))
order by uncertainty * e.effect desc, c.seq
limit $limit;
