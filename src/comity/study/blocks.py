"""Importing event tables in blocks: what cells mean is looked up once, the database puts the rows together.

The claims are byte for byte those that reading row by row gives, in the same order; what no statement can tell
exactly is left to that.
"""

import json
import re
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from comity.errors import StudyError
from comity.feeds.blocks import Meaning, Plan, era, looked_at, open_blocks
from comity.feeds.events import NO_DATE, NO_MODE, NOBODY, Events
from comity.feeds.read import FeedReader
from comity.model import Period
from comity.model.vocabulary import ROOT_OF
from comity.study.columns import to_claim
from comity.study.storage import Store

Tell = Callable[[int], None]
T = TypeVar("T")
# The database writes these in JSON as \\u001F, Python as \\u001f: a file with them is read row by row.
UNLIKE: Final = re.compile("[\\x0b\\x0e\\x0f\\x1a-\\x1f]")


class Unlike(Exception):
    """A block holds characters that only reading row by row tells exactly."""


class Blocks:
    """An import in blocks: the tables of meanings live in the database as long as it does."""

    def __init__(self, store: Store, reader: FeedReader, plan: Plan, recorded: datetime) -> None:
        (events,) = reader.mappers
        assert isinstance(events, Events)
        self.store = store
        self.reader = reader
        self.plan = plan
        self.recorded = recorded
        self.meaning = Meaning(reader, events, plan)
        self.sides: list[tuple[list[str], list[str]]] = []
        self.ids: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
        store.script("lookups")

    @property
    def least(self) -> dict[str, int]:
        return {"least": self.plan.width - 1}

    def write(self, path: Path, left: int, tell: Tell | None) -> int:
        """Record the file's events but the first ``left``, a transaction a block; return how many were new."""
        new = 0
        with (
            open_blocks(path, self.reader.feed) as blocks,
            closing(ahead(self._rows(text) for text in blocks)) as prepared,
        ):
            for rows in prepared:
                with self.store.transaction():
                    made = self._block(rows, left)
                past = min(left, made)
                left, new = left - past, new + made - past
                if tell:
                    tell(self.reader.rows)
        return new

    def _rows(self, text: str) -> list[str]:
        if UNLIKE.search(text):
            raise Unlike
        return looked_at(text, self.plan)

    def _block(self, rows: list[str], left: int) -> int:
        """Record one block; return how many events it makes, those there already counted."""
        if not rows:
            return 0
        self.store.run("block", text="\n".join(rows), base=self.reader.rows)
        self._learn()
        made = int(self.store.value("block_events", **self.least))
        past = min(left, made)
        self.store.run("insert_block", **self.least, **self._same(), past=past)
        self._check(made - past)
        self._count(len(rows))
        return made

    def _learn(self) -> None:
        """Look up what the cells of the block mean that no earlier block had."""
        for name, meaning in (("when", _when), ("mode", _mode), ("frame", _frame)):
            keys = [row["key"] for row in self.store.rows(f"new_{name}", **self.least)]
            self._note(name, [{"key": key, **meaning(self.meaning, key)} for key in keys])
        found = self.store.rows("new_side", **self.least)
        self._note("side", [self._side(row) for row in found])
        met = self.store.rows("new_who", **self.least)
        self._note("who", [self._who(row["one"], row["other"]) for row in met])

    def _note(self, name: str, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.store.run(f"add_{name}", rows=json.dumps(rows, ensure_ascii=False))

    def _side(self, row: dict[str, Any]) -> dict[str, Any]:
        period = Period(start=row["start"], end=row["end"])
        parties, reasons = self.meaning.parties(row["side"], row["key"], period)
        key = (tuple(parties), tuple(reasons))
        if key not in self.ids:
            self.ids[key] = len(self.sides)
            self.sides.append((parties, reasons))
        return {**{k: row[k] for k in ("side", "key", "era")}, "id": self.ids[key]}

    def _who(self, one: int, other: int) -> dict[str, Any]:
        sides = (self.sides[one], self.sides[other])
        reasons = [why for _, side in sides for why in side]
        if not any(parties for parties, _ in sides):
            return {"one": one, "other": other, "reasons": [*reasons, NOBODY]}
        parties, roles = self.meaning.together((sides[0][0], sides[1][0]))
        return {
            "one": one,
            "other": other,
            "participants": parties,
            "roles": json.dumps(roles, ensure_ascii=False, separators=(",", ":")),
            "json_participants": _json(parties),
            "json_roles": _json(roles),
            "reasons": reasons,
        }

    def _same(self) -> dict[str, Any]:
        """Return what is the same in every claim, as values and as parts of its canonical JSON."""
        event = self.meaning.sample()
        dated = f'"dated": {_json(event.dated)}, ' if event.dated else ""
        ends = f', "rule": {_json(event.rule)}, "section": {_json(event.section)}, "speaker": null'
        return {
            **{name: getattr(event, name) for name in ("document", "section", "rule", "track")},
            "status": event.status,
            "issuer": event.issuer or None,
            "dated": event.dated,
            "recorded": self.recorded,
            "missing": sorted(self.reader.feed.missing),
            "json_head": f'{{"count": {_json(event.count)}, {dated}',
            "json_document": f'"document": {_json(event.document)}',
            "json_frame_on": f', "issuer": {_json(event.issuer or None)}, "kind": "event", "mode": ',
            "json_section": ends,
            "json_tail": f', "status": {_json(event.status)}, "track": {_json(event.track)}}}',
        }

    def _check(self, new: int) -> None:
        """Hold the last claim of the block against its id: what is recorded must be what Python would hash."""
        if not new:
            return
        row = self.store.rows("last_claim")[0]
        if to_claim(row).id != row["id"]:
            raise StudyError(f"Claim {row['id']} does not hold what its id was made of.")

    def _count(self, rows: int) -> None:
        reader = self.reader
        reader.rows += rows
        bounds = self.store.rows("block_bounds", **self.least)[0]
        if bounds["first"]:
            reader.context.bounds.see(Period(start=bounds["first"], end=bounds["last"]))
        words = {"width": self.plan.width, "no_date": NO_DATE, "no_mode": NO_MODE}
        for row in self.store.rows("block_skips", **self.least, **words):
            if row["reason"] is None:
                reader.skips.rows += row["rows"]
            else:
                reader.skips.reasons[row["reason"]] += row["rows"]


def ahead(items: Iterator[T]) -> Generator[T, None, None]:
    """Yield items, the next one prepared while the database works on the last."""
    done = object()
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, items, done)
        while (item := coming.result()) is not done:
            coming = pool.submit(next, items, done)
            yield cast(T, item)


def _when(meaning: Meaning, key: str) -> dict[str, Any]:
    period = meaning.period(key)
    if period is None:
        return {"dated": False}
    start, end = (_day(d) for d in (period.start, period.end))
    return {
        "dated": True,
        "start": start,
        "end": end,
        "precision": period.precision,
        "resolved": period.resolved,
        "era": era(period),
        "json_start": _json(start),
        "json_end": _json(end),
        "json_precision": _json(period.precision),
        "json_resolved": _json(period.resolved),
    }


def _mode(meaning: Meaning, key: str) -> dict[str, Any]:
    mode = meaning.mode(key)
    if mode is None:
        return {}
    root = ROOT_OF[mode]
    return {"mode": mode, "root": root, "json_mode": _json(mode), "json_root": _json(root)}


def _frame(meaning: Meaning, key: str) -> dict[str, Any]:
    frame = meaning.frame(key)
    return {"frame": frame, "json_frame": _json(frame)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
