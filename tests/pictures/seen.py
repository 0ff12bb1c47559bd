"""A small architecture for tests of pictures, and what can be read off an SVG."""

import xml.etree.ElementTree as tree
from datetime import date

from tests.network.made import event, made, row

from comity.measure import run
from comity.network import network_at, sequence
from comity.pictures import (
    draw_dyad,
    draw_map,
    draw_matrix,
    draw_mechanism,
    draw_ranks,
    draw_series,
    place_actors,
)

ACTORS = ("AUS", "CHN", "JPN", "RUS", "USA")
COVER = [("ally", "1990-01-01", "2018-12-31"), ("member", "1990-01-01", "2020-12-31")]
EVIDENCE = made(
    row("ally", "USA", "JPN", start="1960-06-23", grade="defence"),
    row("ally", "USA", "AUS", start="1951-09-01", grade="defence"),
    row("partner", "CHN", "RUS", start="1996-04-25", grade="战略协作伙伴关系"),
    event("exercise", "CHN", "RUS", day="2016-09-12", track="military"),
    event("meet", "CHN", "USA", day="2016-09-03"),
    event("protest", ("CHN", "actor"), ("USA", "recipient"), day="2015-10-27"),
    row("member", "CHN", start="2001-06-15", frame="sco"),
    row("member", "RUS", start="2001-06-15", end="2015-03-01", frame="sco"),
    event("dialogue", "CHN", "USA", day="2009-07-27", frame="cn-us-sed", ordinal=1),
    event("dialogue", "CHN", "USA", day="2016-06-06", frame="cn-us-sed", ordinal=8),
    event("dialogue", "CHN", "RUS", day="2012-06-06", frame="sco", ordinal=12),
    covers=COVER,
    version="made 1",
)
DAY = date(2016, 12, 31)


def network(at=DAY, **chosen):
    return network_at(EVIDENCE, at, actors=ACTORS, **chosen)


def years(first=2010, last=2020):
    return sequence(EVIDENCE, range(first, last + 1), actors=ACTORS)


def shares():
    return [v for v in run(years(), ["mux.P"], draws=0) if v.subject.actors[0] in ("CHN", "USA")]


def every(language="en", width=960, names=None):
    """Return each kind of picture of the small architecture."""
    look = {"language": language, "width": width, "names": names}
    places = place_actors(years())
    return {
        "map": draw_map(network(), places=places, **look),
        "maps": draw_map([years().at(y) for y in (2012, 2016, 2020)], places=places, **look),
        "matrix": draw_matrix(network(), **look),
        "layer": draw_matrix(network(), "alliance", order="blocs", **look),
        "dyad": draw_dyad(years(), "CHN", "USA", **look),
        "mechanism": draw_mechanism(EVIDENCE, "sco", **look),
        "series": draw_series(shares(), **look),
        "ranks": draw_ranks(run(network(), ["mux.P"], draws=0), **look),
    }


def root(picture):
    return tree.fromstring(picture.svg)


def elements(picture, name):
    return [e for e in root(picture).iter() if e.tag.endswith("}" + name)]


def texts(picture):
    return [e.text or "" for e in elements(picture, "text")]


def hints(picture):
    """Return what a pointer is told, by mark."""
    return [e.text or "" for e in elements(picture, "title")][1:]


def hatched(picture):
    return [e for e in root(picture).iter() if "#hatch" in e.get("fill", "")]
