"""The columns of exported tables: their types and what they mean, for schemas and for the docs."""

from dataclasses import dataclass
from typing import Final

LIST: Final = "list"


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name, its type in a Frictionless table schema (or `LIST`), its meaning."""

    name: str
    type: str
    help: str


def _fields(*rows: tuple[str, str, str]) -> dict[str, Field]:
    return {name: Field(name, type, help) for name, type, help in rows}


CLAIM: Final = _fields(
    ("kind", "string", "event, position or tie"),
    ("id", "string", "hash of the claim's content as it was recorded"),
    ("mode", "string", "what kind of event"),
    ("root", "string", "the PLOVER root of the mode"),
    ("participants", LIST, "who took part: ISO 3166 alpha-3 for states, else a slug"),
    ("roles", "object", "participants by role, as JSON"),
    ("start", "date", "first day of the period, as far as told"),
    ("end", "date", "last day of the period; empty is open or untold"),
    ("precision", "string", "how exact the period is: day, month, year, range, open…"),
    ("resolved", "string", "how the date was read: explicit, inherited, relative, document, none"),
    ("place", "string", "where, in the words of the document"),
    ("frame", "string", "the mechanism, meeting or text within which it happened"),
    ("ordinal", "integer", "its number in a series: 7 for a seventh session"),
    ("count", "integer", "how many events are told of at once; empty: several"),
    ("status", "string", "occurred, ongoing, planned, proposed or denied"),
    (
        "track",
        "string",
        "development, partnership, mechanism, rules, military, dispute or other",
    ),
    ("dated", "string", "what the date means: signed, in-force, first-meeting…"),
    ("holders", LIST, "who holds the position together"),
    ("stance", "string", "support, oppose, call, commit, propose, reaffirm or concern"),
    ("target", "string", "what the position is about, in the words of the document"),
    ("topics", LIST, "topics of the position"),
    ("addressees", LIST, "whom the position is addressed to"),
    ("deadline", "date", "by when"),
    ("relation", "string", "member, ally, partner, party, host or founder"),
    ("from", "string", "whose relation it is"),
    ("to", "string", "to whom or to what; ally and partner have no direction"),
    ("grade", "string", "the grade of a partnership, as printed"),
    ("role", "string", "in what capacity: observer, dialogue partner…"),
    ("speaker", "string", "whose words the document reports"),
    ("issuer", "string", "who published the document"),
    ("document", "string", "id of the document or data set"),
    ("section", "string", "headings above the words"),
    ("start_char", "integer", "where the quote begins in the printed text; for data sets the row"),
    ("end_char", "integer", "where it ends, exclusive"),
    ("quote", "string", "the words that say so"),
    ("rule", "string", "the rule that read them"),
    ("fields", "object", "for every filled field the spans that justify it, as JSON"),
    ("verdict", "string", "the last decision of a reviewer: accept or correct"),
    ("happening", "string", "what the claim tells of: claims joined as the same share it"),
    ("recorded", "datetime", "when the study learned of it (UTC)"),
    ("seq", "integer", "order of recording within this export"),
)
HAPPENING: Final = _fields(
    ("happening", "string", "the smallest claim id among the tellings the study joined"),
    *((n, f.type, f.help) for n, f in CLAIM.items() if n in ("mode", "root")),
    ("participants", LIST, "who took part, by the telling with the most exact date"),
    ("roles", "object", "participants by role, by the same telling, as JSON"),
    ("start", "date", "first day by the telling with the most exact date"),
    ("end", "date", "last day by the same telling"),
    ("precision", "string", "how exact that period is"),
    *((n, f.type, f.help) for n, f in CLAIM.items() if n in ("place", "frame", "ordinal")),
    *((n, f.type, f.help) for n, f in CLAIM.items() if n in ("status", "track")),
    ("earliest", "date", "earliest first day of any telling"),
    ("latest", "date", "latest last day of any telling"),
    ("differs", LIST, "in what the tellings do not agree: dates, kind, participants"),
    ("tellings", "integer", "how many claims of this export tell of it"),
    ("issuers", "integer", "how many issuers tell of it"),
    ("claims", LIST, "the tellings, best dated first"),
    ("documents", LIST, "their documents, in the same order"),
    ("quotes", "array", "their words, in the same order, as JSON"),
    ("seq", "integer", "order of first recording within this export"),
)
PARTY: Final = _fields(
    ("claim", "string", "id of the claim"),
    ("happening", "string", "what it tells of"),
    ("actor", "string", "id of who or what is named"),
    ("part", "string", "participant, holder, addressee, from or to"),
    ("roles", LIST, "further roles in the event: host…"),
)
DOCUMENT: Final = _fields(
    ("id", "string", "id of the document or data set"),
    ("kind", "string", "text or dataset"),
    ("title", "string", "its title"),
    ("language", "string", "zh, en or und"),
    ("issuer", "string", "who published it"),
    ("issued_start", "date", "first day on which it can have been issued"),
    ("issued_end", "date", "last such day"),
    ("issued_precision", "string", "day, month, year or none"),
    ("digest", "string", "SHA-256 of its text or file"),
    ("licence", "string", "its licence, where known"),
    ("citation", "string", "how its makers want it cited"),
    ("complete", "boolean", "whether the text is whole"),
    ("missing", LIST, "sections that should be there and are not"),
    ("findings", "array", "what was repaired or suspected while reading, as JSON"),
    ("reader", "string", "what read it"),
    ("recorded", "datetime", "when the study learned of it (UTC)"),
    ("claims", "integer", "how many claims of this export it makes"),
    ("location", "string", "its address, or the name of its file"),
    ("text", "string", "its printed text, when asked for"),
)
JUDGEMENT: Final = _fields(
    ("id", "string", "hash of the judgement"),
    ("verdict", "string", "accept, reject, correct, same, different or withdraw"),
    ("claim", "string", "the claim judged"),
    ("other", "string", "the second claim of same and different"),
    ("changes", "object", "the corrected fields, as JSON"),
    ("reason", "string", "why"),
    ("author", "string", "who judged"),
    ("score", "object", "how a proposal was scored, as JSON"),
    ("withdraws", "string", "the judgement taken back"),
    ("recorded", "datetime", "when (UTC)"),
)
COVERAGE: Final = _fields(
    ("document", "string", "id of the data set"),
    ("property", "string", "the relation, mode or series it would have told"),
    ("actors", LIST, "of whom; empty: all"),
    ("start", "date", "from when"),
    ("end", "date", "to when; outside it the answer is unknown"),
    ("note", "string", "what else to know"),
    ("silence", "string", "what a missing row means inside it: no or unknown"),
    ("recorded", "datetime", "when the study learned of it (UTC)"),
)
OBSERVATION: Final = _fields(
    ("document", "string", "id of the data set"),
    ("series", "string", "name of the series"),
    ("a", "string", "the actor"),
    ("b", "string", "the second actor, of a pair"),
    ("start", "date", "first day of its period"),
    ("end", "date", "last day"),
    ("value", "number", "the value; empty: the source says it is missing, which is not zero"),
    ("unit", "string", "its unit"),
    ("row_number", "integer", "row of the source's file, from 1 after its header"),
    ("recorded", "datetime", "when the study learned of it (UTC)"),
)
COLUMNS: Final = {
    "claims": CLAIM,
    "happenings": HAPPENING,
    "parties": PARTY,
    "documents": DOCUMENT,
    "judgements": JUDGEMENT,
    "coverage": COVERAGE,
    "observations": OBSERVATION,
}
