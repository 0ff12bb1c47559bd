"""A value led back to its formula, its inputs, and the sentences and rows that each input rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity.measure import Value, explain
from comity.model import Observation
from comity.study.columns import to_dict
from comity.study.describe import summary
from comity.tables import Rows

if TYPE_CHECKING:
    from comity.study.front.measuring import Measuring

Row = dict[str, Any]
COLUMNS = (
    *("source", "claim", "said", "quote", "verdict", "document", "title", "issuer", "issued"),
    *("section", "start_char", "end_char"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A value and everything it rests on.

    ``account`` is what `comity.measure.explain` returns. ``told`` has, for each claim or row that it names, what
    is said, the words, and the document they stand in; ``untold`` are those that the study does not hold.
    """

    value: Value
    account: Mapping[str, Any]
    told: Mapping[str, Row]
    untold: tuple[str, ...] = ()

    @property
    def sentences(self) -> Rows:
        """Return the claims and rows behind the value, each with its words and document."""
        return Rows.of([{"source": name, **row} for name, row in self.told.items()], COLUMNS)

    def to_dict(self) -> Row:
        """Return everything as plain values: the account, and under each input what its sources say."""
        found = {k: v for k, v in self.account.items() if k != "inputs"}
        inputs = [
            {**each, "told": [self.told[s] for s in each["sources"] if s in self.told]}
            for each in self.account["inputs"]
        ]
        return {**found, "inputs": inputs, "not_in_study": list(self.untold)}


def explanation(study: "Measuring", value: Value) -> Explanation:
    """Return a value of a study with the sentences and rows it rests on."""
    account = explain(value)
    told = {**_claims(study, account), **_numbers(study, value)}
    named = (*account["claims"], *account["rows"])
    return Explanation(
        value=value,
        account=account,
        told={name: told[name] for name in named if name in told},
        untold=tuple(name for name in named if name not in told),
    )


def _claims(study: "Measuring", account: Mapping[str, Any]) -> dict[str, Row]:
    """Return the claims behind a value by what its inputs call them: an id, or the row of a data set."""
    rows: Sequence[str] = account["rows"]
    found = study.rows(
        "claims_behind",
        ids=account["claims"],
        rows=rows,
        documents=sorted({name.partition(":")[0] for name in rows}),
    )
    wanted = {*account["claims"], *rows}
    told = {}
    for row in found:
        name = row["id"] if row["id"] in wanted else row["row_name"]
        told[name] = _told(row)
    return told


def _told(row: Row) -> Row:
    said = to_dict(row)
    return {
        "claim": said["id"],
        "said": summary(said),
        "quote": " ".join(said["quote"].split()),
        "verdict": row["verdict"],
        "document": said["document"],
        "title": row["title"],
        "issuer": row["published_by"],
        "issued": str(row["issued_end"]) if row["issued_end"] else None,
        "section": said["section"] or None,
        "start_char": said["start_char"],
        "end_char": said["end_char"],
    }


def _numbers(study: "Measuring", value: Value) -> dict[str, Row]:
    """Return the numbers behind a value by series and row; a row that gives two directions tells both."""
    told: dict[str, Row] = {}
    for each in value.inputs:
        if not isinstance(each, Observation):
            continue
        name = f"{each.series}#{each.row}"
        pair = "–".join(a for a in (each.a, each.b) if a)
        said = f"{each.series} {pair} {each.period}: {_amount(each)}"
        row = told.setdefault(name, _number_row(study, each))
        row["said"] = f"{row['said']}; {said}" if row["said"] else said
    return told


def _amount(number: Observation) -> str:
    return "missing" if number.value is None else f"{number.value:g} {number.unit}".strip()


def _number_row(study: "Measuring", number: Observation) -> Row:
    found = study.rows(
        "number_behind",
        series=number.series,
        row=number.row,
        a=number.a,
        b=number.b,
        start=number.period.start,
    )
    source = found[0] if found else {}
    return {
        "claim": None,
        "said": "",
        "quote": "",
        "verdict": None,
        "document": source.get("document"),
        "title": source.get("title"),
        "issuer": source.get("issuer"),
        "issued": None,
        "section": None,
        "start_char": number.row,
        "end_char": None,
    }
