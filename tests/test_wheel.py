"""What is handed out: the wheel holds one package with everything in it, and harms nobody beside it."""

from pathlib import Path

import pytest

from flashcards import __version__
from tests.wheels import ROOT, Environment, build, contents, run, unpack

DOORS = {"flashcards/scheduler.py", "flashcards/decks.py"}
THEIRS = '"""Somebody else\'s module of the same name."""\n'


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment.make(tmp_path_factory.mktemp("environment"))
    (environment.packages / "scheduler.py").write_text(THEIRS, encoding="utf-8")
    environment.pip("install", "--no-deps", "--no-index", wheel)
    return environment


def shipped() -> set[str]:
    """Every file of the checkout that belongs in a wheel, by its name there."""
    found = {"flashcards/cli.py"}
    for top in ("flashcards", "scheduler", "decks"):
        for path in (ROOT / top).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if path.is_file() and "__pycache__" not in path.parts and name not in DOORS:
                found.add(name if top == "flashcards" else f"flashcards/{name}")
    return found


def code_and_data(files: dict[str, bytes]) -> set[str]:
    return {name for name in files if ".dist-info/" not in name}


def test_the_wheel_holds_the_whole_library_and_nothing_else(wheel: Path) -> None:
    assert code_and_data(contents(wheel)) == shipped()


def test_the_wheel_says_that_it_is_typed_and_free(wheel: Path) -> None:
    names = {name.split(".dist-info/")[-1] for name in contents(wheel)}
    assert {"flashcards/py.typed", "licenses/LICENSE", "entry_points.txt"} <= names


def test_a_wheel_made_from_the_sdist_is_the_same(wheel: Path, tmp_path: Path) -> None:
    sdist = build("sdist", ROOT, tmp_path / "sdist")
    checkout = unpack(sdist, tmp_path / "checkout")
    assert contents(build("wheel", checkout, tmp_path / "wheel")) == contents(wheel)


def test_one_package_is_installed(installed: Environment) -> None:
    found = {path.name for path in installed.packages.iterdir()}
    ours = found - {"dependencies.pth", "scheduler.py", "__pycache__"}
    assert ours == {"flashcards", f"anatomy_flashcards-{__version__}.dist-info"}


@pytest.mark.parametrize(
    "module", ["flashcards", "flashcards.scheduler", "flashcards.decks", "flashcards.cli"]
)
def test_a_module_comes_from_the_wheel(installed: Environment, module: str, tmp_path: Path) -> None:
    code = f"import {module}; print({module}.__file__)"
    place = Path(run(installed.program("python"), "-c", code, cwd=tmp_path).strip())
    assert place.is_relative_to(installed.packages / "flashcards")


def test_the_other_scheduler_is_left_alone(installed: Environment, tmp_path: Path) -> None:
    code = "import scheduler, flashcards.scheduler; print(scheduler.__doc__)"
    assert run(installed.program("python"), "-c", code, cwd=tmp_path).strip() in THEIRS


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_command_runs(installed: Environment, option: str, tmp_path: Path) -> None:
    assert "flashcards" in run(installed.program("flashcards"), option, cwd=tmp_path)


def test_the_deck_that_ships_can_be_shown(installed: Environment, tmp_path: Path) -> None:
    assert "lesser trochanter" in run(installed.program("flashcards"), "show", "psoas-and-ql", cwd=tmp_path)


def test_uninstalling_takes_what_is_ours_alone(wheel: Path, tmp_path: Path) -> None:
    environment = Environment.make(tmp_path)
    before = {*environment.packages.iterdir()}
    environment.pip("install", "--no-deps", "--no-index", "--no-compile", wheel)
    (environment.packages / "scheduler.py").write_text(THEIRS, encoding="utf-8")
    environment.pip("uninstall", "--yes", "anatomy-flashcards")
    assert {*environment.packages.iterdir()} == before | {environment.packages / "scheduler.py"}
