"""What a lens is: a document, its criteria by reference, and the measures that speak to each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

LANGUAGES: Final = ("en", "zh")
# What more in line with the criterion would look like: a higher value, a lower one; or not to be read so.
TOWARD: Final = ("higher", "lower", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """A measure that speaks to a criterion, with its options; ``layer`` takes of its values only those of a layer or class.

    ``toward`` is where more in line with the criterion would show (`TOWARD`); ``en`` and ``zh`` say how to
    read the value, or why it is not to be read as better or worse.
    """

    measure: str
    toward: str
    en: str
    zh: str
    options: Mapping[str, Any] = field(default_factory=dict)
    layer: str = ""

    def takes(self, layer: str) -> bool:
        """Say whether a value of a layer or class is shown: of ``development`` also ``development–events``."""
        return not self.layer or layer == self.layer or layer.startswith(f"{self.layer}–")

    def to_dict(self) -> dict[str, Any]:
        return {
            "measure": self.measure,
            "options": plain(self.options),
            "of_layer": self.layer or None,
            "toward": self.toward,
            "reading_en": self.en,
            "reading_zh": self.zh,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One criterion of a document: our paraphrase, and where the document states it.

    ``start`` and ``end`` are offsets in code points into the document's text after any front matter, ``sha256`` is that of
    the span in UTF-8. ``unmeasured_en`` and ``unmeasured_zh`` say what of it cannot be measured, and why.
    """

    id: str
    en: str
    zh: str
    section: str
    start: int
    end: int
    sha256: str
    unmeasured_en: str = ""
    unmeasured_zh: str = ""
    measures: tuple[Speaking, ...] = ()

    def said(self, language: str = "en") -> str:
        """Return the paraphrase in a language."""
        return self.zh if language == "zh" else self.en

    def unmeasured(self, language: str = "en") -> str:
        """Return what of it cannot be measured, and why."""
        return self.unmeasured_zh if language == "zh" else self.unmeasured_en

    def to_dict(self) -> dict[str, Any]:
        names = ("section", "start", "end", "sha256", "en", "zh", "unmeasured_en", "unmeasured_zh")
        return {"criterion": self.id, **{name: getattr(self, name) for name in names}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """The criteria of one document. ``issuer`` are ids of actors, ``date`` is the document's, ``text_sha256`` of the text that was read."""

    id: str
    en: str
    zh: str
    issuer: tuple[str, ...]
    date: str
    language: str
    address: str
    text_sha256: str
    note_en: str = ""
    note_zh: str = ""
    criteria: tuple[Criterion, ...] = ()
    path: str = ""

    def title(self, language: str = "en") -> str:
        """Return what the document is called in a language."""
        return self.zh if language == "zh" else self.en

    def note(self, language: str = "en") -> str:
        """Return what is to be known of the document and of this reading of it."""
        return self.note_zh if language == "zh" else self.note_en

    @property
    def measures(self) -> tuple[str, ...]:
        """Return the ids of all measures that speak to any criterion, each once."""
        return tuple(dict.fromkeys(s.measure for c in self.criteria for s in c.measures))

    def to_dict(self) -> dict[str, Any]:
        """Return the lens without its criteria, as plain values."""
        names = ("id", "en", "zh", "date", "language", "address", "text_sha256")
        notes = {"note_en": self.note_en, "note_zh": self.note_zh}
        return {**{n: getattr(self, n) for n in names}, "issuer": list(self.issuer), **notes}


def plain(value: Any) -> Any:
    """Return a value with lists in place of tuples and dictionaries in place of mappings."""
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value


def option_words(speaking: Speaking) -> str:
    """Return the options of a measure in one line; nothing where it has none.

    >>> option_words(Speaking(measure="mux.P", toward="none", en="", zh="", options={"layers": ("a", "b")}))
    'layers = a/b'
    """
    only = {"layer": speaking.layer} if speaking.layer else {}
    given = {**speaking.options, **only}
    return ", ".join(f"{name} = {_option(value)}" for name, value in given.items())


def _option(value: Any) -> str:
    return "/".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
