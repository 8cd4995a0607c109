"""The command line: its table of contents, its speed's one condition, and how it says what went wrong."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from types import ModuleType

import click
import pytest

from flashcards import __version__
from flashcards.cli import COMMANDS, main
from flashcards.commands import Options
from flashcards.errors import FlashcardsError

ROOT = Path(__file__).parents[1]
HEAVY = {"yaml", "genanki", "rich", "sqlite3", "numpy", "starlette", "importlib.metadata"}
Body = Callable[[Options], int | None]
Plant = Callable[[Body], None]


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Plant:
    """Give the command line one more command, `planted`, which does what a test says."""

    def planter(body: Body) -> None:
        module = ModuleType("flashcards.commands.planted")
        module.__dict__["command"] = click.command("planted")(click.pass_obj(body))
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setitem(COMMANDS, "planted", "Do what a test says.")

    return planter


def raising(error: BaseException) -> Body:
    def body(options: Options) -> int | None:
        raise error

    return body


def python(code: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a few lines in a Python of their own, at the top of the checkout."""
    run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run
    settings = {
        "cwd": ROOT,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "encoding": "utf-8",
    } | options
    return run([sys.executable, "-c", code], **settings)


LONG = FlashcardsError(
    "the deck hip/" + "x" * 40 + " has far too many words " * 4, "say it in fewer words " * 4
)


def test_an_error_through_a_pipe_is_one_line(plant: Plant, capsys: pytest.CaptureFixture[str]) -> None:
    plant(raising(LONG))
    assert main(["planted"]) == 1
    assert capsys.readouterr().err == f"error: {LONG.message}\n  = help: {LONG.help}\n"


def test_help_loads_nothing_that_it_does_not_show() -> None:
    done = python("import sys; from flashcards.cli import main; main(['--help']); print(*sys.modules)")
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "click" in loaded
    assert not loaded & HEAVY
    assert not {name for name in loaded if name.startswith("flashcards.commands")}


def test_help_lists_every_command_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = [line.split(maxsplit=1) for line in capsys.readouterr().out.split("Commands:\n")[1].splitlines()]
    assert shown == [[name, line] for name, line in COMMANDS.items()]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_table_says(name: str) -> None:
    command = import_module(f"flashcards.commands.{name}").command
    assert command.name == name
    assert command.help.splitlines()[0] == COMMANDS[name]


def test_every_command_module_is_in_the_table() -> None:
    modules = {path.stem for path in (ROOT / "flashcards" / "commands").glob("*.py") if path.stem[0] != "_"}
    helpers = {
        name for name in modules if not hasattr(import_module(f"flashcards.commands.{name}"), "command")
    }
    assert modules - helpers == set(COMMANDS)


def test_no_command_is_quiz(tmp_path: Path) -> None:
    home = tmp_path / "home"
    environment = os.environ | {"FLASHCARDS_HOME": str(home), "FLASHCARDS_NOW": "2026-05-04T10:00:00+02:00"}
    said = []
    for args in ([], ["quiz"]):
        line = [sys.executable, str(ROOT / "cli.py"), *args]
        done = subprocess.run(line, input="", capture_output=True, encoding="utf-8", env=environment)
        said.append((done.returncode, done.stdout, done.stderr))
        rmtree(home, ignore_errors=True)
    assert said[0] == said[1]
    assert said[0][0] == 0


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"flashcards, version {__version__}\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ["exprot"],
            "error: there is no command 'exprot'; did you mean 'export'?\n  = help: `flashcards --help`",
        ),
        (["hip.yaml"], "'flashcards quiz hip.yaml'"),
        (["--hoem", "x"], "'--home'"),
        (["planted", "--x"], "  = help: `flashcards planted --help` shows how it is used"),
    ],
)
def test_wrong_usage_is_2_and_says_what_was_meant(
    args: list[str], said: str, plant: Plant, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(lambda options: None)
    assert main(args) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "environment", "home"),
    [
        ([], "", None),
        ([], "there", Path("there")),
        (["--home", "here"], "there", Path("here")),
        (["--home", "~/here"], "", Path.home() / "here"),
    ],
)
def test_the_home_is_named_by_option_or_environment(
    args: list[str], environment: str, home: Path | None, plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Options] = []
    plant(seen.append)
    monkeypatch.setenv("FLASHCARDS_HOME", environment)
    assert main([*args, "planted"]) == 0
    assert seen == [Options(home=home)]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            FlashcardsError("no deck 'hpi'", "did you mean 'hip'?"),
            "error: no deck 'hpi'\n  = help: did you mean 'hip'?\n",
        ),
        (FlashcardsError("no deck"), "error: no deck\n"),
        (KeyboardInterrupt(), "\nerror: stopped\n"),
        (
            OSError(errno.ENOSPC, "No space left on device", "a.apkg"),
            "error: a.apkg: No space left on device\n",
        ),
        (OSError(errno.EROFS, "Read-only file system", "a.apkg"), "  = help: that place is read-only"),
        (
            PermissionError(errno.EACCES, "Permission denied", "a.apkg"),
            "  = help: that place belongs to someone else",
        ),
        (click.ClickException("not so"), "error: not so\n"),
    ],
)
def test_what_cannot_be_done_is_1_and_says_why(
    error: BaseException, said: str, plant: Plant, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(raising(error))
    assert main(["planted"]) == 1
    assert said in capsys.readouterr().err


def test_an_error_that_nobody_foresaw_is_not_hidden(plant: Plant) -> None:
    plant(raising(ZeroDivisionError("a fault of ours")))
    with pytest.raises(ZeroDivisionError):
        main(["planted"])


@pytest.mark.parametrize("end", [lambda _: 1, lambda _: click.get_current_context().exit(1)])
def test_a_command_chooses_its_exit_code(end: Body, plant: Plant) -> None:
    plant(end)
    assert main(["planted"]) == 1


MAIN = "import sys; from flashcards.cli import main; sys.exit(main(['--help']))"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_output_to_a_full_disk_is_1_with_a_message() -> None:
    with open("/dev/full", "w") as full:
        done = python(MAIN, stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith("error: No space left on device\n  = help: ")
    assert "Traceback" not in done.stderr


def test_a_reader_that_leaves_early_causes_no_words() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = python(MAIN, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_terminal_without_the_letter_shows_a_question_mark() -> None:
    code = "import cli, click; cli.COMMANDS['quiz'] = 'origin → insertion'; cli.main(['--help'])"
    done = python(code, env=os.environ | {"PYTHONIOENCODING": "latin-1"})
    assert (done.returncode, done.stderr) == (0, "")
    assert "origin ? insertion" in done.stdout


def test_the_file_itself_runs_from_any_folder(tmp_path: Path) -> None:
    line = [sys.executable, str(ROOT / "cli.py"), "--version"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.stdout == f"flashcards, version {__version__}\n"
