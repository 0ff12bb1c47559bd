"""The event grammar as data: loading, and which patterns a sentence can match at all."""

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from comity.errors import ResourceError
from comity.extract.cues import CueIndex
from comity.extract.grammar import Compiled, compile_pattern, required_words
from comity.registry.cache import cache_folder, content_hash, read_cache, write_cache
from comity.registry.load import OWN_FOLDER
from comity.registry.soundness import sound_rows

CACHE_FORMAT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One wording of an event.

    ``who`` says how the participants are found: ``both`` (subject and whoever the pattern names, a lone
    party is completed from context), ``subject``, ``named`` (only whom the pattern names), ``travel``
    (subject and the state of the destination), ``body`` (the mechanism itself if it acts).
    ``each`` names a role of which every member makes an event of its own. ``min`` is how many
    participants the event must have. ``modal`` allows the verb to stand under 应, 愿, "should"; ``firm``
    says that a meeting stays one though the document's title tells of a call.
    ``when = "issue"`` dates an undated act by the document ("we announce"), ``when = "stated"`` asks for
    a date in the sentence, and ``when = "bare"`` leaves an act that is only mentioned ("since the signing
    of") undated.
    """

    id: str
    lang: str
    mode: str
    match: str
    who: str = "both"
    each: str = ""
    status: str = ""
    rank: int = 0
    min: int = 1
    modal: bool = False
    firm: bool = False
    when: str = ""
    cues: tuple[str, ...] = ()
    path: str = ""
    examples: tuple[dict[str, Any], ...] = field(default_factory=tuple)

    def compiled(self) -> Compiled:
        return compile_pattern(self.match, self.lang)


def load_pattern_rows(folder: Path, kind: str) -> list[dict[str, Any]]:
    """Return the pattern tables of one kind (events, ties) as they stand in the files.

    Of a user's folder only those of the right shape: `comity.registry.soundness` tells the others.
    """
    if folder != OWN_FOLDER:
        found = sound_rows(folder, f"patterns/{kind}/*.toml")
        return [row for row in found if wording_problem(row) is None]
    rows = []
    for path in sorted((folder / "patterns" / kind).glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ResourceError(f"cannot be read: {error}.", path=str(path)) from error
        rows += [{**row, "path": str(path)} for row in table.get("pattern", ())]
    return rows


def wording_problem(row: dict[str, Any]) -> ResourceError | None:
    """Return what is wrong with the wordings of a pattern, or None."""
    for wording in [row["match"]] if isinstance(row["match"], str) else row["match"]:
        try:
            compile_pattern(wording, row["lang"])
        except ResourceError as error:
            hint = f"{error.hint} Wording: {wording}".strip()
            return ResourceError(error.problem, path=row["path"], record=row["id"], hint=hint)
    return None


def wording_problems(folder: Path) -> list[ResourceError]:
    """Return what is wrong with the wordings of a user's folder."""
    rows = [r for kind in ("events", "ties") for r in sound_rows(folder, f"patterns/{kind}/*.toml")]
    return [problem for row in rows if (problem := wording_problem(row))]


def expand(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a row for each wording of a pattern, with the words it needs."""
    wordings = row["match"] if isinstance(row["match"], list) else [row["match"]]
    for i, wording in enumerate(wordings):
        cues = tuple(row.get("cues") or required_words(wording, row["lang"]))
        kept = {k: v for k, v in row.items() if k in Pattern.__dataclass_fields__}
        yield {**kept, "match": wording, "cues": cues, "rank": row.get("rank", 0) * 100 - i}


class Grammar:
    """Patterns of one language, reachable by the words they need."""

    def __init__(self, patterns: list[Pattern], language: str) -> None:
        own = sorted((p for p in patterns if p.lang == language), key=lambda p: (-p.rank, p.id))
        self._index = CueIndex((cue, p) for p in own for cue in p.cues)

    def candidates(self, tagged: str) -> list[Pattern]:
        """Return the patterns whose needed words stand in a tagged sentence, best rank first."""
        return self._index.find(tagged)


def read_patterns(folder: Path, kind: str) -> list[Pattern]:
    """Return the patterns of a resource folder; what is wrong is named with file and record."""
    patterns = []
    for row in load_pattern_rows(folder, kind):
        try:
            for each in expand({**row, "examples": tuple(row.get("example", ()))}):
                patterns.append(Pattern(**each))
        except (KeyError, TypeError) as error:
            raise ResourceError(
                f"lacks {error}.", path=row["path"], record=str(row.get("id", "?"))
            ) from error
    return patterns


@lru_cache(maxsize=8)
def load_grammar(language: str, overlay: Path | None = None) -> Grammar:
    """Return the event grammar of a language, with the user's patterns added to comity's own."""
    patterns = _cached(OWN_FOLDER) + (read_patterns(overlay, "events") if overlay else [])
    return Grammar(patterns, language)


def _cached(folder: Path) -> list[Pattern]:
    own = (folder / "patterns" / "events", folder / "words")
    files = sorted(path for part in own for path in part.glob("*.toml"))
    cache = cache_folder() / f"patterns-{CACHE_FORMAT}-{content_hash(files)}.json"
    kept = read_cache(cache)
    if kept is not None:
        with suppress(TypeError, KeyError):  # written by another version
            return [Pattern(**{**row, "cues": tuple(row["cues"])}) for row in kept]
    patterns = read_patterns(folder, "events")
    rows = [
        {k: getattr(p, k) for k in Pattern.__dataclass_fields__ if k not in ("path", "examples")}
        for p in patterns
    ]
    write_cache(cache, rows)
    return patterns
