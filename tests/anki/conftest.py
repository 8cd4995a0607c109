"""A bench with a deck, and a collection of the real Anki."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.anki.bench import Anki, Bench, make_bench


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return make_bench(tmp_path / "bench")


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    collection = Anki(tmp_path / "anki")
    yield collection
    collection.close()
