"""Check resources as a whole: records, patterns, and every example as a test."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from comity.errors import ResourceError
from comity.extract.claims import Extractor
from comity.extract.events.patterns import (
    load_pattern_rows,
    read_patterns,
    wording_problem,
    wording_problems,
)
from comity.extract.positions.stances import stance_rows
from comity.extract.positions.topics import TopicFinder
from comity.lens import check_lenses
from comity.measure.checklists.answers import check_checklists
from comity.measure.fields.parting import check_fields
from comity.model import Block, Claim, Document, Event, OffsetMap, Period, Position, Span, Tie
from comity.network.layers import check_layers
from comity.registry.check import check_records
from comity.registry.fact_check import check_facts
from comity.registry.load import OWN_FOLDER, read_records
from comity.registry.soundness import shape_problems, stray_files

ISSUED: Final = date(2026, 6, 30)


def check_resources(folder: Path | None = None) -> list[ResourceError]:
    """Return every problem of comity's resources, or of a user's folder laid over them.

    Files, tables and keys are tried first; then, of all that has the right shape, the references
    between records and the examples of the patterns.
    """
    own = list(read_records(OWN_FOLDER))
    if folder is None:
        shapes = shape_problems(OWN_FOLDER)
        found = [*check_records(own), *check_facts(OWN_FOLDER, own), *_check_measured(None)]
        found += check_lenses(actors={r.id for r in own})
        return shapes or [*found, *_check_patterns(OWN_FOLDER, None)]
    shapes = [*stray_files(folder), *shape_problems(folder), *wording_problems(folder)]
    added = list(read_records(folder))
    replaced = {(r.type, r.id) for r in added}
    together = [r for r in own if (r.type, r.id) not in replaced] + added
    found = [*check_records(together), *check_facts(folder, together), *_check_measured(folder)]
    found += check_lenses(folder, actors={r.id for r in together})
    problems = [p for p in found if Path(p.path).is_relative_to(folder)]
    return _each_once([*shapes, *problems, *_check_patterns(folder, folder)])


def _each_once(problems: list[ResourceError]) -> list[ResourceError]:
    """Return problems without those that two checks tell in the same words, in order."""
    found = {(p.path, p.record, p.problem): p for p in reversed(problems)}
    return list(reversed(found.values()))


def _check_measured(folder: Path | None) -> Iterator[ResourceError]:
    """Yield what is wrong with what networks and measures read: layers, fields, checklists."""
    yield from check_layers(folder)
    yield from check_fields(TopicFinder.load(folder).tracks, folder)
    yield from check_checklists(folder)


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
        if not pattern.cues:
            yield _problem(
                pattern.path, pattern.id, "needs no fixed word.", "Mark one with <…> or give cues."
            )
    for row in (*load_pattern_rows(folder, "events"), *load_pattern_rows(folder, "ties")):
        yield from _check_row(row, extractor)
    for language in ("zh", "en"):
        for row in stance_rows(folder, language):
            yield from _check_examples({**row, "lang": language}, extractor)


def _problem(path: str, record: str, problem: str, hint: str) -> ResourceError:
    return ResourceError(problem, path=path, record=record, hint=hint)


def _check_row(row: dict[str, Any], extractor: Extractor) -> Iterator[ResourceError]:
    if problem := wording_problem(row):
        yield problem
    else:
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
