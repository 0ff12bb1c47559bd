"""Words of courtesy: who welcomes a guest or thanks a host takes no stand."""

import re
from typing import Final

from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Sentence
from comity.extract.positions.stances import Found

GUESTS: Final = (
    r"counterparts?|[Rr]epresentatives?|delegat(?:es|ions?)|guests?|visitors?|participants|envoys?"
)
# "Welcomed the visiting delegation to the table": people, not what they did.
GUEST: Final = re.compile(
    rf" (?:the |his |her |their |its |our |a )?(?:visiting |high-level |[A-Z]\w+ )?(?:{GUESTS}|(?P<person>[{t.ACTOR}{t.ANAPHOR}]))(?P<end>\b| |,|\.|$)(?!['’])"
)
ARRIVES: Final = re.compile(
    r" (?:to|in|at|from|of|on|here|aboard|into) |[,.]| and | (?:today|yesterday)|$|[^\w]$"
)
HOST: Final = re.compile(
    r"[^;.]{0,80}?\bfor (?:the |his |her |their |its |your )?(?:(?:warm|kind|generous|gracious|excellent|cordial|very|and) )*(?:welcome|hospitality|reception|hosting|invitation)\b"
)
# “…”, underlined the Chair: the verb only says who is quoted.
QUOTED: Final = re.compile(r"[”\"],? (?:also |further )?$")
SAYER: Final = re.compile(
    r" (?:the |[A-Z])[^,;.]{0,60}[.\s]*$|" + f" [{t.ACTOR}{t.ANAPHOR}][^,;.]{{0,40}}[.\\s]*$"
)


def is_courtesy(sentence: Sentence, cue: Found) -> bool:
    """Say whether a word of support only receives people, thanks a host or says who is quoted."""
    if cue.cue.id != "en.support":
        return False
    tagged = sentence.tagged
    word = tagged[cue.start : cue.end].lower()
    if "welcom" in word:
        return _receives(sentence, cue)
    if "thank" in word or "appreciat" in word or "gratitude" in word:
        return bool(HOST.match(tagged, cue.end))
    return bool(QUOTED.search(tagged, max(0, cue.start - 12), cue.start)) and bool(
        SAYER.match(tagged, cue.end)
    )


def _receives(sentence: Sentence, cue: Found) -> bool:
    guest = GUEST.match(sentence.tagged, cue.end)
    if guest is None:
        return False
    if guest.group("person"):
        mention = sentence.mentions[guest.start("person")]
        if mention.tag == t.ACTOR and not mention.extra.get("person"):
            return False
    return bool(ARRIVES.match(sentence.tagged, guest.start("end")))
