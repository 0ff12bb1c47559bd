"""What can be wrong with the file of a study, in sentences a user can act on."""

import re
from typing import Final

import duckdb

from comity.errors import StudyError


def told(error: duckdb.Error, path: str) -> StudyError:
    """Turn what the database says into a sentence a user can act on."""
    said = str(error)
    for sign, problem, hint in SAID:
        if re.search(sign, said, re.IGNORECASE):
            return StudyError(problem.format(path=path), hint=hint)
    return StudyError(f"{path}: {said.splitlines()[0]}")


# What DuckDB says, what it means, what to do.
SAID: Final = (
    (
        r"conflicting lock|could not set lock",
        "{path} is being written by another process.",
        "Wait until it is done, or copy the file and open the copy.",
    ),
    (
        r"no space left|disk.*full|could not write all bytes|file too large",
        "{path} cannot be written: the disk is full.",
        "Free some space and run again; what was committed before is safe.",
    ),
    (
        r"permission denied|read-only file system",
        "{path} cannot be written: permission denied.",
        "Check the rights of the file and its folder.",
    ),
    (
        r"not a valid duckdb|magic bytes|file header|newer version|storage version|version number",
        "{path} is no study, or one written by a newer database library.",
        "Name another file, or update comity.",
    ),
    (
        r"checksum|corrupt|failed to load|deserializ|could not read enough bytes|could not read all bytes|WAL",
        "{path} is damaged.",
        "Restore a copy, or make it anew from the documents with `comity add`.",
    ),
    (
        r"no such file or directory|cannot open file",
        "{path} cannot be opened: its folder does not exist.",
        "Create the folder first.",
    ),
)
