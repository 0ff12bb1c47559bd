"""comity demo: the main job on the two bundled samples."""

from importlib.resources import files
from pathlib import Path

import click

from comity.cli.output import write_claims


@click.command("demo")
@click.option(
    "--out",
    "folder",
    default="demo-output",
    show_default=True,
    help="Where pages and claims are written.",
)
def command(folder: str) -> None:
    """Read a Chinese and an English sample into claims, tables and pages."""
    from comity.reader import parse_text
    from comity.reading import Reading, claims_of
    from comity.registry import load_registry
    from comity.web.page import render_page

    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    found = [f for f in files("comity.samples").iterdir() if f.name.endswith(".md")]
    samples = sorted(found, key=lambda f: f.name)
    for sample in samples:
        stem = sample.name.removesuffix(".md")
        documents = parse_text(sample.read_text(encoding="utf-8"), source=sample.name)
        kept = [(d, claims_of(d)) for d in documents]
        reading = Reading(documents, tuple(c for _, claims in kept for c in claims))
        click.echo(f"\n{reading.document.title}\n{reading!r}\n")
        write_claims(reading.claims, "table", None)
        write_claims(reading.claims, "jsonl", str(out / f"{stem}.jsonl"))
        page = render_page(kept, labels=load_registry().label)
        (out / f"{stem}.html").write_text(page, encoding="utf-8")
    click.echo("\nOpen these pages in a browser to see each claim in its place:")
    for sample in samples:
        click.echo(f"  {out / sample.name.removesuffix('.md')}.html")
