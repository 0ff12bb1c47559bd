-- The claims of a selection that a reviewer corrected or rejected, as they were recorded. Inputs: table `chosen`.
-- Output: the published columns, when recorded, seq (from 1). Order: of recording.
select s.kind, s.id, s.mode, s.root, s.participants, s.roles, s."start", s."end", s.precision, s.resolved,
       s.place, s.frame, s.ordinal, s.count, s.status, s.track, s.dated, s.holders, s.stance, s.target,
       s.topics, s.addressees, s.deadline, s.relation, s."from", s."to", s.grade, s.role, s.speaker, s.issuer,
       s.document, s.section, s.start_char, s.end_char, s.quote, s.rule, s.fields,
       s.recorded, c.place as seq
from claim as s join chosen as c using (seq)
where not c.stands or s.seq in (select seq from correction)
order by c.place;
