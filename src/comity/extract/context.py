"""What a reader keeps in mind from sentence to sentence: who speaks, which two sides, which day."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.model import Document, Period, Span

JOINT_TITLE: Final = re.compile(
    r"联合声明|联合公报|联合宣言|宣言$|共同声明|新闻公报|[Jj]oint (?:[\w’'-]+ ){0,4}(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuni|[Rr]eadout|[Vv]ision)"
    r"|[Ll]eaders[’'] (?:[Vv]ision )?(?:[Ss]tatement|[Dd]eclaration)|^The Spirit of|[Cc]ommuniqu|[Dd]eclaration"
    # The chair of a meeting speaks for all who met.
    r"|\b(?:[Cc]o-)?[Cc]hair(?:s|man|men|person|woman)?(?:[’']s?)? (?:[\w’'-]+ ){0,3}?(?:[Ss]tatement|[Ss]ummary)|主席声明"
    r"|(?:[Ss]tatement|[Ss]ummary|[Rr]emarks) (?:by|of) the (?:\w+ )?(?:[Cc]o-)?[Cc]hair(?:s|man|men|person|woman)?\b"
)


# Questions and answers of a press conference: who asks says nothing for the issuer.
ASKS: Final = {
    "zh": re.compile(r"^[\s“]*(?:[^，。：:？]{0,12}记者(?:问)?|问|主持人|提问)\s*[：:]"),
    "en": re.compile(
        r"^\W*(?:Q|Question|QUESTION|Reporter|REPORTER|Journalist|JOURNALIST|Moderator|MODERATOR)(?: \d+)?\s*[:.]\s"
    ),
}
ANSWERS: Final = {
    "zh": re.compile(f"^[\\s“]*(?:答|发言人|[{t.ACTOR}]|[^，。：:？]{{2,8}})\\s*[：:]"),
    "en": re.compile(
        f"^\\W*(?:A|Answer|ANSWER|[{t.ACTOR}]|[A-Z][\\w.’'-]*(?: [A-Z][\\w.’'-]*){{0,3}})\\s*:\\s"
    ),
}
# Who speaks in a transcript, as its labels say: a name, or capitals that name nobody we know.
LABELLED: Final = re.compile(
    f"\\W{{0,3}}?([{t.ACTOR}]|(?:[A-Z][A-Z.'’-]+ ){{0,4}}[A-Z]{{2}}[A-Z'’-]*)\\*{{0,2}} ?:"
)
ONE: Final = f"[{t.ACTOR}{t.BODY}]"
SIDES: Final = {
    "zh": re.compile(f"{ONE}(?:(?:、|和|与|同|及){ONE}|{ONE})*"),
    "en": re.compile(f"{ONE}(?:(?:, and |, | and |-|–)(?:the |of )?{ONE})*"),
}


# 中国海军第46批护航编队: a state right before its ships.
FLEET_OF: Final = re.compile(
    f"{t.ACTOR}(?:海军|海警|海上自卫队)?(?:第?[0-9一二三四五六七八九十首]+批)?"
    "(?:护航|舰艇|远航|导弹|综合|训练|航母|特混|医院|联合)*(?:编队|舰艇|军舰|护卫舰|驱逐舰|医院船|训练舰)"
)
MANY: Final = 8


class Resolved(NamedTuple):
    """Who is meant, and the words that say so."""

    ids: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class Context:
    """The running state of one document. Spans are cleaned offsets."""

    document: Document
    issuer: str = ""
    joint: bool = False
    parties: Resolved = field(default_factory=Resolved)
    dyad: Resolved = field(default_factory=Resolved)
    speaker: Resolved = field(default_factory=Resolved)
    last_date: tuple[Period, Span] | None = None
    main_date: tuple[Period, Span] | None = None
    met_on: tuple[Period, Span] | None = None  # the day of the last talks: 会谈后
    main_frame: Mention | None = None
    lead_end: int = 0
    block: Span = Span(0, 0)
    section: str = ""
    asking: bool = False
    voice: Resolved = field(default_factory=Resolved)
    running: object = None
    person: Resolved = field(default_factory=Resolved)
    by_size: dict[int, Resolved] = field(default_factory=dict)
    listing: object = None  # what the items of a list under "we will:" are
    opens_list: bool = False  # a paragraph that ends with a colon goes on in the next
    fleet: Resolved = field(default_factory=Resolved)  # whose ships a text tells of
    drilled: bool = False  # whether a joint drill has been told of
    home: bool | None = None  # whether the report at hand is about its issuer at all

    def enter(self, sentence: Sentence) -> None:
        """Take in where a sentence stands: a new paragraph of a report returns to the report's two sides."""
        if sentence.block.span != self.block:
            self.block = sentence.block.span
            self.last_date = None
            self.running = self.running if self.opens_list else None
            if sentence.block.kind == "heading":
                self.speaker = Resolved()
            if self.parties.ids:
                self.turn_to(self.parties)
        if sentence.block.section != self.section:
            self.section = sentence.block.section
            self.speaker = Resolved()
        self.opens_list = sentence.tagged.rstrip().endswith("：")
        self._note_home(sentence)
        self._take_turns(sentence)
        self._note_fleet(sentence)
        self.note_sides(sentence)

    def _note_home(self, sentence: Sentence) -> None:
        """Notice whether a report, or an item under a headline of its own, names its issuer's state.

        News of other states has no voice of its own: what it narrates is nobody's position.
        """
        if sentence.block.kind == "heading" and sentence.block.level == 0:
            self.home = None
        if self.home:
            return
        parties = [m for m in sentence.mentions.values() if m.tag in (t.ACTOR, t.ANAPHOR, t.BODY)]
        if any(self.issuer in m.ids or m.extra.get("self") for m in parties):
            self.home = True
        elif self.home is None and any(m.ids for m in parties):
            self.home = False

    def _note_fleet(self, sentence: Sentence) -> None:
        """Remember whose ships a Chinese text has named: 中国海军第46批护航编队."""
        if sentence.language != "zh" or not ("编队" in sentence.tagged or "舰" in sentence.tagged):
            return
        if owned := FLEET_OF.search(sentence.tagged):
            owner = sentence.mentions[owned.start()]
            self.fleet = Resolved(owner.ids, (owner.span,)) if len(owner.ids) == 1 else self.fleet

    def _take_turns(self, sentence: Sentence) -> None:
        """Follow the labels of a dialogue: a question is nobody's claim, an answer is the issuer's."""
        head = sentence.tagged[:40]
        if ":" not in head and "：" not in head and not (self.asking or head[:2] == "Q."):
            return
        if sentence.first_in_block and (label := LABELLED.match(sentence.tagged)):
            named = sentence.mentions.get(label.end(1) - 1)
            self.voice = Resolved(named.ids, (named.span,)) if named else Resolved()
        if ASKS[sentence.language].match(sentence.tagged):
            self.asking = True
        elif self.asking and ANSWERS[sentence.language].match(sentence.tagged):
            self.asking = False
            self.speaker = Resolved()

    def lead(
        self, period: Period, dated_by: tuple[Span, ...], frame: Mention | None, who: Resolved
    ) -> None:
        """Take the first event of a report as what the report is about, if it lies close before its issue."""
        issued = self.document.issued
        if issued.precision != "day" or not issued.end or not period.end or not dated_by:
            return
        if abs((issued.end - period.end).days) <= 10:
            ahead = self.document.language == "zh" and period.end > issued.end
            self.main_date = None if ahead else (period, dated_by[0])
            self.main_frame = frame
            if len(self.parties.ids) < 2 <= len(who.ids):
                self.parties = who
                self.turn_to(who)

    def turn_to(self, sides: Resolved) -> None:
        """Take several parties as the ones that 双方 or "the three countries" will mean from here on."""
        self.dyad = self.by_size[len(sides.ids)] = sides

    def note_sides(self, sentence: Sentence) -> None:
        """Remember the last states named together: a compound (中美), or a list."""
        for mention in sentence.mentions.values():
            if mention.extra.get("one") and not mention.extra.get("office"):
                break  # "she assured President Biden": she is someone named before
            if mention.extra.get("person") and not mention.start > sentence.start + 60:
                self.person = Resolved(mention.ids, (mention.span,))
                break
        for number, listed in enumerate(SIDES[sentence.language].finditer(sentence.tagged)):
            if number and listed.end() - listed.start() == 1:
                continue
            named = [m for _, m in sentence.within(*listed.span()) if m.tag in (t.ACTOR, t.BODY)]
            people = sentence.language == "en" and all(m.extra.get("person") for m in named)
            if sentence.language == "en" and t.ANAPHOR in sentence.tagged[: listed.start()]:
                return  # "they will work with the EU and NATO": the list is not who "they" are
            sides = merge(*(self.resolve(m) for m in named if people or not number))
            if 1 < len(sides.ids) < 8:
                self.turn_to(sides)
                return

    def resolve(self, mention: Mention) -> Resolved:
        """Return who a mention stands for here: itself, or what the context says of an anaphor."""
        if mention.tag == t.BODY:
            return Resolved((mention.id,), (mention.span,))
        if mention.tag == t.ACTOR or mention.ids:
            return Resolved(mention.ids, (mention.span,))
        if mention.tag == t.GROUP:
            return Resolved((mention.id,), (mention.span,))
        if mention.tag != t.ANAPHOR:
            return Resolved()
        found = self._antecedent(mention)
        return Resolved(found.ids, tuple(dict.fromkeys((mention.span, *found.spans)))[:3])

    def _antecedent(self, mention: Mention) -> Resolved:
        own = Resolved((self.issuer,)) if self.issuer else Resolved()
        if mention.extra.get("body"):
            return self._body()
        if mention.extra.get("self") and self.voice.ids:
            return self.voice
        if mention.extra.get("self"):
            return (
                self.parties
                if self.joint and self.parties.ids
                else (self.speaker if self.speaker.ids else own)
            )
        if mention.extra.get("all"):
            return self._of_conference() or (
                self.parties if len(self.parties.ids) > 1 else Resolved()
            )
        if mention.extra.get("other"):
            return self._other()
        if mention.extra.get("fleet"):
            return self.fleet if self.fleet.ids else own
        if mention.extra.get("one"):
            return self._person(mention) or (self.speaker if self.speaker.ids else own)
        arity = mention.extra.get("arity", 0)
        if arity and arity in self.by_size:
            return self.by_size[arity]
        for sides in (self.parties, self.dyad):
            if sides.ids and (not arity or len(sides.ids) == arity):
                return sides
        return Resolved()

    def _person(self, mention: Mention) -> Resolved | None:
        """Return the last person named: no office holder ("the Minister") is one named only after it."""
        later = bool(self.person.spans) and self.person.spans[0].start > mention.start
        unknown = later and bool(mention.extra.get("office"))
        return self.person if self.person.ids and not unknown else None

    def _of_conference(self) -> Resolved | None:
        """ "Ministers agreed" at a conference of many: the conference holds it, not its two hosts."""
        frame = self.main_frame
        if frame is None or frame.tag != t.SESSION or frame.ids:
            return None
        members = len(frame.record.parties) if frame.record else MANY
        known = frame.record is None or frame.record.session == "conference"
        return Resolved((frame.id,), (frame.span,)) if known and not 0 < members < MANY else None

    def _other(self) -> Resolved:
        """The side of two that does not speak."""
        voice = self.speaker.ids or (self.issuer,)
        for sides in (self.parties, self.dyad):
            if len(sides.ids) == 2 and voice[0] in sides.ids:
                return Resolved(tuple(i for i in sides.ids if i != voice[0]), sides.spans)
        return Resolved()

    def _body(self) -> Resolved:
        """The meeting a report is about: the body itself if it acts, else its members, if they are known."""
        frame = self.main_frame
        if frame is None or frame.record is None:
            return self.parties
        day = self.document.issued.end
        members = frame.record.members_at(day.isoformat() if day else "")
        ids = members or self.parties.ids
        large = len(ids) > MANY or (len(ids) > 2 and any(i.islower() for i in ids))
        if frame.record.acts or large or len(ids) < 2:
            ids = (frame.record.id.removesuffix("-summit"),)
        return Resolved(ids, (frame.span,))


def merge(*found: Resolved) -> Resolved:
    """Return all of several resolutions, without repeats, in order."""
    if len(found) == 1:
        return found[0]
    return Resolved(
        tuple(dict.fromkeys(i for f in found for i in f.ids)),
        tuple(dict.fromkeys(s for f in found for s in f.spans)),
    )
