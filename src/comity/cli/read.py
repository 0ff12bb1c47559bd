"""comity read: documents to claims."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.output import SHAPES, destination, write_claims

if TYPE_CHECKING:
    from comity.model import Claim, Document


@click.command("read")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--format",
    "shape",
    type=click.Choice(SHAPES),
    default="table",
    show_default=True,
    help="Shape of the answer.",
)
@click.option("--json", "shape", flag_value="json", help="Short for --format json.")
@click.option("-o", "output", metavar="FILE", help="Write there (- is standard output).")
@click.option("--out-dir", metavar="DIR", help="Write one FILE.jsonl there for each input file.")
@click.option(
    "--html", metavar="PAGE", help="Also write one page that shows the claims in the text."
)
@click.option(
    "--text", "text_only", is_flag=True, help="Print the text that offsets refer to, and stop."
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(["event", "position", "tie"]),
    help="Only these kinds.",
)
@click.option("--issuer", help="Who published it: a name or an id such as CHN.")
@click.option("--issued", metavar="DATE", help="When it was published: 2017-01-11 or 2017-01.")
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), help="Its language.")
@click.option(
    "--input-format", help="markdown, text, html, pdf, docx or jsonl; else by the file's ending."
)
@click.option(
    "--resources",
    metavar="DIR",
    envvar="COMITY_RESOURCES",
    type=click.Path(exists=True, file_okay=False),
    help="A folder of your own names and patterns, laid over comity's.",
)
@click.option("-q", "--quiet", is_flag=True, help="No talk on standard error.")
def command(
    files: tuple[str, ...],
    shape: str,
    output: str | None,
    out_dir: str | None,
    html: str | None,
    text_only: bool,
    kinds: tuple[str, ...],
    issuer: str | None,
    issued: str | None,
    language: str | None,
    input_format: str | None,
    resources: str | None,
    quiet: bool,
) -> None:
    """Read FILES (or folders, or - for standard input) to events, positions and ties.

    Example:  comity read page.md --html page.html
    """
    given = {"format": input_format, "language": language, "issuer": issuer, "issued": issued}
    overlay = Path(resources) if resources else None
    run = Run(files, given, kinds, overlay, quiet=quiet, keep=bool(html))
    if text_only:
        for document in run.documents():
            click.echo(document.text, nl=False)
    elif out_dir:
        run.write_each(Path(out_dir))
    else:
        write_claims(run.claims(), shape, output)
    if html:
        _write_page(html, run)
    raise SystemExit(run.code)


class Run:
    """One call of the command: what was read, what failed, what is kept for the page."""

    def __init__(
        self,
        files: tuple[str, ...],
        given: dict[str, str | None],
        kinds: tuple[str, ...],
        overlay: Path | None,
        *,
        quiet: bool,
        keep: bool,
    ) -> None:
        self.files = files
        self.given = given
        self.kinds = kinds
        self.overlay = overlay
        self.quiet = quiet
        self.keep = keep
        self.read = 0
        self.failed = 0
        self.kept: list[tuple[Document, tuple[Claim, ...]]] = []

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
                found += [name] if name == "-" else [str(p) for p in files_of(Path(name))]
            except ReadError as error:
                self.fail(error)
        return found

    def fail(self, error: Exception) -> None:
        self.failed += 1
        click.echo(f"comity: {error}", err=True)

    def documents(self, only: str | None = None) -> Iterator["Document"]:
        from comity.errors import ReadError
        from comity.reader import load_documents

        sources = [only] if only else self.sources()
        for source in _with_progress(sources, hidden=self.quiet or only is not None):
            try:
                for document in load_documents(source, **self.given):
                    self.read += 1
                    self.tell(document)
                    yield document
            except ReadError as error:
                self.fail(error)

    def readings(self, only: str | None = None) -> Iterator[tuple["Document", tuple["Claim", ...]]]:
        """Yield each document with its claims of the chosen kinds."""
        from comity.reading import claims_of

        for document in self.documents(only):
            read = claims_of(document, resources=self.overlay)
            yield document, tuple(c for c in read if not self.kinds or c.kind in self.kinds)

    def claims(self, only: str | None = None) -> Iterator["Claim"]:
        for document, found in self.readings(only):
            if self.keep:
                self.kept.append((document, found))
            yield from found

    def write_each(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for source in _with_progress(self.sources(), hidden=self.quiet):
            write_claims(self.claims(source), "jsonl", str(folder / f"{Path(source).stem}.jsonl"))

    def tell(self, document: "Document") -> None:
        """Say what was repaired, suspected or is missing."""
        if self.quiet:
            return
        if not document.complete:
            click.echo(
                f"{document.title or document.id}: incomplete, the text breaks off.", err=True
            )
        for finding in document.findings:
            line = document.text.count("\n", 0, finding.span.start) + 1
            click.echo(f"  line {line}: {finding.kind}: {finding.message}", err=True)


def _with_progress(sources: list[str], *, hidden: bool) -> Iterator[str]:
    if hidden or len(sources) < 4 or not sys.stderr.isatty():
        yield from sources
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(sources, description="Reading", console=Console(stderr=True))


def _write_page(path: str, run: Run) -> None:
    from comity.registry import load_registry
    from comity.web.page import render_page

    page = render_page(run.kept, labels=load_registry(run.overlay).label)
    with destination(path) as stream:
        stream.write(page)
    if not run.quiet:
        click.echo(f"Wrote {path}", err=True)
