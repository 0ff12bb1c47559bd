"""What the commands about the architecture share: who, which layers, which claims, which sources."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import click

from comity.cli.study_options import actor_ids, known_option

POLICIES: Final = ("any", "majority", "all")  # those of `comity.network.Options`
OPTIONS: Final = (
    click.option(
        "--actors",
        multiple=True,
        metavar="A,B",
        help="Only these: ids or names in either language, by commas or one at a time.",
    ),
    click.option("--layer", "layers", multiple=True, metavar="LAYER", help="Only this layer."),
    click.option("--source", "sources", multiple=True, metavar="SOURCE", help="Only what it tells: an issuer or a data set."),
    click.option(
        "--strict/--lenient",
        default=False,
        help="Leave out, or take up, claims that nobody has reviewed. [default: lenient]",
    ),
    click.option(
        "--policy",
        type=click.Choice(POLICIES),
        default="any",
        show_default=True,
        help="A tie holds where any source tells it, where most that know do, or all.",
    ),
)  # fmt: skip


def network_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the choices of a network and ``--as-known``."""
    command = known_option(command)
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def chosen(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the choices of a network that were made, as `comity.network.Options` takes them."""
    lists = {
        "actors": who(given["actors"]),
        "layers": [x for each in given["layers"] for x in each.split(",") if x],
        "sources": list(given["sources"]),
    }
    found: dict[str, Any] = {name: tuple(each) for name, each in lists.items() if each}
    if given["strict"]:
        found["strict"] = True
    if given["policy"] != "any":
        found["policy"] = given["policy"]
    return found


def who(given: Iterable[str]) -> list[str]:
    """Return the ids of actors given by ids or names, several of them parted by commas."""
    names = [name.strip() for each in given for name in each.replace("，", ",").split(",")]
    return list(dict.fromkeys(actor_ids([name for name in names if name])))
