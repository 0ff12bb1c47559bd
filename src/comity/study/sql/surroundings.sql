-- The words of a text just before and after each claim of some modes and relations. Inputs: $kinds, $seqs
-- (null: all).
-- Output: id, before, after. Order: as recorded.
select s.id, substring(d.text, greatest(s.start_char - 300, 0) + 1, least(s.start_char, 300)) as before,
       substring(d.text, s.end_char + 1, 300) as after
from said as s join document as d on d.id = s.document
where d.kind = 'text'
  and (s.mode in (select unnest($kinds::varchar[])) or s.relation in (select unnest($kinds::varchar[])))
  and ($seqs is null or s.seq in (select unnest($seqs::bigint[])))
order by s.seq;
