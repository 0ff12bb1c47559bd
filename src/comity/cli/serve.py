"""comity serve: look at a study in a browser, on this machine."""

import socket
import sys
from typing import Any

import click

from comity.cli.study_options import study_option

PORT = 8650
LOOPBACK = ("127.0.0.1", "::1", "localhost")
EVERYWHERE = ("0.0.0.0", "::")


@click.command("serve")
@study_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="0: any free one.",
)
@click.option(
    "--review", is_flag=True, help="Let claims be judged, with the token in the address printed."
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Answer there: other machines can then read the study.",
)
@click.option(
    "--open/--no-open",
    "browser",
    default=None,
    help="Open it in a browser; by default in a terminal.",
)
def command(study_path: str, port: int, review: bool, host: str, browser: bool | None) -> None:
    """Look at a study in a browser; its data are at /api/v1. Ctrl-C ends it.

    It is open for reading, so that several can look at once; with --review it is open for writing, and no
    other command can use the study until you end it.

    Example:  comity serve --study asia.duckdb
    """
    _needs_libraries()
    from comity.web.api import create_app
    from comity.web.api.guard import LOCAL

    names = {host.lower(), socket.gethostname().lower()} if host not in LOOPBACK else set()
    listener = _listen(host, port)
    try:
        app = create_app(
            study_path, review=review, hosts=LOCAL | names, any_address=host in EVERYWHERE
        )
        address = _address(
            host, listener.getsockname()[1], app.state.office.token if review else ""
        )
        _tell(address, host, review)
        if browser or (browser is None and sys.stdout.isatty()):
            import webbrowser

            webbrowser.open(address)
        _run(app, listener)
    finally:
        listener.close()
    click.echo("Ended.", err=True)


def _needs_libraries() -> None:
    from comity.errors import MissingExtra

    try:
        import uvicorn  # noqa: F401
    except ModuleNotFoundError as error:
        raise MissingExtra("Serving a study", "serve") from error


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; a port in use or a host that is none is one sentence."""
    from comity.errors import QueryError

    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind)
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
    except socket.gaierror as error:
        raise QueryError(f"There is no host {host} here.", hint="Leave --host out.") from error
    except OSError as error:
        raise QueryError(
            f"Port {port} of {host} cannot be used: {(error.strerror or str(error)).lower()}.",
            hint="Give another with --port, or 0 for any.",
        ) from error
    return listener


def _address(host: str, port: int, token: str) -> str:
    """Return the address to open. The token stands behind #: browsers send that to nobody."""
    shown = "127.0.0.1" if host in EVERYWHERE else host
    shown = f"[{shown}]" if ":" in shown else shown
    return f"http://{shown}:{port}/" + (f"#token={token}" if token else "")


def _tell(address: str, host: str, review: bool) -> None:
    click.echo(address)
    sys.stdout.flush()
    if host not in LOOPBACK:
        click.echo(
            f"Warning: whoever reaches {host} can read this study; nothing on the way is encrypted.",
            err=True,
        )
    if review:
        click.echo("Keep the address to yourself: whoever has it can judge claims.", err=True)
    click.echo("Ctrl-C ends it.", err=True)


def _run(app: Any, listener: socket.socket) -> None:
    """Serve until interrupted; requests under way have two seconds to end."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=1 << 15,
        ws="none",
    )
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:  # how a server ends, and no failure
        return
