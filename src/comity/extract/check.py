"""Check resources as a whole: records, patterns, and every example as a test."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from comity.errors import ResourceError
from comity.extract.claims import Extractor
from comity.extract.events.patterns import load_pattern_rows, read_patterns
from comity.extract.grammar import compile_pattern
from comity.extract.positions.stances import stance_rows
from comity.model import Block, Claim, Document, Event, OffsetMap, Period, Position, Span, Tie
from comity.model.vocabulary import MODES, RELATIONS, STANCES
from comity.registry.check import check_records
from comity.registry.load import OWN_FOLDER, read_records

ISSUED: Final = date(2026, 6, 30)
DERIVED_MODES: Final = {"session", "by-title"}


def check_resources(folder: Path | None = None) -> list[ResourceError]:
    """Return every problem of comity's resources, or of a user's folder laid over them."""
    own = list(read_records(OWN_FOLDER))
    if folder is None:
        return [*check_records(own), *_check_patterns(OWN_FOLDER, None)]
    added = list(read_records(folder))
    replaced = {(r.type, r.id) for r in added}
    together = [r for r in own if (r.type, r.id) not in replaced] + added
    problems = [p for p in check_records(together) if p.path.startswith(str(folder))]
    return [*problems, *_check_patterns(folder, folder)]


def sample_document(
    text: str, language: str, *, issuer: str = "CHN", day: date = ISSUED, title: str = ""
) -> Document:
    """Return a sentence or two as a document of one paragraph, for examples and tests."""
    whole = Span(0, len(text))
    return Document(
        id="example",
        text=text,
        clean=text,
        offsets=OffsetMap(),
        language=language,
        issuer=issuer,
        issued=Period(start=day, end=day, precision="day", resolved="explicit"),
        article=whole,
        title=title,
        blocks=(Block(kind="paragraph", span=whole),),
    )


def _check_patterns(folder: Path, overlay: Path | None) -> Iterator[ResourceError]:
    extractor = Extractor.load(overlay)
    for pattern in read_patterns(folder, "events"):
        if pattern.mode not in MODES and pattern.mode not in DERIVED_MODES:
            yield _problem(
                pattern.path, pattern.id, f"there is no mode {pattern.mode}.", ", ".join(MODES)
            )
        if not pattern.cues:
            yield _problem(
                pattern.path, pattern.id, "needs no fixed word.", "Mark one with <…> or give cues."
            )
    for row in (*load_pattern_rows(folder, "events"), *load_pattern_rows(folder, "ties")):
        yield from _check_row(row, extractor)
        if "relation" in row and row["relation"] not in RELATIONS:
            yield _problem(row["path"], row["id"], f"there is no relation {row['relation']}.", "")
    for language in ("zh", "en"):
        for row in stance_rows(folder, language):
            if row["stance"] not in STANCES:
                yield _problem(row["path"], row["id"], f"there is no stance {row['stance']}.", "")
            yield from _check_examples({**row, "lang": language}, extractor)


def _problem(path: str, record: str, problem: str, hint: str) -> ResourceError:
    return ResourceError(problem, path=path, record=record, hint=hint)


def _check_row(row: dict[str, Any], extractor: Extractor) -> Iterator[ResourceError]:
    for wording in [row["match"]] if isinstance(row["match"], str) else row["match"]:
        try:
            compile_pattern(wording, row["lang"])
        except ResourceError as error:
            yield _problem(row["path"], row["id"], error.problem, f"Wording: {wording}")
            return
    yield from _check_examples(row, extractor)


def _check_examples(row: dict[str, Any], extractor: Extractor) -> Iterator[ResourceError]:
    examples = row.get("example", ())
    wanted = [e for e in examples if e["expect"] != "none"]
    if not wanted or len(wanted) == len(examples):
        hint = 'Add an example that matches and one with expect = "none".'
        yield _problem(row["path"], row["id"], "lacks an example of either kind.", hint)
    for example in examples:
        document = sample_document(example["text"], row["lang"])
        claims = [c for c in extractor.read(document) if c.rule == row["id"]]
        if example["expect"] == "none":
            if claims:
                yield _problem(
                    row["path"], row["id"], f"matches “{example['text']}”.", "It must not."
                )
        elif not any(_fits(claim, example["expect"]) for claim in claims):
            got = [_shown(c, example["expect"]) for c in claims]
            hint = f"Expected {example['expect']}, got {got or 'nothing'}."
            yield _problem(row["path"], row["id"], f"does not read “{example['text']}”.", hint)


def _fits(claim: Claim, expected: dict[str, Any]) -> bool:
    return isinstance(claim, Event | Position | Tie) and _shown(claim, expected) == {
        key: sorted(value) if isinstance(value, list) else value for key, value in expected.items()
    }


def _shown(claim: Claim, expected: dict[str, Any]) -> dict[str, Any]:
    row = claim.to_row()
    return {k: sorted(row.get(k)) if isinstance(row.get(k), list) else row.get(k) for k in expected}  # type: ignore[arg-type]
