"""The study, or the claims that pass filters, as a zip file in one of the formats of `comity export`."""

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import IO, Annotated, Any, Final, Literal, cast

from fastapi import APIRouter, Query
from fastapi.responses import Response, StreamingResponse

from comity.export import Edition, export_study
from comity.web.api.office import Office
from comity.web.api.params import NO_CONTROL, Chosen, Kind
from comity.web.api.problems import ProblemError
from comity.web.api.responses import UNCHANGED, Responses
from comity.web.api.session import Desk, Session

router = APIRouter(tags=["data"])
Format = Literal["parquet", "jsonl", "csv", "graphml", "jsonld", "ftm", "citation"]
ZIP: Final[Responses] = {
    **UNCHANGED,
    200: {
        "description": "A zip file: the files of the format and MANIFEST.json.",
        "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
    },
}
BLOCK: Final = 1 << 16
EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the same study gives the same bytes: no time of packing
_one = Lock()


@router.get("/export/{name}", response_class=Response, responses=ZIP)
def export_zip(
    desk: Desk,
    name: Format,
    chosen: Chosen,
    kind: Kind | None = None,
    happenings: Annotated[bool, Query(description="Count a happening once")] = False,
    author: Annotated[
        list[Annotated[str, Query(min_length=1, max_length=200, pattern=NO_CONTROL)]] | None,
        Query(max_length=20, description="Family, Given; a citation needs one"),
    ] = None,
    title: Annotated[str, Query(max_length=300)] = "",
    licence: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """Return an export of the study, or of the claims that pass filters. One is made at a time."""
    edition = Edition(title=title, authors=tuple(author or ()), licence=licence)
    given = {**chosen.given, **({"kind": kind} if kind else {})}
    if not _one.acquire(timeout=max(desk.left() - 1, 0.1)):
        raise ProblemError(
            503, "Another export is being made.", "Ask again when it is done.", retry=10
        )
    try:
        folder = _written(desk, str(name), edition, happenings, given)
    finally:
        _one.release()
    headers = {
        "content-disposition": f'attachment; filename="comity-{name}.zip"',
        "etag": desk.tag,
        "cache-control": "no-cache",
    }
    return StreamingResponse(_zipped(folder), media_type="application/zip", headers=headers)


def _written(
    desk: Session, format: str, edition: Edition, happenings: bool, given: dict[str, Any]
) -> "tempfile.TemporaryDirectory[str]":
    """Write the export to a folder of its own."""
    office: Office = desk.office
    folder = tempfile.TemporaryDirectory(prefix="comity-export-")
    try:
        with office.reading() as study:
            export_study(
                study,
                Path(folder.name) / "export",
                [format],
                edition=edition,
                happenings=happenings,
                **given,
            )
    except BaseException:
        folder.cleanup()
        raise
    return folder


class _Pipe:
    """Takes what a zip file writes and hands it on."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, data: bytes, /) -> int:
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        return

    def taken(self) -> bytes:
        data = b"".join(self.parts)
        self.parts.clear()
        return data


def _zipped(folder: "tempfile.TemporaryDirectory[str]") -> Iterator[bytes]:
    """Yield a folder as a zip file, block by block, and remove it."""
    pipe = _Pipe()
    with folder as name, zipfile.ZipFile(cast(IO[bytes], pipe), "w") as archive:
        root = Path(name) / "export"
        for path in sorted(p for p in root.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(root).as_posix(), EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
                while block := source.read(BLOCK):
                    target.write(block)
                    yield pipe.taken()
    yield pipe.taken()
