"""Colours, line styles and the style sheet that every picture carries.

Each colour is told apart from its neighbours by a line style too, and reaches a contrast of 4.5 on its paper
(WCAG 2.2, criterion 1.4.3), on light paper and on dark. Print is always light.
"""

from typing import Final, NamedTuple

FONT: Final = 'system-ui,"Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif'


class Tone(NamedTuple):
    """One colour on light and on dark paper."""

    light: str
    dark: str


PAPER: Final = Tone("#ffffff", "#16191d")
INK: Final = Tone("#1a1a1a", "#eceff1")
SOFT: Final = Tone("#595959", "#b3bac0")
FAINT: Final = Tone("#d4d4d4", "#3d444b")

# In hue and in lightness apart, so that they differ under the common forms of colour blindness as well.
TONES: Final = (
    Tone("#1f5fa8", "#7db4f0"),
    Tone("#b04a00", "#f2a15c"),
    Tone("#11704a", "#62cfa0"),
    Tone("#7b3f9e", "#cf9ff0"),
    Tone("#b3195f", "#f58cbb"),
    Tone("#0b6b78", "#63cbd9"),
    Tone("#6b5d00", "#d3c35a"),
    Tone("#555555", "#bcbcbc"),
)
DASHES: Final = ("", "9 3", "2 3", "9 3 2 3", "5 5", "14 4", "2 6", "9 3 2 3 2 3", "4 2")


def tone(place: int) -> int:
    """Return the number of a colour; there are eight, after which line styles tell apart."""
    return place % len(TONES)


def dash(place: int) -> str:
    """Return a line style that differs from those before it in the same colour."""
    return DASHES[place % len(DASHES)]


def style_sheet() -> str:
    """Return the style sheet: light, and dark on a screen set to dark."""
    dark = _colours(1)
    return f"{_shapes()}{_colours(0)}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def _shapes() -> str:
    return (
        f"text{{font-family:{FONT};font-size:12px}}"
        ".title{font-size:17px;font-weight:600}.sub{font-size:13px}.small{font-size:11px}.tiny{font-size:9.5px}"
        ".bold{font-weight:600}.line{fill:none}"
        ".halo{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}.none{fill:none}"
    )


def _colours(mode: int) -> str:
    paper, ink, soft, faint = (t[mode] for t in (PAPER, INK, SOFT, FAINT))
    parts = [
        f"text,.ink{{fill:{ink}}}.soft{{fill:{soft}}}.paper{{fill:{paper}}}.faint{{fill:{faint}}}",
        f".grid{{stroke:{faint};fill:none}}.axis{{stroke:{soft};fill:none}}.halo{{stroke:{paper}}}",
        f".rim{{stroke:{paper};stroke-width:1}}.open{{fill:{paper};stroke:{soft};stroke-width:1.4}}",
        f".edge{{stroke:{ink}}}.dim{{stroke:{soft}}}",
    ]
    for number, each in enumerate(TONES):
        parts.append(f".f{number}{{fill:{each[mode]}}}.s{number}{{stroke:{each[mode]}}}")
    return "".join(parts)
