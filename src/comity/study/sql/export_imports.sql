-- How the data sets of a selection came in, with the name of the file but not its folder.
-- Inputs: table `chosen_document`. Order: as made.
select * replace (regexp_extract(file, '[^/\\]*$') as file)
from import where document in (select id from chosen_document) order by recorded, document;
