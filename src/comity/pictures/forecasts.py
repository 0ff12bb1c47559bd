"""Pictures of forecasts: how reliable probabilities were, and what a probability is made of."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from comity.pictures.look import Look
from comity.pictures.picture import Picture
from comity.pictures.sheet import MARGIN, Part, compose
from comity.pictures.svg import clip, element, hint, words
from comity.pictures.vega import Spec, specification
from comity.tables import Rows

SIDE: Final = 320.0  # pixels of the reliability diagram
LEFT: Final = 48.0
MOST: Final = 16  # contributions drawn; the table has all
Row = Mapping[str, Any]


def draw_reliability(table: Sequence[Row], *, title: str = "How reliable the probabilities were", width: int = 480) -> Picture:  # fmt: skip
    """Return a reliability diagram from rows with stated, came, low, high and forecasts."""
    marks = [*_frame(), *(mark for row in table for mark in _bin(row))]
    rows = Rows.of([dict(r) for r in table], ("bin", "forecasts", "stated", "came", "low", "high"))
    told = "Each point is a bin of forecasts: across the stated probability, up the share that came true. Bars are 90 % bootstrap bands; on the line the two are equal."
    svg = compose(
        Look(width=width),
        title=title,
        subtitle="share that came true, by stated probability",
        description=told,
        drawing=Part(marks, SIDE + 34),
        notes=[told, "Of reported events."],
    )
    vega = _spec(
        title, rows, {"x": ("stated", "quantitative"), "y": ("came", "quantitative")}, "point"
    )
    return Picture(title=title, description=told, language="en", svg=svg, vega=vega, table=rows)


def _frame() -> list[str]:
    marks = []
    for k in range(6):
        at = SIDE * k / 5
        marks.append(element("line", x1=LEFT, x2=LEFT + SIDE, y1=at, y2=at, cls="grid"))
        marks.append(words(LEFT - 6, at + 4, f"{1 - k / 5:.1f}", "small soft", text_anchor="end"))
        marks.append(
            words(LEFT + at, SIDE + 16, f"{k / 5:.1f}", "small soft", text_anchor="middle")
        )
    ends = {"x1": LEFT, "y1": SIDE, "x2": LEFT + SIDE, "y2": 0.0}
    return [*marks, element("line", **ends, cls="axis", stroke_dasharray="5 5")]


def _bin(row: Row) -> list[str]:
    x, y = LEFT + SIDE * row["stated"], SIDE * (1 - row["came"])
    told = f"{row['forecasts']} forecasts of {row['stated']:.2f}: {row['came']:.2f} came true"
    marks = [element("circle", hint(told), cx=x, cy=y, r=4, cls="ink rim")]
    if "low" in row:
        up, down = SIDE * (1 - row["high"]), SIDE * (1 - row["low"])
        marks.insert(0, element("line", x1=x, x2=x, y1=up, y2=down, cls="edge", stroke_width=1.5))
    return marks


def draw_contributions(told: Row, *, title: str, width: int = 820) -> Picture:
    """Return bars of what each piece of evidence adds to the log-odds, from an explanation's plain values."""
    rows = [
        {"log_odds": c["log_odds"], "evidence": c["gloss"], "id": c["id"]}
        for c in told["contributions"]
    ]
    table = Rows.of(rows, ("log_odds", "evidence", "id"))
    rest = sum(r["log_odds"] for r in rows[MOST:])
    shown = (
        [*rows[:MOST], {"log_odds": rest, "evidence": f"{len(rows) - MOST} more"}]
        if len(rows) > MOST
        else rows
    )
    described = (
        f"Log-odds {told['log_odds']:+.2f}, probability {told['probability']:.1%}: {told['start']:+.2f} without evidence "
        f"of its own, and the bars. Base rate {told['base_rate']:.2%}."
    )
    svg = compose(
        Look(width=width),
        title=title,
        subtitle="what adds to the log-odds, and what takes from it",
        description=described,
        drawing=_bars(shown, width - 2 * MARGIN),
        notes=[described, "A forecast is of what will be reported."],
    )
    vega = _spec(
        title, table, {"x": ("log_odds", "quantitative"), "y": ("evidence", "nominal")}, "bar"
    )
    return Picture(
        title=title, description=described, language="en", svg=svg, vega=vega, table=table
    )


def _bars(rows: Sequence[Row], width: float) -> Part:
    names = width * 0.52
    far = max((abs(r["log_odds"]) for r in rows), default=1.0) or 1.0
    middle, half = names + (width - names) / 2, (width - names) / 2 - 50
    marks = [element("line", x1=middle, x2=middle, y1=0.0, y2=20.0 * len(rows), cls="axis")]
    for k, row in enumerate(rows):
        y, size = 20.0 * k, half * abs(row["log_odds"]) / far
        gain = row["log_odds"] >= 0
        marks.append(words(0, y + 14, clip(row["evidence"], names - 12, 12)))
        start = middle if gain else middle - size
        marks.append(element("rect", hint(row["evidence"]), x=start, y=y + 4, width=max(size, 0.5), height=12.0, cls="f0" if gain else "f1"))  # fmt: skip
        at = middle + size + 5 if gain else middle - size - 5
        anchor = "start" if gain else "end"
        marks.append(words(at, y + 14, f"{row['log_odds']:+.2f}", "small soft", text_anchor=anchor))
    return Part(marks, 20.0 * len(rows))


def _spec(title: str, rows: Rows, channels: Mapping[str, tuple[str, str]], mark: str) -> Spec:
    encoding: Spec = {c: {"field": f, "type": t} for c, (f, t) in channels.items()}
    if mark == "bar":
        encoding["y"]["sort"] = None
    body = {"data": {"values": rows.to_dicts()}, "mark": mark, "encoding": encoding}
    return specification(title, title, body)
