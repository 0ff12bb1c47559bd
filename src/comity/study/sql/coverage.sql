-- What each source would have told. Order: source, property, start.
select * from coverage order by document, property, "start";
