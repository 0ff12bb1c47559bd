"""comity match: events told twice, joined by judgement."""

from datetime import date
from typing import TYPE_CHECKING

import click

from comity.cli.progress import watched
from comity.cli.study_options import (
    Day,
    author_option,
    opened,
    shape_options,
    study_option,
    write_rows,
)

if TYPE_CHECKING:
    from comity.study import Study

SHOWN = ("verdict", "likelihood", "claim", "other", "said", "also", "why")


@click.command("match")
@study_option
@click.option("--dry-run", is_flag=True, help="Show the joins, write nothing.")
@click.option("--unsure", is_flag=True, help="Also show the pairs left to a person.")
@click.option("--parts", is_flag=True, help="Also show the meetings held during a visit or summit.")
@click.option("--from", "start", type=Day(), metavar="DATE", help="Only events not over before.")
@click.option("--to", "end", type=Day(last=True), metavar="DATE", help="Only events begun by then.")
@click.option("--explain", nargs=2, metavar="A B", help="Say how two claims score, part by part.")
@click.option(
    "--same", nargs=2, metavar="A B", help="Decide that two claims tell of one happening."
)
@click.option("--different", nargs=2, metavar="A B", help="Decide that they do not.")
@click.option("--withdraw", metavar="ID", help="Take a judgement back.")
@click.option("--reason", default="", help="Why you decide so.")
@author_option
@shape_options
def command(
    study_path: str,
    dry_run: bool,
    unsure: bool,
    parts: bool,
    start: date | None,
    end: date | None,
    explain: tuple[str, str] | None,
    same: tuple[str, str] | None,
    different: tuple[str, str] | None,
    withdraw: str | None,
    reason: str,
    author: str,
    shape: str,
    output: str | None,
) -> None:
    """Find events that several documents tell, in whatever language, and join them.

    Each join is a judgement with its score, which `--withdraw` takes back; what a person decided, a later
    run does not undo. Running again adds nothing.

    Example:  comity match --study asia.duckdb --dry-run
    """
    from comity.tables import Rows

    decides = bool(same or different or withdraw)
    with opened(study_path, write=decides or not (dry_run or explain)) as study:
        if explain:
            click.echo(_explained(study, *explain))
            return
        if decides:
            _decide(study, same, different, withdraw, author, reason)
            return
        with watched("pairs compared") as progress:
            found = study.match(start=start, end=end, dry_run=dry_run, progress=progress)
        left_out = len(study.joins_left_out())
    doubtful = len(found.proposals) - len(found.joins)
    done = "would be joined" if dry_run else "joined"
    click.echo(
        f"{found.compared} pairs compared, {len(found.joins)} {done}, {doubtful} unsure.", err=True
    )
    if left_out:
        click.echo(
            f"{left_out} earlier joins are left out, since they would bring together what is held to be different.",
            err=True,
        )
    rows = [r for r in found.to_rows() if unsure or r["verdict"] == "same"]
    rows += found.part_rows() if parts else []
    write_rows(Rows.of(rows, () if rows else SHOWN), shape, output, SHOWN)


def _explained(study: "Study", first: str, second: str) -> str:
    from comity.study.describe import summary

    rows, score = study.explain_match(first, second)
    told = [f"{r['id']}  {summary(r)}\n  “{' '.join(r['quote'].split())}”" for r in rows]
    return "\n".join([*told, score.explain()])


def _decide(
    study: "Study",
    same: tuple[str, str] | None,
    different: tuple[str, str] | None,
    withdraw: str | None,
    author: str,
    reason: str,
) -> None:
    if withdraw:
        made = study.judge("withdraw", author=author, withdraws=withdraw, reason=reason)
        click.echo(f"{withdraw} taken back by {made}.", err=True)
    for verdict, pair in (("same", same), ("different", different)):
        if pair:
            first, second = (str(study.claim(each)["id"]) for each in pair)
            made = study.judge(verdict, first, other=second, author=author, reason=reason)
            click.echo(f"{first} and {second}: {verdict}, judgement {made}.", err=True)
