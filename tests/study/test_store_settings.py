"""Laws of the settings: what is shown can be read back, and what cannot be is refused with a word of help."""

from contextlib import suppress
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.errors import SettingError, UnknownName
from flashcards.scheduler import FSRS6_TABLE, FSRS7_TABLE, Rating
from flashcards.study.event import Answer, Event
from flashcards.study.fold import fold
from flashcards.study.settings import MODELS, ORDERS, SETTINGS, Settings, scheduler_for
from flashcards.study.store import Store
from tests.study.histories import CARDS, LATEST, START, histories
from tests.study.histories import SETTINGS as CHANGES
from tests.study.test_log import chance

values = {
    "new_per_day": st.integers(0, 9999),
    "new_per_note": st.integers(0, 9999),
    "retention": st.floats(0.5, 0.99),
    "rollover_hour": st.integers(0, 23),
    "learning_steps": st.lists(st.integers(1, 99999).map(lambda n: timedelta(seconds=n))).map(tuple),
    "relearning_steps": st.lists(st.integers(1, 1000).map(lambda n: timedelta(hours=n))).map(tuple),
    "safety_retention": st.floats(0.5, 0.99),
    "maximum_interval": st.integers(1, 36500),
    "learn_ahead_minutes": st.integers(0, 1440),
    "load_balance": st.booleans(),
    "easy_days": st.tuples(*[st.integers(0, 100)] * 7),
    "order": st.sampled_from(ORDERS),
    "leech_threshold": st.integers(0, 999),
    "model": st.sampled_from(list(MODELS)),
    "fsrs7_parameters": st.sampled_from([FSRS7_TABLE.default, (*FSRS7_TABLE.default[:33], 0.2)]),
    "parameters": st.sampled_from([FSRS6_TABLE.default, (*FSRS6_TABLE.default[:20], 0.2)]),
    "decks": st.lists(st.text("abc/ .-é", min_size=1).map(str.strip).filter(bool), unique=True).map(tuple),
}


@given(st.fixed_dictionaries({}, optional=values))
def test_what_is_shown_can_be_read_back(chosen: dict[str, object]) -> None:
    settings = replace(Settings(), **chosen)  # type: ignore[arg-type]
    again = Settings()
    for name in SETTINGS:
        again = again.changed(name, settings.shown(name))
    assert again == settings


@given(st.sampled_from(list(SETTINGS)), st.text() | st.text("0123456789 .,%smhd"))
def test_any_text_is_read_or_refused_and_what_is_read_makes_a_scheduler(name: str, text: str) -> None:
    with suppress(SettingError):
        changed = Settings().changed(name, text)
        assert scheduler_for(changed).desired_retention == changed.retention
        assert Settings().changed(name, changed.shown(name)) == changed


def test_every_setting_has_a_name_a_default_and_a_line_of_help() -> None:
    assert list(SETTINGS) == [field.name for field in fields(Settings)]
    for setting in SETTINGS.values():
        assert 0 < len(setting.help) < 80


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("retention", "1.5", "a share from 0.5 to 0.99"),
        ("retention", "nan", "a share from 0.5 to 0.99"),
        ("new_per_day", "-1", "a whole number from 0 to 9999"),
        ("rollover_hour", "24", "a whole number from 0 to 23"),
        ("learning_steps", "1m ten", "a step such as 30s, 10m, 2h or 1d"),
        ("learning_steps", "0m", "a step such as 30s, 10m, 2h or 1d"),
        ("model", "FSRS-8", "one of FSRS-6, FSRS-7, SM-2 of Anki"),
        ("easy_days", "sat 150%", "a day and its share, such as sat 50%"),
        ("load_balance", "maybe", "one of on, off"),
        ("fsrs7_parameters", "1 2 3", "34 parameters, not 3"),
        ("parameters", "1 2 3", "21 parameters, not 3"),
    ],
)
def test_a_value_that_cannot_be_says_what_can(name: str, text: str, message: str) -> None:
    with pytest.raises(SettingError, match=message):
        Settings().changed(name, text)


def test_each_model_is_set_by_its_own_name_and_that_of_anki_by_the_short_one_too() -> None:
    for name in MODELS:
        assert scheduler_for(Settings().changed("model", name)).model.name == name
    assert Settings().changed("model", "sm-2").model == "SM-2 of Anki"


def test_an_unknown_name_says_which_was_meant() -> None:
    with pytest.raises(UnknownName, match="'retentoin'") as caught:
        Settings().changed("retentoin", "0.9")
    assert "did you mean 'retention'?" in caught.value.help


def test_other_parameters_have_another_version() -> None:
    other = Settings().changed("parameters", " ".join(map(str, [*FSRS6_TABLE.default[:20], 0.2])))
    assert Settings().parameters_version == "default" != other.parameters_version
    assert len(other.parameters_version) == 8


@settings(max_examples=30)
@given(histories(), st.sampled_from(CHANGES))
def test_what_a_change_would_bring_is_what_it_brings(
    tmp_path_factory: pytest.TempPathFactory, history: list[Event], change: tuple[str, str]
) -> None:
    with Store.open(tmp_path_factory.mktemp("home"), chance) as store:
        store.receive(history, LATEST)
        foreseen = store.state_with(*change, LATEST)
        event = store.set(*change, LATEST)
        assert store.state(LATEST) == replace(foreseen, latest=event.hlc) == fold(store.events(LATEST))


def test_what_another_writes_after_it_was_foreseen_is_not_overlooked(tmp_path: Path) -> None:
    with Store.open(tmp_path, chance) as one, Store.open(tmp_path, chance) as other:
        one.answer(CARDS[0], Answer(Rating.EASY), START)
        one.state_with("retention", "0.8", START)
        other.answer(CARDS[1], Answer(Rating.EASY), START)
        one.set("retention", "0.8", START)
        assert one.state(START) == fold(one.events(START))


def test_a_change_that_was_foreseen_is_folded_no_more_by_who_made_it_nor_by_who_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path, chance) as store:
        store.answer(CARDS[0], Answer(Rating.EASY), START)
        foreseen = store.state_with("model", "FSRS-7", START)
        monkeypatch.delattr("flashcards.study.store.fold")
        event = store.set("model", "FSRS-7", START)
        assert store.state(START) == replace(foreseen, latest=event.hlc)
        with Store.read(tmp_path) as reader:
            assert reader.state(START) == store.state(START)
