"""python -m comity, and the command comity: Ctrl-C while it loads ends it without a traceback."""

import signal


def main() -> None:
    """Run the command line."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from comity.cli import main as run

    run()


if __name__ == "__main__":
    main()
