"""Whether a study is whole: ids are hashes of what they name, quotes stand at their spans."""

from typing import Final

from comity.study.columns import to_claim
from comity.study.storage import Store

STEP: Final = 20_000


def problems(store: Store) -> list[str]:
    """Return what is wrong with a study, one sentence each; nothing for a whole one."""
    found: list[str] = []
    after = 0
    while rows := store.rows("claims_after", after=after, step=STEP):
        after = rows[-1]["seq"]
        for row in rows:
            if to_claim(row).id != row["id"]:
                found.append(f"Claim {row['id']} does not hold what its id was made of.")
    found += [
        f"Claim {row['id']} quotes words that do not stand in document {row['document']}."
        for row in store.rows("displaced_quotes")
    ]
    found += [
        f"Claim {row['id']} belongs to document {row['document']}, which is not there."
        for row in store.rows("orphans")
    ]
    return found
