"""The words that turn a clause into a position, compiled once for each language."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from comity.errors import ResourceError
from comity.extract.heads import ByHead, tree
from comity.registry.load import OWN_FOLDER
from comity.registry.soundness import sound_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One family of words with the stance they show.

    ``weak`` words count only where a position is already running; ``inner`` ones (will, must) take
    their holder from the clause around them; ``speech`` verbs report what follows.
    """

    id: str
    stance: str
    rank: int
    weak: bool = False
    inner: bool = False
    speech: bool = False


class Found(NamedTuple):
    """A cue in a tagged sentence."""

    cue: Cue
    start: int
    end: int


class Stances:
    """All cues of a language as one expression."""

    def __init__(self, rows: list[dict[str, Any]], language: str) -> None:
        self.cues: dict[str, Cue] = {}
        parts, blocked = [], []
        for i, row in enumerate(sorted(rows, key=lambda r: -r["rank"])):
            name = f"c{i}"
            self.cues[name] = Cue(
                **{
                    k: row[k]
                    for k in ("id", "stance", "rank", "weak", "inner", "speech")
                    if k in row
                }
            )
            parts.append((name, _alternatives(row, language)))
            blocked += row.get("not", ())
        if language == "zh":
            words = sorted(
                ((w, n) for n, ws in parts for w in ws), key=lambda p: (-len(p[0]), p[1])
            )
            self._name_of = dict(reversed(words))
            self._regex: re.Pattern[str] | ByHead
            gapped = [f"(?P<{n}_{i}>{_gapped(w)})" for i, (w, n) in enumerate(words) if ".." in w]
            plain = tree((w for w, _ in words if ".." not in w), longest=True)
            self._regex = re.compile(_led([w for w, _ in words], [*gapped, plain]))
        else:
            self._name_of = {}
            self._regex = ByHead(parts)
        longest = sorted(set(blocked), key=lambda w: (-len(w), w))
        self._not = re.compile(_led(longest, list(map(_gapped, longest)))) if longest else None

    def find(self, tagged: str, start: int, end: int) -> list[Found]:
        """Return the cues in a stretch in order, without those inside words that mean something else."""
        matches = list(self._regex.finditer(self._folded(tagged), start, end))
        barred = self._barred(tagged, start, end) if matches else []
        found = []
        for match in matches:
            if barred and _is_inside(match.span(), barred):
                continue
            name = self._name_of.get(match.group()) or match.lastgroup
            if name:
                found.append(Found(self.cues[name.partition("_")[0]], *match.span()))
        return found

    def _folded(self, tagged: str) -> str:
        """Return the words in lower case where the script has one."""
        return tagged if self._name_of else tagged.lower()

    def _barred(self, tagged: str, start: int, end: int) -> list[tuple[int, int]]:
        if self._not is None:
            return []
        return [
            m.span()
            for m in self._not.finditer(tagged, max(0, start - 6), min(len(tagged), end + 6))
        ]


def _is_inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    first, last = span
    return any(a <= first and last <= b for a, b in others)


def _led(words: list[str], alternatives: list[str]) -> str:
    """Return alternatives behind a look at their first character, which fails fast everywhere else."""
    first = "".join(sorted({re.escape(word[0]) for word in words}))
    return f"(?=[{first}])(?:{'|'.join(alternatives)})"


def _gapped(words: str) -> str:
    """Return the expression of plain words in which ``..`` stands for a gap without a comma."""
    return re.escape(words).replace(r"\.\.", "[^，。；]{0,14}?")


def _alternatives(row: dict[str, Any], language: str) -> list[str]:
    return list(row["words"]) if language == "zh" else list(row["verbs"])


def stance_rows(folder: Path, language: str) -> list[dict[str, Any]]:
    """Return the stance tables of a folder; of a user's only those of the right shape."""
    if folder != OWN_FOLDER:
        return sound_rows(folder, f"patterns/positions/{language}.toml")
    path = folder / "patterns" / "positions" / f"{language}.toml"
    if not path.exists():
        return []
    try:
        return [
            {**row, "path": str(path)} for row in tomllib.loads(path.read_text("utf-8"))["stance"]
        ]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise ResourceError(f"cannot be read: {error}.", path=str(path)) from error


@lru_cache(maxsize=8)
def load_stances(language: str, overlay: Path | None = None) -> Stances:
    """Return the cues of a language, with the user's added to comity's own."""
    rows = stance_rows(OWN_FOLDER, language)
    rows += stance_rows(overlay, language) if overlay else []
    return Stances(rows, language)
