"""comity read: documents to claims."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from comity.cli.output import SHAPES, write_claims
from comity.cli.run import NothingRead, Run

SPELLED = {"output": "-o", "html": "--html", "out_dir": "--out-dir"}


@click.command("read")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--format",
    "shape",
    type=click.Choice(SHAPES),
    help="Shape of the answer.  [default: table; with --out-dir: jsonl]",
)
@click.option("--json", "shape", flag_value="json", help="Short for --format json.")
@click.option("-o", "output", metavar="FILE", help="Write there (- is standard output).")
@click.option("--out-dir", metavar="DIR", help="Write one file there for each input file.")
@click.option(
    "--html",
    metavar="PAGE",
    help="Also write one page that shows the claims in the text (- for the page alone on standard output).",
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
def command(files: tuple[str, ...], quiet: bool, kinds: tuple[str, ...], **options: Any) -> None:
    """Read FILES (or folders, or - for standard input) to events, positions and ties.

    Leaves with 0 when all files were read, whatever was noticed on their pages; with 1 when some could
    not be read; with 2 when none could, and then nothing is written.

    Example:  comity read page.md --html page.html
    """
    _refuse_clashes(files, kinds, options)
    overlay = Path(options["resources"]) if options["resources"] else None
    run = Run(
        files=files,
        given=_given(options, overlay),
        kinds=kinds,
        overlay=overlay,
        quiet=quiet,
        keep=bool(options["html"]),
    )
    if overlay and not quiet:
        _tell_strays(overlay)
    with suppress(NothingRead):
        _write(run, options)
    raise SystemExit(run.code)


def _given(options: dict[str, Any], overlay: Path | None) -> dict[str, str | None]:
    """Return what the options say of every document; what cannot be is refused before reading."""
    from comity.reader import check_given

    given = {name: options[name] for name in ("language", "issuer", "issued")}
    check_given(format=options["input_format"], resources=overlay, **given)
    return {"format": options["input_format"], **given}


def _tell_strays(overlay: Path) -> None:
    """Say which files of the user's folder change nothing."""
    from comity.registry.soundness import stray_files

    for problem in stray_files(overlay):
        click.echo(str(problem), err=True)


def _write(run: Run, options: dict[str, Any]) -> None:
    shape, output, html = options["shape"], options["output"], options["html"]
    if options["text_only"]:
        run.write_text(output)
    elif options["out_dir"]:
        run.write_each(Path(options["out_dir"]), shape or "jsonl")
    elif html == "-" and output is None:
        run.drain()
    else:
        write_claims(run.claims(run.sources()), shape or "table", output)
    if html and run.read:
        run.write_page(html)


def _refuse_clashes(
    files: tuple[str, ...], kinds: tuple[str, ...], options: dict[str, Any]
) -> None:
    """Refuse options that cannot both be honoured, and outputs that would replace an input."""
    output, html, out_dir = options["output"], options["html"], options["out_dir"]
    given = {
        "--format": options["shape"],
        "--out-dir": out_dir,
        "--html": html,
        "--kind": kinds,
    }
    if empty := [n for n in ("output", "html", "out_dir") if options[n] == ""]:
        raise click.UsageError(f"An empty name is no place to write to: {SPELLED[empty[0]]}.")
    if options["text_only"] and (clash := next((n for n, v in given.items() if v), None)):
        raise click.UsageError(f"--text prints the text alone: leave out {clash} or --text.")
    if out_dir and output:
        raise click.UsageError("--out-dir and -o each say where to write: give one of them.")
    if html == "-" and not out_dir and (output == "-" or (options["shape"] and not output)):
        raise click.UsageError(
            "The claims and the page cannot both go to standard output: give -o FILE or --html PAGE."
        )
    if options["shape"] == "parquet" and output in (None, "-") and not out_dir:
        raise click.UsageError("Parquet is binary: give a file with -o FILE.")
    for target in (output, html):
        if target and target != "-" and _is_one_of(target, files):
            raise click.UsageError(f"{target} is an input: write to another file.")
    if html and html == output and html != "-":
        raise click.UsageError("-o and --html name the same file: give two.")


def _is_one_of(target: str, files: tuple[str, ...]) -> bool:
    path = Path(target)
    return path.is_file() and any(Path(f).exists() and path.samefile(f) for f in files if f != "-")
