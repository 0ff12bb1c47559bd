-- The last day that any document was issued on or any event of a claim that stands ended on. Output: one day.
select greatest((select max(issued_end) from document),
                (select max(coalesce("end", "start")) from said where kind = 'event' and status in ('occurred', 'ongoing')));
