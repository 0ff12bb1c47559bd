-- Record the events of a block. Inputs: $least, $past (events of it that are there already), $document, $section,
-- $issuer, $rule, $track, $status, $dated (or null), $recorded, $missing (cells that say nothing), and the parts of a
-- claim's canonical JSON that are the same in every row: $json_head, $json_document, $json_frame_on, $json_section,
-- $json_tail. The id is the hash of that JSON, keys in alphabetical order, as `Claim.id` has it. Output: how many.
-- Order of recording: of the rows.
insert into claim by name
with told as (
    select b.number, b.quote, if(b.place = '' or list_contains($missing::varchar[], b.place), null, b.place) as place,
           w.*, m.*, who.*, f.frame, f.json_frame,
           row_number() over (order by b.number) as turn
    from block as b
    join means_when as w on w.key = b.when_key and w.dated
    join means_mode as m on m.key = b.mode_key and m.mode is not null
    join means_side as s on s.side = 0 and s.key = b.one_key and s.era = w.era
    join means_side as t on t.side = 1 and t.key = b.other_key and t.era = w.era
    join means_who as who on who.one = s.id and who.other = t.id and who.participants is not null
    join means_frame as f on f.key = b.frame_key
    where b.width >= $least
)
select (select coalesce(max(seq), 0) from claim) + turn - $past as seq,
       substr(sha256($json_head::varchar || $json_document || ', "end": ' || json_end || ', "end_char": ' || number
           || ', "fields": {}, "frame": ' || json_frame || $json_frame_on || json_mode || ', "ordinal": null, "participants": '
           || json_participants || ', "place": ' || coalesce(to_json(place)::varchar, 'null') || ', "precision": '
           || json_precision || ', "quote": ' || to_json(quote)::varchar || ', "resolved": ' || json_resolved
           || ', "roles": ' || json_roles || ', "root": ' || json_root || $json_section || ', "start": ' || json_start
           || ', "start_char": ' || number || $json_tail), 1, 16) as id,
       'event' as kind, $document::varchar as document, $recorded::timestamp as recorded, mode, root, participants, roles,
       "start", "end", precision, resolved, $dated::varchar as dated, place, frame, null::integer as ordinal,
       1 as count, $status::varchar as status, $track::varchar as track, $issuer::varchar as issuer,
       $section::varchar as section, number as start_char, number as end_char, quote, $rule::varchar as rule,
       '{}' as fields
from told where turn > $past
order by turn;
