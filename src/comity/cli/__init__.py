"""The command line: one module a command, loaded only when it is called.

Standard output is the answer, standard error the talk. Exit codes: 0 done, 1 done in part (a file
could not be read) or with problems found (`resources check`, `evaluate --min`), 2 could not do it,
130 interrupted.
"""

import importlib
import os
import sys
from typing import Any

import click

import comity
from comity.cli.streams import (
    end_in_order,
    flush_or_leave,
    interrupt_ends,
    leave_pipe,
    open_streams,
)

COMMANDS = {
    "read": "Read documents to events, positions and ties.",
    "dates": "Find and resolve the dates of a text.",
    "evaluate": "Score the reader against annotated documents.",
    "resources": "Check names, patterns and every example.",
    "add": "Add documents to a study.",
    "import": "Import other people's data into a study.",
    "list": "List what a study holds.",
    "show": "Show a claim or document with everything behind it.",
    "dossier": "Tell everything between two actors, with sources.",
    "promises": "Follow dated commitments and plans.",
    "compare": "Hold two documents side by side.",
    "match": "Join events that several documents tell.",
    "check": "Hold a document against what others say.",
    "review": "Judge claims one at a time.",
    "serve": "Look at a study in a browser.",
    "export": "Write a study for other tools, with a citation.",
    "members": "Say who belongs to a mechanism on a day.",
    "registry": "Hold two sources on memberships side by side.",
    "ties": "Say what ties two actors on a day.",
    "lens": "Hold the criteria that documents state against a study.",
    "series": "Show the numbers of imported data.",
    "at": "Show the architecture on a day in one screen.",
    "measure": "Measure the architecture, with intervals.",
    "explain": "Lead a value back to its formula and sentences.",
    "picture": "Draw the architecture.",
    "study": "Look after a study's file.",
    "demo": "Read the two bundled samples.",
}


class LazyGroup(click.Group):
    """Commands by name, each imported when it is called: help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"comity.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the command line; help printed to a closed pipe is no failure."""
        try:
            return super().make_context(*args, **extra)
        except BrokenPipeError as error:
            leave_pipe()
            raise click.exceptions.Exit(0) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a reader of its output who has seen enough (``| head``) is no failure."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            leave_pipe()
            return 0
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(comity.__version__, prog_name="comity")
@click.option("--debug", is_flag=True, help="Show the full error.")
def cli(debug: bool) -> None:
    """Read security-policy documents into sourced, dated claims.

    Try it on the bundled sample:  comity demo
    """


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    # Matrices are small here: threads of linear algebra cost more than they give, above all on a busy machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    debug = "--debug" in (args if args is not None else sys.argv)
    open_streams()
    end_in_order()
    try:
        interrupt_ends(quietly=False)
        code = _code(args)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        interrupt_ends(quietly=True)
        click.echo("Interrupted.", err=True)
        code = 130
    except BrokenPipeError:
        leave_pipe()
        code = 0
    except Exception as error:  # noqa: BLE001 - the last place that can turn an error into a sentence
        if debug:
            raise
        code = _explain(error)
    interrupt_ends(quietly=True)
    flush_or_leave()
    sys.exit(code)


def _code(args: list[str] | None) -> int:
    """Run the command line and return its exit code."""
    try:
        code: Any = cli.main(args=args, standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except SystemExit as stop:
        code = stop.code
    except click.ClickException as error:
        error.show()
        code = 2
    return code if isinstance(code, int) else 0


main.commands = COMMANDS  # type: ignore[attr-defined]


def _explain(error: Exception) -> int:
    from comity.cli.failures import told

    if str(error) == "Query interrupted":  # how the database tells of a signal
        click.echo("Interrupted.", err=True)
        return 130
    click.echo(f"comity: {told(error)}", err=True)
    return 2
