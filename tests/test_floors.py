"""Imports run down only, and clock, chance, database and Anki stay in their rooms."""

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOPS = ("scheduler", "decks", "cli")
ARRAYS = ("scheduler/batch/", "scheduler/fit/", "scheduler/simulate/")
"""The only rooms that may use numpy and scipy."""

FLOORS = (
    {"scheduler"},
    {"model"},
    {"anatomy"},
    {"quiz"},
    {"study", "anki", "decks"},
    {"group", "web"},
    {"commands"},
    {"cli"},
)
"""From the ground up; rooms of one floor do not import each other."""

LEVEL = {room: level for level, floor in enumerate(FLOORS) for room in floor}


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the product, by its path in the checkout."""

    path: str
    text: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The file's dotted name, with `__init__` for a package's own."""
        return tuple(self.path.removesuffix(".py").split("/"))

    @property
    def room(self) -> str:
        return room_of(".".join(self.parts))


def room_of(module: str) -> str:
    """The room a module of ours belongs to, or "" for everyone else's."""
    first, *rest = module.split(".")
    if first in TOPS:
        return first
    if first != "flashcards":
        return ""
    return rest[0] if rest and rest[0] in LEVEL else "model"


def imports(source: Source, tree: ast.AST | None = None) -> Iterator[str]:
    """Every module that a file names in an import, in full; `from a import b` may name a or a.b."""
    for node in ast.walk(tree or ast.parse(source.text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = source.parts[: -node.level] if node.level else ()
            module = ".".join((*above, *filter(None, [node.module])))
            yield from (f"{module}.{alias.name}" for alias in node.names)


def imports_on_loading(source: Source) -> Iterator[str]:
    """What a file imports when it is loaded itself, outside every function."""
    waiting: list[ast.AST] = [ast.parse(source.text)]
    while waiting:
        for node in ast.iter_child_nodes(waiting.pop()):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield from imports(source, node)
            elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                waiting.append(node)


def runs_up(source: Source) -> Iterator[str]:
    for module in imports(source):
        room = room_of(module)
        if room not in ("", source.room) and LEVEL[room] >= LEVEL[source.room]:
            yield f"{source.room} imports {module}, which does not stand below it"


def passes_a_door_by(source: Source) -> Iterator[str]:
    for module in imports(source):
        top = module.split(".")[0]
        if top in TOPS and source.parts[0] != top and source.path != f"flashcards/{top}.py":
            yield f"imports {module}; its door is flashcards.{top}"


def leaves_its_folder(source: Source) -> Iterator[str]:
    """The two folders that move on packaging hold on to nothing but themselves, and arrays to numpy."""
    home = source.parts[0]
    if home not in ("scheduler", "decks"):
        return
    known = sys.stdlib_module_names | ({"numpy", "scipy"} if source.path.startswith(ARRAYS) else set())
    for node in ast.walk(ast.parse(source.text)):
        if isinstance(node, ast.ImportFrom) and node.level >= len(source.parts):
            yield f"a relative import climbs out of {home}/"
        elif isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and not node.level):
            for module in imports(source, node):
                if module.split(".")[0] not in known:
                    yield f"imports {module}"


CLOCK = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}
CHANCE = {"os.urandom", "uuid.uuid1", "uuid.uuid4"}


def reads_clock_or_chance(source: Source) -> Iterator[str]:
    if source.room not in ("commands", "web"):
        yield from (f"uses {name}" for name in dotted_names(source) if is_clock_or_chance(name))
        yield from ("makes a Random() of its own" for _ in unseeded_generators(source))


def dotted_names(source: Source) -> Iterator[str]:
    """What is imported by name, and the last two words of every attribute."""
    yield from imports(source)
    for node in ast.walk(ast.parse(source.text)):
        if isinstance(node, ast.Attribute):
            yield ".".join(ast.unparse(node).split(".")[-2:])


def is_clock_or_chance(name: str) -> bool:
    """Whether a dotted name is the time of day, or chance that nobody handed in."""
    return name in CLOCK | CHANCE or (name.startswith(("random.", "secrets.")) and name != "random.Random")


def unseeded_generators(source: Source) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(source.text)):
        if isinstance(node, ast.Call) and not node.args and ast.unparse(node.func).endswith("Random"):
            yield node


def opens_a_database(source: Source) -> Iterator[str]:
    if source.room not in ("study", "anki"):
        yield from (f"imports {module}" for module in imports(source) if is_of(module, "sqlite3"))


def loads_genanki(source: Source) -> Iterator[str]:
    found = imports_on_loading(source) if source.room == "anki" else imports(source)
    yield from (f"imports {module}" for module in found if is_of(module, "genanki"))


def imports_anki_itself(source: Source) -> Iterator[str]:
    yield from (f"imports {module}" for module in imports(source) if is_of(module, "anki"))


def is_of(module: str, package: str) -> bool:
    return module.split(".")[0] == package


Rule = Callable[[Source], Iterator[str]]
RULES: list[Rule] = [
    runs_up,
    passes_a_door_by,
    leaves_its_folder,
    reads_clock_or_chance,
    opens_a_database,
    loads_genanki,
    imports_anki_itself,
]


def product() -> Iterator[Source]:
    tops = [ROOT / "cli.py", *(ROOT / top for top in ("flashcards", "scheduler", "decks"))]
    for top in tops:
        for path in [top] if top.is_file() else sorted(top.rglob("*.py")):
            yield Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


