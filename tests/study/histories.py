"""Events as several devices might have written them, for the laws of the log and the fold."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from flashcards.study.clock import tick
from flashcards.study.event import Event, make_event

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
NOTES = ("deck/psoas", "deck/ql")
FACTS = tuple(f"{note}/{fact}" for note in NOTES for fact in ("origin", "insertion"))
CARDS = tuple(f"{fact}/{form}" for fact in FACTS for form in ("recall", "choose"))
DEVICES = ("laptop", "phone", "tablet")
LATEST = START + timedelta(days=400)


class Diary:
    """Writes events one after the other, as three devices that always know of each other."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self.events = list(events)

    def write(
        self,
        kind: str,
        body: Mapping[str, object],
        card: str = "",
        *,
        device: str = DEVICES[0],
        after: timedelta = timedelta(minutes=1),
        offset: int = 0,
    ) -> Event:
        last = max((event.hlc for event in self.events), default=0)
        reached = max((event.when for event in self.events), default=START)
        event = make_event(
            learner="ida",
            device=device,
            dseq=1 + sum(event.device == device for event in self.events),
            hlc=tick(last, reached + after),
            offset=offset,
            kind=kind,
            card=card,
            body=body,
        )
        self.events.append(event)
        return event

    def review(self, card: str, rating: int = 3, **more: timedelta) -> Event:
        body = {"rating": rating, "answer": f"answer {len(self.events)}", "verdict": "right"}
        return self.write("review", body, card, **more)  # type: ignore[arg-type]

    def undo(self, event: str) -> Event:
        return self.write("undo", {"event": event})

    def link(self, old: str, new: str) -> Event:
        return self.write("link", {"old": old, "new": new})

    def set(self, name: str, value: str) -> Event:
        return self.write("setting", {"name": name, "value": value})


SETTINGS = (
    ("retention", "0.8"),
    ("safety_retention", "0.97"),
    ("model", "SM-2"),
    ("model", "FSRS-7"),
    ("learning_steps", "none"),
    ("rollover_hour", "0"),
    ("new_per_day", "5"),
)
reviews = st.tuples(st.just("review"), st.sampled_from(CARDS), st.integers(1, 4))
placed_reviews = st.tuples(
    st.just("review"),
    st.sampled_from(CARDS),
    st.integers(1, 4),
    st.floats(0, 1, exclude_max=True),
    st.booleans(),
)
some_cards = st.lists(st.sampled_from(CARDS), max_size=3)
hidings = st.tuples(st.sampled_from(["suspend", "unsuspend", "bury"]), some_cards) | st.tuples(
    st.just("bury"), some_cards, st.sampled_from(["2026-03-02", "2026-03-03", "never"])
)
reschedules = st.tuples(
    st.just("reschedule"),
    st.dictionaries(st.sampled_from(CARDS), st.tuples(st.integers(1, 4), st.integers(0, 30)), max_size=3),
    st.booleans(),
)
undos = st.tuples(st.just("undo"), st.integers(0, 30))
settings_changes = st.tuples(st.just("setting"), st.sampled_from(SETTINGS))
fact_links = st.tuples(st.just("link"), st.sampled_from(FACTS), st.sampled_from(FACTS))
note_links = st.tuples(st.just("link"), st.sampled_from(NOTES), st.sampled_from(NOTES))
links = fact_links | note_links
waits = st.sampled_from([timedelta(), timedelta(minutes=7), timedelta(hours=20), timedelta(days=9)])
Act = tuple[object, ...]


def act(diary: Diary, what: Act, device: str, wait: timedelta, offset: int) -> None:
    """Write down what somebody did."""
    match what:
        case ("review", str(card), int(rating)):
            body: dict[str, object] = {"rating": rating, "answer": f"answer {len(diary.events)}"}
        case ("review", str(card), int(rating), float(u), bool(safety)):
            body = {"rating": rating, "answer": f"answer {len(diary.events)}", "u": u, "safety": safety}
        case ("suspend" | "unsuspend" | "bury", list(cards)):
            card, body = "", {"cards": cards}
        case ("bury", list(cards), str(day)):
            card, body = "", {"cards": cards, "day": day}
        case ("reschedule", dict(moves), bool(off)):
            days = {
                name: [reviews, str(START.date() + timedelta(days))]
                for name, (reviews, days) in moves.items()
            }
            vacation = {"vacation": [str(START.date()), str(START.date() + timedelta(9))]} if off else {}
            card, body = "", {"cards": days, **vacation}
        case ("undo", int(back)):
            card, body = (
                "",
                {"event": diary.events[-1 - back % len(diary.events)].id if diary.events else "?"},
            )
        case ("setting", (name, value)):
            card, body = "", {"name": name, "value": value}
        case ("link", old, new):
            card, body = "", {"old": old, "new": new}
    diary.write(str(what[0]), body, card, device=device, after=wait, offset=offset)


@st.composite
def histories(
    draw: st.DrawFn,
    acts: st.SearchStrategy[Act] = (
        reviews | placed_reviews | undos | settings_changes | links | hidings | reschedules
    ),
    longest: int = 25,
) -> list[Event]:
    """What three devices wrote, in the order of all events."""
    diary = Diary()
    steps = st.tuples(acts, st.sampled_from(DEVICES), waits, st.sampled_from([-600, 0, 345]))
    for what, device, wait, offset in draw(st.lists(steps, max_size=longest)):
        act(diary, what, device, wait, offset)
    return diary.events
