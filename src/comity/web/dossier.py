"""A dossier as Markdown and as one HTML page, every line with its numbered sources."""

from collections.abc import Callable, Iterable
from datetime import date
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from comity.model.vocabulary import ROOT_OF
from comity.tables import printable
from comity.web.timeline import Mark, draw_timeline

if TYPE_CHECKING:
    from comity.study.dossier import Dossier, Entry, Source

Label = Callable[[str], str]
PARTS: Final = (
    ("ties", "Standing relations"),
    ("events", "What happened"),
    ("ahead", "Planned or proposed when told"),
    ("positions", "What each says"),
)
NOTE: Final = "Each line is what the cited sources say; comity asserts none of it."
NOTHING: Final = "Nothing in the study names all of them in that period; that denies nothing."


def title_of(dossier: "Dossier", label: Label = str) -> str:
    """Return the heading of a dossier: its actors and period."""
    names = " and ".join(label(a) for a in dossier.actors)
    if not (dossier.start or dossier.end):
        return names
    return f"{names}, {dossier.start or '…'} to {dossier.end or '…'}"


def markdown(dossier: "Dossier", label: Label = str) -> str:
    """Return a dossier as Markdown with numbered references."""
    lines = [f"# {_plain(title_of(dossier, label))}", "", NOTE, ""]
    for name, heading in PARTS:
        entries: tuple[Entry, ...] = getattr(dossier, name)
        if entries:
            lines += [f"## {heading} ({len(entries)})", ""]
            lines += [line for entry in entries for line in _markdown_entry(entry)]
            lines.append("")
    if not dossier.sources:
        return "\n".join([*lines, NOTHING]) + "\n"
    lines += ["## Sources", ""]
    lines += [f"[{s.number}] {_plain(_cited(s))}  " for s in dossier.sources]
    return "\n".join(lines) + "\n"


def _markdown_entry(entry: "Entry") -> Iterable[str]:
    cites = "".join(f"[{n}]" for n in entry.cites)
    yield f"- **{entry.when or 'undated'}** {_plain(entry.said)} {cites}"
    for words in entry.quotes:
        yield f"  > {_plain(words)}"
        yield ""
    for difference in entry.differs:
        yield f"  - accounts differ in {_plain(difference)}"


def _plain(words: str) -> str:
    """Return words that Markdown shows as they are."""
    for sign in "\\`*_[]<>#|":
        words = words.replace(sign, "\\" + sign)
    return printable(words)


def _cited(source: "Source") -> str:
    issued = f", {source.issued}" if source.issued else ""
    return f"{source.title or source.id} ({source.issuer or 'issuer unknown'}{issued}), {source.kind} {source.id}"


def page(dossier: "Dossier", label: Label = str) -> str:
    """Return a dossier as one self-contained page with a timeline; nothing is fetched."""
    style = files("comity.web").joinpath("assets", "dossier.css").read_text(encoding="utf-8")
    title = escape(title_of(dossier, label))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{style}</style></head><body><main>{fragment(dossier, label)}</main></body></html>\n"
    )


def fragment(dossier: "Dossier", label: Label = str) -> str:
    """Return the body of the page, for a notebook or a page of one's own."""
    parts = [f"<h1>{escape(title_of(dossier, label))}</h1><p class='note'>{NOTE}</p>"]
    parts.append(draw_timeline(_marks(dossier), f"Timeline of {title_of(dossier, label)}"))
    for name, heading in PARTS:
        entries: tuple[Entry, ...] = getattr(dossier, name)
        if entries:
            items = "".join(_item(e, f"{name}-{i}") for i, e in enumerate(entries))
            parts.append(f"<h2>{heading} <small>{len(entries)}</small></h2><ol>{items}</ol>")
    sources = "".join(
        f'<li id="source-{s.number}" value="{s.number}">{escape(_cited(s))}</li>'
        for s in dossier.sources
    )
    shown = (
        f"<h2>Sources</h2><ol class='sources'>{sources}</ol>" if sources else f"<p>{NOTHING}</p>"
    )
    parts.append(shown)
    return "".join(parts)


def _item(entry: "Entry", anchor: str) -> str:
    cites = "".join(f'<a class="cite" href="#source-{n}">[{n}]</a>' for n in entry.cites)
    quotes = "".join(f"<blockquote>{escape(q)}</blockquote>" for q in entry.quotes)
    differs = "".join(
        f'<p class="differs">Accounts differ in {escape(d)}.</p>' for d in entry.differs
    )
    return (
        f'<li id="{anchor}"><p><time>{escape(entry.when or "undated")}</time> '
        f"{escape(entry.said)} {cites}</p>{quotes}{differs}</li>"
    )


def _marks(dossier: "Dossier") -> list[Mark]:
    rows = [
        (ROOT_OF[e.claims[0]["mode"]].lower(), e, f"#{name}-{i}")
        for name in ("events", "ahead")
        for i, e in enumerate(getattr(dossier, name))
    ]
    marks = []
    for row, entry, link in rows:
        claim = entry.claims[0]
        start, end = _day(claim["start"]) or entry.day, _day(claim["end"]) or entry.day
        if start and end:
            marks.append(
                Mark(row, min(start, end), max(start, end), f"{entry.when}: {entry.said}", link)
            )
    return sorted(marks, key=lambda m: (m.row, m.start, m.end, m.label))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
