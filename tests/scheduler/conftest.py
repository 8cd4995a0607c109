"""The real Anki, started once."""

from collections.abc import Iterator

import pytest

from tests.scheduler.anki_bench import AnkiCard


@pytest.fixture(scope="package")
def anki_card(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnkiCard]:
    card = AnkiCard(tmp_path_factory.mktemp("anki"))
    yield card
    card.collection.close()
