"""`run.py`, tried for real on a tiny project that needs no network: it sets up once and passes all on."""

import ast
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parents[1]

PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "tiny"
version = "1.0"
dependencies = []
optional-dependencies.test = []
optional-dependencies.fit = []
"""

BACKEND = """\
import pathlib
import tomllib
import zipfile


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    project = tomllib.loads(pathlib.Path("pyproject.toml").read_text())["project"]
    needs = [f"Requires-Dist: {name}" for name in project["dependencies"]]
    extras = project["optional-dependencies"]
    needs += [f"Requires-Dist: {name}; extra == '{extra}'" for extra in extras for name in extras[extra]]
    offers = [f"Provides-Extra: {extra}" for extra in extras]
    metadata = ["Metadata-Version: 2.1", "Name: tiny", "Version: 1.0", *offers, *needs, ""]
    with zipfile.ZipFile(f"{wheel_directory}/tiny-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny-1.0.dist-info/METADATA", "\\n".join(metadata))
        wheel.writestr(
            "tiny-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\\nGenerator: tiny\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        )
        wheel.writestr("tiny-1.0.dist-info/RECORD", "")
    return "tiny-1.0-py3-none-any.whl"
"""

COMMAND = """\
import json, os, sys
print(json.dumps([sys.argv[1:], sys.stdin.read(), os.getcwd(), sys.prefix]))
sys.exit(7)
"""

CHECK = "import sys\nprint('this is', __spec__.name, *sys.argv[1:])\n"

Done = subprocess.CompletedProcess[str]


def make_project(folder: Path) -> Path:
    """Lay out a tiny project with the real run.py, and checks that say which they are."""
    folder.mkdir()
    files = {"pyproject.toml": PROJECT, "backend.py": BACKEND, "cli.py": COMMAND}
    files |= {f"{name}.py": CHECK for name in ("ruff", "mypy", "pytest", "benchmarks")}
    files |= {"run.py": (ROOT / "run.py").read_text(encoding="utf-8")}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def set_up_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been set up, in a folder whose name has spaces in it."""
    project = make_project(tmp_path_factory.mktemp("tiny") / "in a path with spaces")
    first = start(project, "quiz", said="not for pip\n")
    assert "Setting up" in first.stderr
    assert json.loads(first.stdout)[1] == "not for pip\n"
    return project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that has never been started."""
    return make_project(tmp_path / "tiny")


def line(project: Path, *args: str) -> list[str]:
    return [sys.executable, str(project / "run.py"), *args]


def start(project: Path, *args: str, said: str = "", cwd: Path | None = None) -> Done:
    """Start run.py as a person would, except that no package index can be asked."""
    environment = os.environ | {"PIP_NO_INDEX": "1"}
    return subprocess.run(
        line(project, *args), input=said, cwd=cwd, env=environment, capture_output=True, encoding="utf-8"
    )


@contextmanager
def requiring(project: Path, where: str) -> Iterator[None]:
    """Let a tiny project need a package that cannot be had, for a while."""
    text = PROJECT.replace(f"{where} = []", f'{where} = ["not-to-be-had"]')
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    yield
    (project / "pyproject.toml").write_text(PROJECT, encoding="utf-8")


def assert_is_a_message(done: Done, *said: str) -> None:
    assert done.returncode == 1
    assert all(words in done.stderr for words in said), done.stderr
    assert "Traceback" not in done.stderr


def test_arguments_input_folder_and_exit_code_are_passed_on(set_up_once: Path, tmp_path: Path) -> None:
    done = start(set_up_once, "quiz", "a b", "--json", said="ä\nlast", cwd=tmp_path)
    args, said, folder, prefix = json.loads(done.stdout)
    assert (args, said) == (["quiz", "a b", "--json"], "ä\nlast")
    assert (Path(folder), Path(prefix)) == (tmp_path, set_up_once / ".venv")
    assert done.returncode == 7


def test_a_later_start_sets_nothing_up(set_up_once: Path) -> None:
    assert start(set_up_once, "quiz").stderr == ""


def test_every_check_is_announced_and_pytest_has_the_last_word(set_up_once: Path) -> None:
    done = start(set_up_once, "test", "-k", "one thing")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "== ruff format --check",
        "this is ruff format --check",
        "== ruff check",
        "this is ruff check",
        "== mypy",
        "this is mypy",
        "== pytest -k one thing",
        "this is pytest -k one thing",
    ]


@pytest.mark.parametrize(("name", "failed"), [("mypy", "mypy"), ("ruff", "ruff format --check, ruff check")])
def test_checks_go_on_after_one_has_failed(set_up_once: Path, name: str, failed: str) -> None:
    check = set_up_once / f"{name}.py"
    check.write_text(CHECK + "sys.exit(3)\n", encoding="utf-8")
    done = start(set_up_once, "test")
    check.write_text(CHECK, encoding="utf-8")
    assert done.stdout.splitlines()[-2:] == ["this is pytest", f"Failed: {failed}"]
    assert done.returncode == 1


def test_bench_passes_on_its_arguments_and_the_exit_code(set_up_once: Path) -> None:
    module = set_up_once / "benchmarks.py"
    module.write_text(CHECK + "sys.exit(2)\n", encoding="utf-8")
    done = start(set_up_once, "bench", "review", "--json")
    assert (done.returncode, done.stdout) == (2, "this is benchmarks review --json\n")


def test_bench_names_every_figure_when_it_is_asked_for_another() -> None:
    line = [sys.executable, "-m", "benchmarks", "revue", "import", "fit-2k", "--json"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert "unknown: revue, fit-2k; the names are review, preview, replay, fit-1k" in done.stderr


def test_without_arguments_the_uses_are_shown(project: Path) -> None:
    done = start(project)
    assert (done.returncode, done.stderr) == (0, "")
    assert "run.py quiz" in done.stdout
    assert "run.py test" in done.stdout
    assert "run.py bench" in done.stdout
    assert not (project / ".venv").exists()


def test_packages_that_cannot_be_had_are_told(set_up_once: Path) -> None:
    with requiring(set_up_once, "dependencies"):
        assert_is_a_message(start(set_up_once, "quiz"), "not-to-be-had", "run the same command again")
    assert (start(set_up_once, "quiz").returncode, start(set_up_once, "quiz").stderr) == (7, "")


def test_tools_that_cannot_be_had_do_not_cost_the_quiz(set_up_once: Path) -> None:
    with requiring(set_up_once, "optional-dependencies.test"):
        assert "Setting up" in start(set_up_once, "quiz").stderr
        assert_is_a_message(start(set_up_once, "test"), "not-to-be-had")
        assert_is_a_message(start(set_up_once, "bench"), "not-to-be-had")
        assert (start(set_up_once, "quiz").returncode, start(set_up_once, "quiz").stderr) == (7, "")


@pytest.mark.parametrize("command", ["fit", "simulate"])
def test_what_a_fit_needs_is_installed_when_it_is_called_and_not_before(
    set_up_once: Path, command: str
) -> None:
    with requiring(set_up_once, "optional-dependencies.fit"):
        assert start(set_up_once, "quiz").returncode == 7
        assert_is_a_message(start(set_up_once, command), "not-to-be-had")
        assert (start(set_up_once, "quiz").returncode, start(set_up_once, "quiz").stderr) == (7, "")
    assert start(set_up_once, command).returncode == 7
    assert [start(set_up_once, each).stderr for each in (command, "quiz")] == ["", ""]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups to kill")
def test_a_set_up_that_was_killed_is_begun_anew(project: Path) -> None:
    begun = subprocess.Popen(line(project, "quiz"), start_new_session=True, stderr=subprocess.DEVNULL)
    while not (project / ".venv" / "bin" / "python").exists():
        assert begun.poll() is None
        time.sleep(0.001)
    os.killpg(begun.pid, signal.SIGKILL)
    begun.wait()
    half_installed = project / ".venv" / "half-installed"
    half_installed.mkdir()
    assert start(project, "quiz").returncode == 7
    assert not half_installed.exists()


def test_two_first_starts_at_once_both_end_well(project: Path) -> None:
    started = [subprocess.Popen(line(project, "quiz"), stdin=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in started] == [7, 7]
    assert start(project, "quiz").stderr == ""


def test_a_project_that_was_moved_is_set_up_where_it_is(set_up_once: Path, tmp_path: Path) -> None:
    moved = copytree(set_up_once, tmp_path / "moved", symlinks=True)
    done = start(moved, "quiz")
    assert "Setting up" in done.stderr
    assert Path(json.loads(done.stdout)[3]) == moved / ".venv"


def test_somebody_s_own_environment_is_used_and_not_emptied(set_up_once: Path) -> None:
    (set_up_once / ".venv" / "set-up").unlink()
    precious = set_up_once / ".venv" / "precious"
    precious.write_text("a file of their own", encoding="utf-8")
    assert start(set_up_once, "quiz").returncode == 7
    assert precious.exists()


def test_a_folder_that_cannot_be_set_up_is_told(project: Path) -> None:
    (project / ".venv").write_text("a file stands in the way", encoding="utf-8")
    assert_is_a_message(start(project, "quiz"), str(project), "into a folder of your own")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("sys.modules['ensurepip'] = None", "sudo apt install python3-venv"),
        ("sys.version_info = (3, 10, 4)", "Python 3.11 or newer is needed, and this is 3.10"),
    ],
)
def test_a_python_that_will_not_do_is_told(project: Path, change: str, said: str) -> None:
    begin = "sys.argv = ['run.py', 'quiz']; runpy.run_path('run.py', run_name='__main__')"
    code = f"import runpy, sys; {change}; {begin}"
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, encoding="utf-8")
    assert_is_a_message(done, said)


def test_an_old_python_can_read_far_enough_to_say_that_it_is_old() -> None:
    source = (ROOT / "run.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    with pytest.raises(SyntaxError):
        ast.parse("(x := 1)", feature_version=(3, 7))
