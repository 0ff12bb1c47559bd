"""One call that reads documents: what was read, what failed, what is kept for the page."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from comity.cli.failures import debugging, is_unexpected, told
from comity.cli.output import ENDINGS, destination, file_names, write_claims

if TYPE_CHECKING:
    from comity.model import Claim, Document

Item = TypeVar("Item")


class NothingRead(Exception):
    """No input could be read. Each failure has been told; nothing may be written."""


@dataclass(slots=True, kw_only=True)
class Run:
    """Reads the inputs one after another and counts what was read and what failed."""

    files: tuple[str, ...]
    given: dict[str, str | None]
    kinds: tuple[str, ...]
    overlay: Path | None
    quiet: bool
    keep: bool
    bar: bool = False
    read: int = 0
    failed: int = 0
    kept: list[tuple["Document", tuple["Claim", ...]]] = field(default_factory=list)

    @property
    def code(self) -> int:
        return 0 if not self.failed else 1 if self.read else 2

    def sources(self) -> list[str]:
        """Return the input files; a folder is replaced by its readable files."""
        from comity.errors import ReadError
        from comity.reader import files_of

        found: list[str] = []
        for name in self.files:
            try:
                if not name.strip():
                    raise ReadError(
                        "The name of a file is empty.", hint="Name a file, or - for stdin."
                    )
                found += [name] if name == "-" else [str(p) for p in files_of(Path(name))]
            except ReadError as error:
                self.fail(error, name)
        return found

    def fail(self, error: Exception, source: str = "") -> None:
        """Tell one failure in a sentence that names its file; with --debug the unexpected is raised."""
        if is_unexpected(error) and debugging():
            raise error
        self.failed += 1
        click.echo(f"comity: {told(error, source)}", err=True)

    def documents(self, sources: Sequence[str]) -> Iterator["Document"]:
        """Yield the documents of the inputs; one that fails is told and stops no other.

        Raises NothingRead at the end if there was none.
        """
        from comity.reader import load_documents

        before = self.read
        for source in with_progress(sources, hidden=self.quiet and not self.bar):
            try:
                for document in load_documents(source, resources=self.overlay, **self.given):
                    self.read += 1
                    self.tell(document)
                    yield document
            except BrokenPipeError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever one file does, the others are read
                self.fail(error, source)
        if self.read == before:
            raise NothingRead

    def readings(self, sources: Sequence[str]) -> Iterator[tuple["Document", tuple["Claim", ...]]]:
        """Yield each document with its claims of the chosen kinds."""
        from comity.reading import claims_of

        for document in self.documents(sources):
            try:
                read = claims_of(document, resources=self.overlay)
            except Exception as error:  # noqa: BLE001 - whatever one document does, the others are read
                self.read -= 1
                self.fail(error, document.source)
                continue
            yield document, tuple(c for c in read if not self.kinds or c.kind in self.kinds)

    def claims(self, sources: Sequence[str]) -> Iterator["Claim"]:
        for document, found in self.readings(sources):
            if self.keep:
                self.kept.append((document, found))
            yield from found

    def drain(self) -> None:
        """Read everything for the page alone."""
        for _ in self.claims(self.sources()):
            pass

    def write_text(self, output: str | None) -> None:
        """Write the text that offsets refer to; one text is written once however many documents it holds."""
        with destination(output) as stream:
            last = None
            for document in self.documents(self.sources()):
                if (document.source, document.text) != last:
                    gap = "\n" if last and not last[1].endswith("\n") else ""
                    stream.write(gap + document.text)
                last = (document.source, document.text)

    def write_each(self, folder: Path, shape: str) -> None:
        """Write one file of claims for each input that can be read."""
        folder.mkdir(parents=True, exist_ok=True)
        sources = self.sources()
        targets = file_names(sources, folder, ENDINGS[shape])
        pairs = dict(zip(targets, sources, strict=True))
        for target in with_progress(targets, hidden=self.quiet):
            try:
                write_claims(self.claims([pairs[target]]), shape, str(target))
            except NothingRead:
                continue

    def write_page(self, path: str) -> None:
        from comity.registry import load_registry
        from comity.web.page import render_page

        page = render_page(self.kept, labels=load_registry(self.overlay).label)
        with destination(path) as stream:
            stream.write(page)
        if not self.quiet and path != "-":
            click.echo(f"Wrote {path}", err=True)

    def tell(self, document: "Document") -> None:
        """Say what was repaired, suspected or is missing, each line led by the file's name."""
        if self.quiet:
            return
        from comity.model.span import line_counter
        from comity.tables import printable

        name = " ".join(filter(None, (document.source, document.metadata.get("id"))))
        if not document.complete:
            said = f"{name}: incomplete: {document.title}: the text breaks off."
            click.echo(printable(said), err=True)
        line_of = line_counter(document.text)
        for finding in document.findings:
            line = line_of(finding.span.start)
            said = f"{name}: line {line}: {finding.kind}: {finding.message}"
            click.echo(printable(said), err=True)


def with_progress(items: Sequence[Item], *, hidden: bool) -> Iterator[Item]:
    """Yield items with a progress bar on a terminal, if there are enough of them to wait for."""
    if hidden or len(items) < 4 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description="Reading", console=Console(stderr=True))
