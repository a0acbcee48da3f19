"""Near-duplicate signatures: stable, small, near for twins and far for strangers."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from factdesk.claims import signatures
from factdesk.claims.signatures import bands, likeness, signature

VOCABULARY = [
    f"{stem}{end}" for stem in ("hospital", "лікарн", "budget", "council", "міст", "report") for end in range(300)
]


def a_text(seed: int, size: int = 400) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(VOCABULARY) for _ in range(size)]


def edited(words: list[str], share: float, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"new{seed}{at}" if chance.random() < share else word for at, word in enumerate(words))


def test_signature_is_384_bytes_and_deaf_to_case_punctuation_and_order() -> None:
    made = signature("The board met on Tuesday; it’s over.")
    assert len(made) == 384
    assert signature("ON TUESDAY the board MET… it's over") != b""
    assert likeness(made, signature("the board met, on tuesday. IT'S over")) == 1.0


def test_signature_never_changes_between_versions_of_the_program() -> None:
    # A change here breaks the signatures in every library: they must be worked out again by a migration.
    made = signature("Velmark Regional Hospital ended its year with a deficit of 41.6 million.")
    assert made[:12].hex() == "50b974a050b974a00c83d956"
    assert bands(made)[:2] == ("00c58e1efb6e", "01026a5b8821")


def test_signature_is_the_same_in_another_process() -> None:
    code = "from factdesk.claims.signatures import signature; print(signature('Лікарня отримала 18,4 млн').hex())"
    folder = Path(signatures.__file__).parents[2]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(folder)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == signature("Лікарня отримала 18,4 млн").hex()


@pytest.mark.parametrize(("share", "least"), [(0.05, 1.0), (0.1, 1.0), (0.2, 0.9), (0.3, 0.6)])
def test_near_twins_share_a_band(share: float, least: float) -> None:
    found = 0
    for seed in range(40):
        words = a_text(seed)
        twin = signature(edited(words, share, seed))
        found += bool(set(bands(signature(" ".join(words)))) & set(bands(twin)))
    assert found / 40 >= least


def test_likeness_falls_with_the_share_of_changed_words() -> None:
    words = a_text(1)
    whole = signature(" ".join(words))
    alike = [likeness(whole, signature(edited(words, share, 2))) for share in (0, 0.1, 0.3, 0.6, 1)]
    assert alike == sorted(alike, reverse=True)
    assert alike[0] == 1.0 and alike[-1] < 0.1


def test_strangers_share_no_band_and_are_not_alike() -> None:
    made = [signature(" ".join(f"w{seed}x{number}" for number in range(300))) for seed in range(30)]
    keys = [key for each in made for key in bands(each)]
    assert len(keys) == len(set(keys)) == 30 * 24
    assert max(likeness(made[0], other) for other in made[1:]) < 0.1


@pytest.mark.parametrize("text", ["", " \n", "…!"])
def test_text_without_words_has_no_signature(text: str) -> None:
    assert signature(text) == b""
    assert bands(b"") == () and likeness(b"", b"") == 0.0 and likeness(b"", signature("word here")) == 0.0


@pytest.mark.parametrize("text", ["the", "a b c", "今天下雨我们在家", "👍 👍"])
def test_short_texts_have_a_signature_too(text: str) -> None:
    assert len(signature(text)) == 384
    assert likeness(signature(text), signature(text)) == 1.0
