"""Hold an export against the libraries that others read such files with.

    pip install followthemoney rdflib networkx bibtexparser cffconvert frictionless   # in a venv of its own
    comity export csv graphml jsonld ftm citation -o out --author "Doe, Ann"
    python benchmarks/check_export.py out

Prints a line for each format; leaves with 1 when something is not as its library expects.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path


def entities(folder: Path) -> tuple[str, int]:
    """Each entity is valid, survives cleaning unchanged, and leads only to entities of the right schema."""
    from followthemoney import model

    found = {}
    for line in (folder / "entities.ftm.json").read_text("utf-8").split("\n"):
        if line:
            found[json.loads(line)["id"]] = json.loads(line)
    wrong = 0
    for each in found.values():
        proxy = model.get_proxy(dict(each), cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        for name, values in each["properties"].items():
            property = proxy.schema.get(name)
            wrong += sorted(proxy.get(name)) != sorted(values)
            if property.type.name == "entity":
                wrong += sum(
                    id not in found or not model.get(found[id]["schema"]).is_a(property.range)
                    for id in values
                )
    return str(dict(Counter(e["schema"] for e in found.values()))), wrong


def graph(folder: Path) -> tuple[str, int]:
    import networkx

    found = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    return f"{found.number_of_nodes()} nodes, {found.number_of_edges()} edges", 0


def linked(folder: Path) -> tuple[str, int]:
    """Every IRI is ours or of a vocabulary of the W3C or Dublin Core."""
    import rdflib

    found = rdflib.Graph().parse(folder / "claims.jsonld", format="json-ld")
    known = ("urn:comity:", "http://www.w3.org/", "http://purl.org/dc/terms/")
    iris = {str(term) for triple in found for term in triple if isinstance(term, rdflib.URIRef)}
    return f"{len(found)} triples", sum(not iri.startswith(known) for iri in iris)


def tables(folder: Path) -> tuple[str, int]:
    from frictionless import Package, system

    system.trusted = True
    report = Package(str(folder / "datapackage.json")).validate()
    return f"{len(report.tasks)} tables", report.stats["errors"]


def citation(folder: Path) -> tuple[str, int]:
    import bibtexparser
    from cffconvert import Citation

    Citation((folder / "CITATION.cff").read_text("utf-8")).validate()
    found = bibtexparser.parse_file(str(folder / "references.bib"))
    return f"{len(found.entries)} entries", len(found.failed_blocks)


CHECKS: dict[str, Callable[[Path], tuple[str, int]]] = {
    "entities.ftm.json": entities,
    "graph.graphml": graph,
    "claims.jsonld": linked,
    "datapackage.json": tables,
    "references.bib": citation,
}


def main() -> None:
    folder, faults = Path(sys.argv[1]), 0
    for name, check in CHECKS.items():
        if (folder / name).exists():
            told, wrong = check(folder)
            faults += wrong
            print(f"{name:18} {wrong} wrong of {told}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
