"""Cards without a deck, and states without a log, for laws about the queue."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from flashcards.card import Card
from flashcards.fact import Fact
from flashcards.note import Note
from flashcards.place import Place
from flashcards.question import Typed
from flashcards.scheduler import Rating
from flashcards.study.reading import Given
from flashcards.study.settings import Settings
from flashcards.study.state import State

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def card(note: str, fact: str = "fact", form: str = "recall", groups: tuple[str, ...] = ()) -> Card:
    """A card that asks for the name of its fact, and tells those of its groups."""
    owner = Note(note, "muscles", "deck", Place("deck.yaml", 1, 1))
    return Card(owner, Fact(fact, "origin", fact), form, Typed(f"{note}, {fact}?", fact), (), groups)


def answered(state: State, card: Card, rating: Rating, now: datetime) -> State:
    """The state after one more answer."""
    return state.reviewed(card.id, Given(rating, "", ""), now)


names = st.sampled_from(["psoas", "ql", "iliacus", "technique"])
cards = st.lists(
    st.builds(
        card,
        names,
        st.sampled_from(["a", "b", "c", "d"]),
        st.sampled_from(["recall", "choice"]),
        st.sampled_from([(), ("origin",), ("origin", "insertion")]),
    ),
    unique_by=lambda card: card.id,
    max_size=20,
)
settings = st.builds(Settings, new_per_day=st.integers(0, 6), new_per_note=st.integers(0, 3))
answers = st.lists(
    st.tuples(st.integers(0, 19), st.sampled_from(list(Rating)), st.integers(1, 60 * 24 * 4)), max_size=25
)


@st.composite
def boxes(draw: st.DrawFn) -> tuple[list[Card], State, datetime]:
    """Some cards, the state after some answers to them over some days, and a moment thereafter."""
    box, state, now = draw(cards), State(settings=draw(settings)), NOW
    for place, rating, minutes in draw(answers):
        now += minutes * MINUTE
        if box:
            state = answered(state, box[place % len(box)], rating, now)
    return box, state, now + draw(st.integers(0, 60 * 24 * 9)) * MINUTE


def due_of(state: State, card: Card) -> datetime:
    """When a card that was answered falls due."""
    return state.cards[card.id].schedule.due
