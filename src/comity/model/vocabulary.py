"""The closed vocabularies of claims: modes and their roots, stances, relations, tracks.

Roots are those of PLOVER 0.8 (openeventdata/PLOVER); modes are comity's own, a closed set under them.
"""

from typing import Final

MODES_BY_ROOT: Final[dict[str, tuple[str, ...]]] = {
    "CONSULT": ("meet", "visit", "call", "dialogue", "conference"),
    "AGREE": ("sign", "declare", "adopt", "join", "establish", "upgrade"),
    "COOPERATE": ("exercise", "operation", "exchange", "project", "notify"),
    "AID": ("aid",),
    "REQUEST": ("propose", "appeal"),
    "OTHER": ("publish", "commemorate"),
    "ACCUSE": ("accuse",),
    "REJECT": ("reject",),
    "THREATEN": ("threaten",),
    "PROTEST": ("protest",),
    "SANCTION": ("sanction",),
    "MOBILIZE": ("deploy", "test"),
    "COERCE": ("coerce",),
    "ASSAULT": ("attack",),
    "RETREAT": ("withdraw",),
}
ROOT_OF: Final[dict[str, str]] = {m: root for root, modes in MODES_BY_ROOT.items() for m in modes}
MODES: Final = tuple(ROOT_OF)
STANCES: Final = ("support", "oppose", "call", "commit", "propose", "reaffirm", "concern")
RELATIONS: Final = ("member", "ally", "partner", "party", "host", "founder")
SYMMETRIC_RELATIONS: Final = frozenset({"ally", "partner"})
STATUSES: Final = ("occurred", "ongoing", "planned", "proposed", "denied")
TRACKS: Final = (
    "development",
    "partnership",
    "mechanism",
    "rules",
    "military",
    "dispute",
    "other",
)
PRECISIONS: Final = (
    "day",
    "month",
    "part-month",
    "quarter",
    "year",
    "part-year",
    "range",
    "open",
    "none",
)
RESOLUTIONS: Final = ("explicit", "inherited", "relative", "document", "none")
# What the date of a fact means. Sources that seem to contradict each other often date different things.
KINDS_OF_DATE: Final = (
    "proposed",
    "announced",
    "signed",
    "adopted",
    "in-force",
    "first-meeting",
    "acceded",
    "upgraded",
    "suspended",
    "withdrawn",
    "ended",
    "first-observed",
)
# In what capacity one belongs to something. The roles of LESSER are no full membership.
ROLES: Final = (
    "member",
    "participant",
    "party",
    "full",
    "host",
    "organiser",
    "founder",
    "initiator",
    "negotiating",
    "signatory",
    "associate",
    "observer",
    "dialogue-partner",
    "guest",
    "invited",
    "suspended",
    "frozen",
)
LESSER_ROLES: Final = ("signatory", "observer", "dialogue-partner", "guest", "invited")
HELD_ROLES: Final = ("suspended", "frozen")  # still in, but its rights or duties rest
VERDICTS: Final = ("accept", "reject", "correct", "same", "different", "withdraw")
LANGUAGES: Final = ("zh", "en")
