"""What is said of a document beside its text: by the caller, or by the file's own metadata."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from comity.errors import ReadError
from comity.model import UNDATED, Finding, Period, Span
from comity.reader.formats import BY_NAME
from comity.reader.limits import words_only
from comity.reader.metadata import parse_day
from comity.reader.title_block import issuer_id
from comity.registry.soundness import require_sound

DATE_HINT = "Write 2017, 2017-01 or 2017-01-11."
ISSUER_HINT = "Give a state's id such as CHN, or the name of a state or body."


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known of a text before it is read; empty where nothing is said.

    ``issuer`` is an id. ``overlay`` is the folder of the user's own names.
    """

    language: str = ""
    issuer: str = ""
    issued: Period = UNDATED
    title: str = ""
    id: str = ""
    source: str = ""
    overlay: Path | None = None

    def or_from(self, metadata: Mapping[str, str]) -> tuple["Given", list[Finding]]:
        """Fill what is empty from a file's metadata; what makes no sense there is left out and told."""
        findings = []
        issuer, issued = self.issuer, self.issued
        if not issuer and (said := metadata.get("issuer", "").strip()):
            issuer = issuer_id(said, self.overlay)
            if not issuer:
                findings.append(_finding("bad-issuer", f"{said} is no state or body known here."))
        if not issued.start and (said := metadata.get("date", "").strip()):
            issued = parse_day(said)
            if not issued.start:
                findings.append(_finding("bad-date", f"{said} is no date. {DATE_HINT}"))
        filled = replace(
            self,
            language=self.language or metadata.get("language", ""),
            issuer=issuer,
            issued=issued,
            title=self.title or metadata.get("title", ""),
            id=self.id or metadata.get("id", ""),
        )
        return filled, findings


def _finding(kind: str, message: str) -> Finding:
    return Finding(kind=kind, span=Span(0, 0), message=f"The metadata was left aside: {message}")


def check_given(
    *,
    format: str | None = None,
    language: str | None = None,
    issuer: str | None = None,
    issued: str | date | None = None,
    resources: Path | None = None,
) -> Given:
    """Return what a caller says of every document it reads.

    Raises ReadError when a format, language, issuer or date is given that cannot be one, ResourceError
    when something in the folder of resources has the wrong shape.
    """
    if resources is not None:
        require_sound(resources)
    if format is not None and format not in BY_NAME:
        raise ReadError(f"There is no format {format}.", hint=f"Formats: {', '.join(BY_NAME)}.")
    if language and language not in ("zh", "en"):
        raise ReadError(f"There is no language {language}.", hint="Languages: zh, en.")
    said = issued.isoformat()[:10] if isinstance(issued, date) else words_only(issued or "")
    day = parse_day(said) if said else UNDATED
    if said and not day.start:
        raise ReadError(f"The date of issue {said} is no date.", hint=DATE_HINT)
    name = words_only(issuer or "")
    who = issuer_id(name, resources) if name else ""
    if name and not who:
        raise ReadError(f"The issuer {name} is no state or body known here.", hint=ISSUER_HINT)
    return Given(language=language or "", issuer=who, issued=day, overlay=resources)
