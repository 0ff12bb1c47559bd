-- The claims of a selection as they stand. Inputs: table `chosen`, $after and $step (a stretch of places at a
-- time, which takes little memory; null for all). Output: the published columns, with the last
-- verdict, the happening told, when recorded, seq (from 1). Order: of recording.
select s.kind, s.id, s.mode, s.root, s.participants, s.roles, s."start", s."end", s.precision, s.resolved,
       s.place, s.frame, s.ordinal, s.count, s.status, s.track, s.dated, s.holders, s.stance, s.target,
       s.topics, s.addressees, s.deadline, s.relation, s."from", s."to", s.grade, s.role, s.speaker, s.issuer,
       s.document, s.section, s.start_char, s.end_char, s.quote, s.rule, s.fields,
       s.verdict, s.happening, s.recorded, c.place as seq
from said as s join chosen as c using (seq)
where c.stands and ($after is null or (c.place > $after and c.place <= $after + $step))
order by c.place;
