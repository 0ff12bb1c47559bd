-- Tables, for as long as an import lasts, of what combinations of cells mean. No inputs.
create or replace temp table means_when (
    key varchar, dated boolean, "start" date, "end" date, precision varchar, resolved varchar, era integer,
    json_start varchar, json_end varchar, json_precision varchar, json_resolved varchar);
create or replace temp table means_mode (key varchar, mode varchar, root varchar, json_mode varchar, json_root varchar);
create or replace temp table means_side (side integer, key varchar, era integer, id integer);
create or replace temp table means_who (
    one integer, other integer, participants varchar[], roles varchar, json_participants varchar,
    json_roles varchar, reasons varchar[]);
create or replace temp table means_frame (key varchar, frame varchar, json_frame varchar);
