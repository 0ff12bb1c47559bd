"""Score a reader's claims against annotated documents: figures, tables by mode, errors."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from comity.evaluate.agreement import (
    AGREEMENT,
    KINDS,
    NAMED,
    Row,
    is_valid,
    same_frame,
    same_holders,
    same_tie,
    same_when,
    same_who,
    slug,
)
from comity.evaluate.pairing import match

LAYERS = ("detect", "mode", "who", "when", "full")


@dataclass(slots=True)
class Scores:
    """Running counts over documents; `figures` turns them into F1 values."""

    total: Counter[str] = field(default_factory=Counter)
    by_name: dict[str, dict[str, Counter[str]]] = field(
        default_factory=lambda: {k: defaultdict(Counter) for k in KINDS}
    )
    macro: list[float] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)
    failures: list[tuple[str, Exception]] = field(default_factory=list)

    def figures(self) -> dict[str, float | int | None]:
        """Return the published figures: layers are F1 = 2TP / (gold + predicted), micro-averaged."""
        t = self.total
        out: dict[str, float | int | None] = {
            k: t[k] for k in ("files", "unread", "invalid", "gold", "pred")
        }
        out |= {layer: _f1(t[layer], t["gold"], t["pred"]) for layer in LAYERS}
        out["full_macro"] = round(sum(self.macro) / len(self.macro), 4) if self.macro else None
        out["detect_precision"] = _share(t["detect"], t["pred"])
        out["detect_recall"] = _share(t["detect"], t["gold"])
        out["frame"] = _share(t["frame"], t["frame_gold"])
        for kind in ("position", "tie"):
            out[kind] = _f1(t[kind], t[f"{kind}_gold"], t[f"{kind}_pred"])
        out["position_found"] = _f1(t["position_found"], t["position_gold"], t["position_pred"])
        return out


def _f1(right: int, gold: int, found: int) -> float | None:
    return round(2 * right / (gold + found), 4) if gold + found else None


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def add_file(
    scores: Scores,
    name: str,
    golds: list[Row],
    scope: tuple[int, int],
    found: Iterable[Row],
    frames: frozenset[str],
) -> None:
    """Add one document to the scores. ``frames`` are the ids of mechanisms whose naming is scored."""
    found = list(found)
    broken = sum(not is_valid(row) for row in found)
    inside = [
        r for r in found if is_valid(r) and r["end_char"] > scope[0] and r["start_char"] < scope[1]
    ]
    scores.total["files"] += 1
    scores.total["invalid"] += broken
    scores.total["pred"] += broken
    for kind in KINDS:
        _add_kind(
            scores,
            name,
            kind,
            [g for g in golds if g["kind"] == kind],
            [r for r in inside if r["kind"] == kind],
            frames,
        )


def _add_kind(
    scores: Scores, name: str, kind: str, golds: list[Row], found: list[Row], frames: frozenset[str]
) -> None:
    pairs, freed = match(golds, found, AGREEMENT[kind])
    required = [g for g in golds if not g.get("optional")]
    prefix = "" if kind == "event" else f"{kind}_"
    scores.total[f"{prefix}gold"] += len(required)
    scores.total[f"{prefix}pred"] += len(found) - len(freed)
    table = scores.by_name[kind]
    for row in required:
        table[row[NAMED[kind]]]["gold"] += 1
    right = 0
    for gold, claim in pairs:
        good = _add_pair(scores, kind, gold, claim)
        right += good
        table[gold[NAMED[kind]]]["found"] += 1
        table[gold[NAMED[kind]]]["full"] += good
        if not good:
            scores.errors.append(_error("wrong", name, gold, claim))
    if kind == "event":
        scores.total["frame_gold"] += sum(slug(g.get("frame")) in frames for g in required)
        scores.total["frame"] += sum(
            slug(g.get("frame")) in frames and same_frame(g, p) for g, p in pairs
        )
        if required:
            scores.macro.append(2 * right / (len(required) + len(found) - len(freed)))
    scores.errors += _unpaired(name, kind, required, found, pairs, freed, table)


def _add_pair(scores: Scores, kind: str, gold: Row, claim: Row) -> bool:
    if kind == "event":
        layers = (gold["mode"] == claim["mode"], same_who(gold, claim), same_when(gold, claim))
        for layer, good in zip(LAYERS, (True, *layers, all(layers)), strict=True):
            scores.total[layer] += good
        return all(layers)
    if kind == "position":
        scores.total["position_found"] += 1
        good = bool(gold["stance"] == claim["stance"]) and same_holders(gold, claim)
    else:
        good = same_tie(gold, claim)
    scores.total[kind] += good
    return good


def _unpaired(
    name: str,
    kind: str,
    required: list[Row],
    found: list[Row],
    pairs: list[tuple[Row, Row]],
    freed: list[Row],
    table: dict[str, Counter[str]],
) -> Iterator[dict[str, Any]]:
    met = {id(g) for g, _ in pairs}
    used = {id(f) for _, f in pairs} | {id(f) for f in freed}
    for gold in required:
        if id(gold) not in met:
            yield _error("missed", name, gold, None)
    for claim in found:
        if id(claim) not in used:
            table[claim[NAMED[kind]]]["extra"] += 1
            yield _error("extra", name, None, claim)


def _error(what: str, name: str, gold: Row | None, claim: Row | None) -> dict[str, Any]:
    row = gold or claim or {}
    shown = {"error": what, "document": name, "kind": row["kind"], "quote": row.get("quote", "")}
    for side, each in (("gold", gold), ("found", claim)):
        if each is not None:
            keys = (
                "mode",
                "participants",
                "start",
                "end",
                "frame",
                "stance",
                "holders",
                "relation",
                "from",
                "to",
                "rule",
            )
            shown[side] = {k: each[k] for k in keys if each.get(k)}
    return shown
