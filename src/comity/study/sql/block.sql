-- The rows of a block as a mapping looks at them. Inputs: $text (a line for each row, tab-separated: how many cells
-- the row has, the cells that tell when, in what mode, who on one side and on the other, within what, the place, the
-- quote), $base (rows before). Output: table block.
create or replace temp table block as
with line as (
    select unnest(lines) as line, generate_subscripts(lines, 1) as place
    from (select string_split($text::varchar, chr(10)) as lines)
), cell as (
    select $base + place as number, string_split(line, chr(9)) as cells from line
)
select number, cells[1]::integer as width, cells[2] as when_key, cells[3] as mode_key, cells[4] as one_key,
       cells[5] as other_key, cells[6] as frame_key, cells[7] as place, cells[8] as quote
from cell;
