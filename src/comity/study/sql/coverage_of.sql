-- What each source covers of a property. Inputs: $property. Order: document, start.
select document, property, actors, "start", "end", note, silence
from coverage where property = $property order by document, "start";
