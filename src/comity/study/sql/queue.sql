-- Claims an author has not judged, those first where a mistake is likely and much rests on it. Inputs: $author,
-- $document, $kind, $actor (null for all), $kinds and $wrong (the share of claims read wrongly, by kind.language),
-- $rough (where none is known), $signs and $lost (what each sign of doubt takes from certainty), $limit.
-- Output: seq, uncertainty, effect, signs. Order: by uncertainty times effect, then as recorded.
-- As first recorded: what others decided does not show.
with asked as (
    select c.seq, c.kind, coalesce(c.root, c.stance, c.relation) as word, d.language,
           case c.kind when 'event' then c.participants when 'position' then list_concat(c.holders, c.addressees)
                       else [c."from", c."to"] end as named,
           list_filter([
               case when c.kind = 'event' and c."start" is null and c."end" is null then 'undated' end,
               case when c.resolved in ('inherited', 'relative', 'document') then 'inherited' end,
               case when c.kind = 'event' and len(c.participants) < 2 then 'alone' end,
               case when coalesce(c.status, 'occurred') <> 'occurred' then 'held' end
           ], x -> x is not null) as signs
    from claim as c join document as d on d.id = c.document
    where d.kind = 'text'
),
weighed as (
    select *, 1.0 / count(*) over (partition by kind, word, list_sort(named)) as effect
    from asked
),
doubted as (
    select w.seq, w.signs, w.effect,
           1 - (1 - coalesce($wrong[list_position($kinds::varchar[], w.kind || '.' || w.language)], $rough))
               * coalesce(list_product(list_transform(w.signs, x -> 1 - $lost[list_position($signs::varchar[], x)])), 1) as uncertainty
    from weighed as w
)
select d.seq, d.uncertainty, d.effect, d.signs
from doubted as d join claim as c using (seq)
where c.id not in (
        select claim from held
        where author = $author and verdict in ('accept', 'reject', 'correct') and claim is not null)
  and ($document is null or starts_with(c.document, $document))
  and ($kind is null or c.kind = $kind)
  and ($actor is null or c.seq in (select seq from party where actor = $actor))
order by d.uncertainty * d.effect desc, d.seq
limit $limit;
