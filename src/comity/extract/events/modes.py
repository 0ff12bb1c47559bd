"""Which mode an event has when its pattern leaves it open: by the text concluded, by the kind of session."""

import re
from typing import Final

from comity.extract.context import Resolved
from comity.extract.events.patterns import Pattern
from comity.extract.mentions.mention import Mention

# A text's own name says what concluding it is: a treaty is signed, a declaration declared.
MODE_OF_TITLE: Final = (
    (
        "declare",
        re.compile(r"声明|宣言|公报|共识|联合倡议|共同倡议|[Ss]tatement|[Dd]eclaration|[Cc]ommuni"),
    ),
    (
        "sign",
        re.compile(
            r"条约|协定|协议|备忘录|合同|意向书|议定书|[Tt]reaty|[Aa]greement|[Mm]emorand|[Pp]rotocol|[Cc]onvention|[Aa]rrangement"
        ),
    ),
    ("publish", re.compile(r"白皮书|报告|[Ww]hite [Pp]aper|[Ss]trategy|[Rr]eport")),
    (
        "adopt",
        re.compile(
            r"计划|规划|方案|决议|倡议|纲要|战略|章程|路线图|规则|准则|展望|愿景|文件|[Pp]lan|[Rr]esolution|[Cc]ode|[Pp]rogram|[Rr]oadmap|[Oo]utlook|[Cc]harter"
        ),
    ),
)
# A treaty that a parliament approves is ratified.
RATIFYING: Final = re.compile("^批准")
ADOPTING: Final = re.compile(r"通过|批准|adopt|approv|endors")


def mode_of(pattern: Pattern, frame: Mention | None, verb: str) -> str:
    """Return the mode of an event; empty when a title names no text that is concluded (a speech)."""
    if pattern.mode == "session":
        return _session_mode(frame)
    if pattern.mode != "by-title":
        return pattern.mode
    name = (frame.name or frame.record.label("zh") if frame.record else frame.name) if frame else ""
    other = "adopt" if ADOPTING.search(verb) else ""
    mode = next((mode for mode, words in MODE_OF_TITLE if words.search(name)), other)
    return "join" if mode == "sign" and RATIFYING.search(verb) else mode


def of_several(mode: str, who: Resolved, verb: str) -> str:
    """A summit of three or more is a conference."""
    return "conference" if mode == "meet" and len(who.ids) > 2 and SUMMIT.search(verb) else mode


CALLED: Final = re.compile(r"\b(?:[Cc]all|[Tt]elephone|[Pp]hone|[Vv]ideo [Cc]onference)\b")
MET: Final = re.compile(
    r"\b(?:[Mm]eet\w*|[Vv]isit\w*|[Tt]alks|[Ss]ummit)\b|[Cc]all(?:s|ed)? (?:on|for)"
)


def by_title(title: str) -> str:
    """A readout of a call tells of a call, though its people "met" or "convened"."""
    return "call" if CALLED.search(title) and not MET.search(title) else "meet"


DIALOGUE_HEAD: Final = re.compile(
    r"对话(?!会)|磋商|会谈|协商|委员会|工作会晤|[Dd]ialogue|Talks|Consultation|Working Group|Commission|Committee|Steering Group"
)
SUMMIT: Final = re.compile(r"[Ss]ummit|峰会|领导人|Leaders")


def _session_mode(frame: Mention | None) -> str:
    """What a session is: as its mechanism says, else by the word it ends with."""
    if frame and frame.extra.get("unit") == "轮":
        return "dialogue"
    if frame and frame.record and frame.record.session:
        return frame.record.session
    name = f"{frame.name} {frame.extra.get('head', '')}" if frame else ""
    if frame and frame.record:
        name += " ".join((*frame.record.zh[:1], *frame.record.en[:1]))
    between_two = frame is not None and len(frame.ids) == 2 and not SUMMIT.search(name)
    return "dialogue" if between_two or DIALOGUE_HEAD.search(name) else "conference"
