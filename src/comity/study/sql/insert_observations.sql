-- Record numbers of a data set. Inputs: $rows (JSON object of lists of one length, one for each column),
-- $document, $recorded. Order of recording: as given.
insert into observation by name
select $document::varchar as document, unnest(r.series) as series, unnest(r.a) as a, unnest(r.b) as b,
       unnest(r.start) as "start", unnest(r.end) as "end", unnest(r.value) as value, unnest(r.unit) as unit,
       unnest(r.row) as row_number, $recorded::timestamp as recorded
from (
    select from_json($rows, '{"series":["VARCHAR"],"a":["VARCHAR"],"b":["VARCHAR"],"start":["DATE"],
        "end":["DATE"],"value":["DOUBLE"],"unit":["VARCHAR"],"row":["BIGINT"]}') as r
);
