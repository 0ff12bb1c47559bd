-- What each source covers of a relation: of all actors, or of what belongs to one body (property "member:sco").
-- Inputs: $property, $body. Order: document, start.
select document, property, actors, "start", "end", note, silence
from coverage where property in ($property, $property || ':' || $body) order by document, "start";
