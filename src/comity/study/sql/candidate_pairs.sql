-- Pairs of events of different documents that could be one happening: acts of one family, periods that
-- touch, and two actors, the frame or, for an act of one alone, that one in common.
-- Inputs: $modes and $families (lists of equal length: the family of each mode), $stays (modes of days), $news (modes looked for without a date), $slack (days between
-- periods that still touch), $edition (days between periods of one session), $memory (days after
-- an event on which it may be talked about without a date of its own; so many days before the document
-- came out an event without any date is looked for, or after it when it was planned), $trip (days between
-- tellings of one visit), $window (how many
-- neighbours in time are looked at within one block), $start, $end (only events within, or null).
-- A list of participants is known by the pairs among six of them, chosen by hash so that two long lists
-- choose alike. Blocks are of 32 days and read in windows, so that the work grows with the claims, not
-- with their square. Output: claim, other (ids). Order: as recorded.
with told as (
    select s.* exclude ("start", "end"), s."start" is null and s."end" is null and list_contains($news, s.mode) as guessed,
           case when guessed then if(s.status = 'planned', d.issued_end, d.issued_end - $memory::int)
                else s."start" end as "start",
           case when guessed then if(s.status = 'planned', d.issued_end + $memory::int, d.issued_end)
                when s.precision = 'open' and list_contains($stays, s.mode) then coalesce(s."end", s."start")
                else s."end" end as "end"
    from said as s left join document as d on d.id = s.document
), event as (
    select seq, id, document, mode, participants, frame, ordinal, guessed, "start", "end",
           $families[list_position($modes, mode)] as family,
           resolved = 'inherited' as borrowed,
           ordinal is not null or regexp_matches(quote, '第[0-9〇一二三四五六七八九十百]+[轮届次]') as numbered
    from told
    where kind = 'event' and list_contains($modes, mode) and status <> 'denied'
      and "end" - "start" between 0 and 400
      and ($start is null or "end" >= $start::date) and ($end is null or "start" <= $end::date)
), chosen as (
    select *, list_transform(list_sort(list_transform(participants, lambda p: {'h': md5(p), 'p': p}))[1:6],
                             lambda x: x.p) as few
    from event
), keyed as (
    select c.* exclude (few, participants), least(a.p, b.p) || ' ' || greatest(a.p, b.p) as key
    from chosen as c, unnest(c.few) as a(p), unnest(c.few) as b(p) where a.p < b.p
    union all
    select c.* exclude (few, participants), 'in ' || frame from chosen as c where frame is not null
    union all
    select c.* exclude (few, participants), 'by ' || participants[1] from chosen as c
    where frame is null and len(participants) = 1
), bucketed as (
    select *, unnest(range(("start" - date '1900-01-01' - if(borrowed, $memory, $edition)) // 32,
                           ("end" - date '1900-01-01' + $edition) // 32 + 1)) as bucket
    from keyed
), placed as (
    select *, row_number() over (partition by family, key, bucket order by "start", "end", seq) as turn
    from bucketed
), first as (select *, turn // $window as chunk from placed),
second as (select *, unnest([turn // $window, turn // $window - 1]) as chunk from placed)
select distinct on (least(a.seq, b.seq), greatest(a.seq, b.seq))
       case when a.seq < b.seq then a.id else b.id end as claim,
       case when a.seq < b.seq then b.id else a.id end as other
from first as a join second as b using (family, key, bucket, chunk)
where a.turn < b.turn and b.turn <= a.turn + $window and a.document <> b.document
  and not (a.guessed and b.guessed)
  and greatest(a."start" - b."end", b."start" - a."end")
      <= case when a.guessed or b.guessed then 0
              when a.borrowed and a."start" > b."end" or b.borrowed and b."start" > a."end" then $memory
              when a.numbered and b.numbered and (a.frame is null or b.frame is null or a.frame = b.frame)
                   or a.frame = b.frame and a.mode = 'conference' and b.mode = 'conference'
                   or a.borrowed or b.borrowed then $edition
              when a.mode = 'visit' and b.mode = 'visit' then $trip
              else $slack end
order by least(a.seq, b.seq), greatest(a.seq, b.seq);
