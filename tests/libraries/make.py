"""Saves a small library in today's form: `python tests/libraries/make.py`, once a new migration is written.

A saved file is never made anew afterwards: it stands for the libraries that people have.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent / "desktop")]


def main() -> None:
    """Fill a library by its own verbs and copy its database."""
    from factdesk.model.enums import Kind, Reliability, StrikeReason
    from factdesk.model.values.claims import ClaimPatch
    from factdesk.model.verbs import Verb
    from factdesk.storage.memos import NewMemo
    from factdesk.storage.migrating import HEAD
    from storage import factories as make

    with tempfile.TemporaryDirectory() as folder:
        storage = make.create(Path(folder) / "L")
        filed = make.an_article(storage, tags=("hospital",), bands=(1, 2**64 - 1))
        claim = make.a_claim(storage, filed.version)
        source = make.a_source(storage, reliability=Reliability.B, article_id=filed.article)
        passage = make.an_anchor("Spending rose")
        make.an_evidence(storage, claim, source, version_id=filed.version, anchor=passage)
        make.a_contact(storage, source)
        with storage.begin(Verb.WRITE_NOTE, make.WHO, make.AT) as unit:
            unit.notes.add(Kind.CLAIM, claim, "Ask the ministry")
        with storage.begin(Verb.STRIKE, make.WHO, make.AT) as unit:
            unit.strikes.add(filed.version, make.an_anchor("Пам’ять"), StrikeReason.OPINION)
        with storage.begin(Verb.EXPORT_MEMO, make.WHO, make.AT) as unit:
            unit.memos.add(NewMemo(filed.article, filed.version, "Editor", "memo.docx", "0" * 64, (claim,)))
        with storage.begin(Verb.SET_VERDICT, make.WHO, make.AT) as unit:
            unit.claims.patch(claim, ClaimPatch(verdict="false", tags=("figures",)))
        storage.undo(make.WHO, make.AT)
        copy = storage.backup(make.AT)
        storage.close()
        (TESTS / "libraries" / f"{HEAD}.factdesk").write_bytes(copy.read_bytes())


if __name__ == "__main__":
    main()
