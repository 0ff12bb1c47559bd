"""comity import: other people's data into a study."""

import sys
from typing import TYPE_CHECKING

import click

from comity.cli.study_options import opened, shape_options, study_option, write_rows

if TYPE_CHECKING:
    from pathlib import Path

    from comity.feeds import Feed
    from comity.study.ingest import Imported

LISTED = ("feed", "title", "licence", "citation")
REASONS = 8


@click.command("import")
@click.argument("feed", required=False)
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False))
@study_option
@click.option("--list", "listing", is_flag=True, help="Show the feeds with licence and citation.")
@click.option("--download", is_flag=True, help="Fetch the file from the feed's address.")
@click.option("--into", "folder", default=".", metavar="DIR", help="Where fetched files are kept.")
@click.option("--address", metavar="URL", help="Fetch from there instead.")
@click.option("--sha256", default="", metavar="HASH", help="The checksum a fetched file must have.")
@click.option("--timeout", default=60.0, show_default=True, help="Seconds to wait for the server.")
@click.option("-q", "--quiet", is_flag=True, help="No talk on standard error.")
@shape_options
def command(
    feed: str | None,
    file: str | None,
    study_path: str,
    listing: bool,
    download: bool,
    folder: str,
    address: str | None,
    sha256: str,
    timeout: float,
    quiet: bool,
    shape: str,
    output: str | None,
) -> None:
    """Import a data set: FEED is the name of one of comity's feeds or a .toml file of your own.

    FILE is a table (CSV, Parquet; plain, .gz or .zip). The same file again adds nothing; an interrupted
    import is gone on with. Rows that cannot be taken are counted with their reasons.

    Example:  comity import cow-nmc NMCv7.zip --study asia.duckdb
    """
    from pathlib import Path

    from comity.feeds import load_feed

    if listing or feed is None:
        _list(shape, output)
        return
    known = load_feed(feed)
    if file is None and not (download or address):
        raise click.UsageError(
            f"Name the file, or fetch it with --download ({known.address or 'no address'})."
        )
    fetched = "" if file else address or known.address
    path = Path(file) if file else _fetch(known, Path(folder), address, sha256, timeout, quiet)
    with opened(study_path, write=True, create=True) as study:
        tell = None if quiet or not sys.stderr.isatty() else _count
        done = study.import_feed(known, path, address=fetched, tell=tell)
    if shape != "table":
        from comity.tables import Rows

        write_rows(Rows.of([_row(done)]), shape, output)
    if not quiet:
        click.echo("\n".join(_told(done, path)), err=True)
    raise SystemExit(1 if done.skipped and done.skipped == done.rows else 0)


def _list(shape: str, output: str | None) -> None:
    from comity.feeds import own_feeds
    from comity.tables import Rows

    rows = [
        {
            "feed": f.id,
            "title": " ".join(p for p in (f.title, f.version) if p),
            "licence": f.licence + (" (unverified)" if "licence" in f.unverified else ""),
            "address": f.address,
            "citation": f.citation,
        }
        for f in own_feeds().values()
    ]
    write_rows(Rows.of(rows), shape, output, LISTED)


def _fetch(
    feed: "Feed", folder: "Path", address: str | None, sha256: str, timeout: float, quiet: bool
) -> "Path":
    from datetime import UTC, datetime

    from comity.feeds.download import fetch

    path, manifest = fetch(
        feed,
        folder,
        now=datetime.now(UTC).replace(microsecond=0),
        address=address or "",
        sha256=sha256,
        timeout=timeout,
        tell=None if quiet or not sys.stderr.isatty() else _bytes,
    )
    if not quiet:
        click.echo(f"{path}: {manifest.bytes:,} bytes, sha256 {manifest.sha256}", err=True)
    return path


def _bytes(done: int, whole: int | None) -> None:
    share = f" of {whole:,} ({done / whole:.0%})" if whole else ""
    click.echo(f"\r{done:,} bytes{share}", nl=done == whole, err=True)


def _count(rows: int) -> None:
    click.echo(f"\r{rows:,} rows", nl=False, err=True)


def _row(done: "Imported") -> dict[str, object]:
    return {
        "feed": done.feed,
        "document": done.document,
        "rows": done.rows,
        "skipped": done.skipped,
        "claims": done.claims,
        "observations": done.observations,
        "known": done.known,
        "resumed": done.resumed,
        "reasons": done.reasons,
        "absent": list(done.absent),
        "also": list(done.also),
    }


def _told(done: "Imported", path: "Path") -> list[str]:
    if done.known:
        return [f"{path}: imported before as {done.document}; nothing added."]
    parts = [f"{done.rows:,} rows gave {done.claims:,} claims and {done.observations:,} numbers"]
    if done.resumed:
        parts.append(f"{done.resumed:,} values were there from an interrupted import")
    lines = [f"{done.document}: {'; '.join(parts)}."]
    if done.skipped:
        lines.append(f"From {done.skipped:,} rows not everything could be taken:")
        lines += [f"  {n:>9,}  {reason}" for reason, n in list(done.reasons.items())[:REASONS]]
        if len(done.reasons) > REASONS:
            lines.append(f"  and {len(done.reasons) - REASONS} more reasons (--json)")
    if done.absent:
        lines.append(f"Not in this file: {'; '.join(done.absent)}.")
    if done.also:
        lines.append(
            f"The study holds another file of this feed ({', '.join(done.also)}): series show the newest, "
            "ties and events of both count. Narrow a question with --source."
        )
    return lines
