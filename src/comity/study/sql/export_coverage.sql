-- What the sources of a selection would have told. Inputs: table `chosen_document`.
-- Order: source, property, actors, start.
select * from coverage where document in (select id from chosen_document)
order by document, property, actors, "start" nulls first, "end" nulls first;
