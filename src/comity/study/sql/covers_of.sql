-- What one source covers of a property, of all actors or of one body ("member:sco"). Inputs: $document, $property.
-- Output: property, actors, start, end, silence. Order: by property, start.
select property, actors, "start", "end", silence
from coverage
where document = $document and (property = $property or starts_with(property, $property || ':'))
order by property, "start";
