-- The documents and data sets of a selection. Inputs: table `chosen_document`, $texts (with their text).
-- Output: the columns of document; `claims`: how many of the selection stand. A location on this machine is
-- given by its file name only, an address without a user's name and password. Order: by id.
select d.* exclude (text, location), c.claims,
       case when regexp_matches(d.location, '^[A-Za-z][A-Za-z0-9+.-]*://')
            then regexp_replace(d.location, '^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#@]*@', '\1')
            else regexp_extract(d.location, '[^/\\]*$') end as location,
       case when $texts then d.text end as text
from document as d join chosen_document as c using (id)
order by d.id;
