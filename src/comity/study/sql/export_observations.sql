-- The numbers of the data sets of a selection. Inputs: table `chosen_document`.
-- Order: source, series, actors, start, row.
select * from observation where document in (select id from chosen_document)
order by document, series, a, b nulls first, "start", row_number;