def test_every_room_of_the_product_is_looked_at() -> None:
    rooms = {source.room for source in product()}
    assert rooms >= LEVEL.keys() - {"group", "web"}
    assert rooms <= LEVEL.keys()


@pytest.mark.parametrize("rule", RULES)
def test_the_product_keeps(rule: Rule) -> None:
    assert [f"{source.path}: {fault}" for source in product() for fault in rule(source)] == []


BAD: list[tuple[Rule, str, str]] = [
    (runs_up, "flashcards/note.py", "from flashcards.quiz import ask"),
    (runs_up, "flashcards/reader.py", "def f():\n    from flashcards import study"),
    (runs_up, "flashcards/reader.py", "from . import anatomy"),
    (runs_up, "flashcards/anatomy/muscle.py", "from ..quiz.marking import mark"),
    (runs_up, "flashcards/__init__.py", "from flashcards import decks"),
    (runs_up, "flashcards/study/queue.py", "from flashcards.decks import builtin"),
    (runs_up, "flashcards/study/queue.py", "import flashcards.anki.registry"),
    (runs_up, "flashcards/commands/quiz.py", "from flashcards.cli import main"),
    (runs_up, "scheduler/fsrs.py", "import flashcards"),
    (passes_a_door_by, "flashcards/study/queue.py", "from scheduler import Rating"),
    (passes_a_door_by, "flashcards/commands/quiz.py", "import decks"),
    (passes_a_door_by, "flashcards/cli.py", "import scheduler"),
    (leaves_its_folder, "scheduler/fsrs.py", "import numpy"),
    (leaves_its_folder, "scheduler/fsrs.py", "def f():\n    from scipy.optimize import minimize"),
    (leaves_its_folder, "scheduler/batch/replay.py", "import matplotlib"),
    (leaves_its_folder, "scheduler/batch/replay.py", "from ...flashcards import note"),
    (leaves_its_folder, "scheduler/fsrs.py", "from scheduler.days import Day"),
    (leaves_its_folder, "scheduler/fsrs.py", "from ..flashcards import note"),
    (leaves_its_folder, "decks/__init__.py", "import yaml"),
    (reads_clock_or_chance, "scheduler/days.py", "from datetime import datetime\ndatetime.now()"),
    (reads_clock_or_chance, "scheduler/days.py", "import datetime as dt\ndt.datetime.now(dt.UTC)"),
    (reads_clock_or_chance, "flashcards/deck.py", "import time\nwhen = time.time"),
    (reads_clock_or_chance, "flashcards/quiz/ask.py", "from random import Random\nRandom()"),
    (reads_clock_or_chance, "flashcards/quiz/ask.py", "import random\nrandom.shuffle([])"),
    (reads_clock_or_chance, "flashcards/quiz/ask.py", "from random import choice"),
    (reads_clock_or_chance, "flashcards/study/event.py", "import uuid\nuuid.uuid4()"),
    (reads_clock_or_chance, "flashcards/study/event.py", "from time import time"),
    (reads_clock_or_chance, "cli.py", "import secrets\nsecrets.token_hex()"),
    (opens_a_database, "flashcards/commands/log.py", "def f():\n    import sqlite3"),
    (loads_genanki, "flashcards/anki/package.py", "if True:\n    import genanki"),
    (loads_genanki, "flashcards/commands/export.py", "def f():\n    from genanki import Deck"),
    (
        imports_anki_itself,
        "flashcards/anki/package.py",
        "def f():\n    from anki.collection import Collection",
    ),
]
GOOD: list[tuple[Rule, str, str]] = [
    (runs_up, "flashcards/study/queue.py", "from flashcards.scheduler import Rating\nfrom . import event"),
    (passes_a_door_by, "flashcards/scheduler.py", "from scheduler import *"),
    (leaves_its_folder, "scheduler/fsrs.py", "import math\nfrom .days import Day\nfrom . import days"),
    (leaves_its_folder, "scheduler/batch/replay.py", "import numpy as np\nfrom ..errors import refuse"),
    (leaves_its_folder, "scheduler/fit/loss.py", "from scipy.optimize import minimize"),
    (reads_clock_or_chance, "flashcards/commands/quiz.py", "import time\ntime.time()"),
    (reads_clock_or_chance, "flashcards/quiz/ask.py", "import random\nrandom.Random(7)"),
    (opens_a_database, "flashcards/study/store.py", "import sqlite3"),
    (loads_genanki, "flashcards/anki/package.py", "def f():\n    import genanki"),
    (imports_anki_itself, "flashcards/commands/export.py", "from flashcards.anki import write"),
]


def example_name(value: object) -> str | None:
    return value.__name__ if callable(value) and hasattr(value, "__name__") else None


@pytest.mark.parametrize(("rule", "path", "text"), BAD, ids=example_name)
def test_a_rule_sees_what_breaks_it(rule: Rule, path: str, text: str) -> None:
    assert [*rule(Source(path, text))] != []


@pytest.mark.parametrize(("rule", "path", "text"), GOOD, ids=example_name)
def test_a_rule_lets_what_keeps_it_pass(rule: Rule, path: str, text: str) -> None:
    assert [*rule(Source(path, text))] == []
