"""How long Hypothesis searches: `default` in every run, `long` where one looks for trouble on purpose.

`mutation` only looks for a failure, with the same examples every time. Caches are kept apart from one's own.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

# No test asserts a time, and a busy machine is no fault of the code.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("default"), max_examples=2000)
settings.register_profile(
    "mutation",
    settings.get_profile("default"),
    max_examples=40,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
)
settings.load_profile("default")


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what tests work out in a folder of their own; programs that they run keep it there, too."""
    os.environ["FLASHCARDS_CACHE"] = str(tmp_path_factory.mktemp("cache"))
