"""comity show: one claim or document, with everything behind it."""

import json
from datetime import date
from typing import Any

import click

from comity.cli.study_options import known_option, opened, study_option


@click.command("show")
@click.argument("id")
@study_option
@known_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(id: str, study_path: str, as_known: date | None, as_json: bool) -> None:
    """Show a claim: what is said, the words, who judged it, where else it is told.

    ID may be the beginning of one, or a document's id: then the document with its claims.

    Example:  comity show 3d21
    """
    from comity.errors import QueryError
    from comity.tables import printable

    with opened(study_path, known=as_known) as study:
        try:
            found, tell = study.claim(id), _claim
        except QueryError:
            found, tell = study.document(id), _document
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1, default=str))
    else:
        click.echo(printable("\n".join(tell(found))))


def _claim(found: dict[str, Any]) -> list[str]:
    from comity.study.describe import summary

    source = found["source"]
    lines = [f"{found['kind']} {found['id']}", f"  {summary(found)}", ""]
    lines += [f"  “{' '.join(found['quote'].split())}”"]
    lines += [f"  {source['title'] or source['id']} ({source['issuer']}, {source['issued_end']})"]
    lines += [
        f"  document {found['document']}, characters {found['start_char']} to {found['end_char']}, rule {found['rule']}"
    ]
    if found["verdict"]:
        lines.append(f"  verdict: {found['verdict']}")
    for judgement in found["judgements"]:
        taken = " (withdrawn)" if judgement["withdrawn"] else ""
        why = f": {judgement['reason']}" if judgement["reason"] else ""
        lines.append(
            f"  {judgement['verdict']} by {judgement['author']}, {judgement['recorded']}{taken}{why}"
        )
    if found["told_also"]:
        lines += ["", "  told also"]
    for other in found["told_also"]:
        lines.append(f"    {other['id']} {other['issuer']} {other['title']}")
        lines.append(f"      “{' '.join(other['quote'].split())}”")
    return lines


def _document(found: dict[str, Any]) -> list[str]:
    from comity.study.describe import summary

    lines = [f"{found['kind']} {found['id']}", f"  {found['title']}"]
    lines.append(f"  {found['issuer']}, {found['issued_end']}, {found['language']}")
    if not found["complete"]:
        lines.append(f"  incomplete: {', '.join(found['missing'] or ()) or 'the text breaks off'}")
    return [*lines, "", *(f"  {c['id']} {summary(c)}" for c in found["claims"])]
