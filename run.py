"""Set up once and pass on: `python3 run.py quiz` studies, `python3 run.py test` runs every check.

Standard library only, in words that Python 3.6 can read, so that an old one can say that it is too old.
"""

import hashlib
import importlib.util
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import rmtree

if sys.version_info < (3, 11):  # noqa: UP036 (run by whatever Python is at hand)
    sys.exit(
        "run.py: Python 3.11 or newer is needed, and this is {}.{}.\n"
        "Install a newer one (https://www.python.org/downloads) and start run.py with it, "
        "for example: python3.11 run.py quiz".format(*sys.version_info)
    )

from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up"
LOCK = VENV / "lock"
UNFINISHED = ""
INSTALL = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable")
NEEDS = {"test": "[test]", "bench": "[test]", "fit": "[fit]", "simulate": "[fit]"}
"""The extra that a command needs besides what all need."""

RICHER = {"": ("", "[fit]", "[test]"), "[fit]": ("[fit]", "[test]"), "[test]": ("[test]",)}
"""Set-ups that hold what one needs: the checks need all of it."""

CHECKS = (("ruff", "format", "--check"), ("ruff", "check"), ("mypy",))

USES = """\
python3 run.py quiz [DECK ...]   study; any other flashcards command works too (python3 run.py COMMAND --help)
python3 run.py test [OPTION ...] run every check; the options go to pytest
python3 run.py bench [NAME ...]  measure our figures beside other libraries'; --json for programs

The first start sets up a folder .venv beside this file, which takes about a minute."""

NO_VENV = """\
run.py: this Python has no venv module, which the set-up needs.
On Debian or Ubuntu: sudo apt install python3-venv
Elsewhere: install Python from https://www.python.org/downloads
Then run the same command again."""

NOT_INSTALLED = """\
run.py: the packages could not be installed; the lines above say why.
Most often the network cannot be reached, or the disk is full: mend that, and run the same command again."""

NOT_WRITABLE = """\
run.py: cannot set up in {}: {}.
Make room there, or copy the project into a folder of your own, and run it again."""


def main(args: list[str]) -> int:
    """Set up where that is still to be done, then run the checks or become the command."""
    if not args or args[0] in ("-h", "--help"):
        print(USES)
        return 0
    set_up_once(NEEDS.get(args[0], ""))
    if args[0] == "bench":
        return run_module("benchmarks", *args[1:])
    return check(args[1:]) if args[0] == "test" else become(["cli.py", *args])


def set_up_once(extra: str) -> None:
    """Set up unless it is done; leave with a message where it cannot be."""
    if is_ready(extra):
        return
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(NO_VENV)
    print("Setting up (once, about a minute) ...", file=sys.stderr, flush=True)
    try:
        VENV.mkdir(exist_ok=True)
        with one_at_a_time():
            if not is_ready(extra):
                set_up(extra)
    except (OSError, sqlite3.Error) as error:
        sys.exit(NOT_WRITABLE.format(HERE, getattr(error, "strerror", None) or error))


def set_up(extra: str) -> None:
    """Make .venv and install into it; meanwhile the stamp is blank, so half a set-up never looks whole."""
    before = stamped()
    keep = PYTHON.exists() and before.startswith(base())
    STAMP.write_text(UNFINISHED)
    if keep or make_venv():
        if succeeds(PYTHON, *INSTALL, "." + extra):
            STAMP.write_text(stamp(extra))
            return
        STAMP.write_text(before if keep else UNFINISHED)
    sys.exit(NOT_INSTALLED)


def make_venv() -> bool:
    """Make the environment anew, from an empty folder."""
    for entry in VENV.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            rmtree(entry)
        elif entry not in (STAMP, LOCK):
            entry.unlink()
    return succeeds(sys.executable, "-m", "venv", VENV)


def succeeds(*command: str | Path) -> bool:
    """Run a step of the set-up, which may speak but not read what was meant for the quiz."""
    return subprocess.run(command, cwd=HERE, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode == 0


def is_ready(extra: str) -> bool:
    """Whether .venv holds what is needed, or more."""
    return PYTHON.exists() and stamped() in map(stamp, RICHER[extra])


def stamped() -> str:
    """What .venv was made from; one without a stamp is somebody's own, and as good as ours."""
    return STAMP.read_text() if STAMP.exists() else base()


def stamp(extra: str) -> str:
    """What a finished .venv was made from: a change to any of it means installing again."""
    return base() + digest((HERE / "pyproject.toml").read_bytes(), extra)


def base() -> str:
    """What an environment can not outlive: its Python and its place."""
    return digest(sys.version, sys.base_prefix, HERE)


def digest(*parts: object) -> str:
    """A short name for some values."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait for another first start; a database's lock falls with its process, on every system."""
    with closing(sqlite3.connect(LOCK, timeout=900, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def check(args: list[str]) -> int:
    """Run every check, also after one has failed; pytest comes last, so that its summary is what one sees."""
    steps = (*CHECKS, ("pytest", *args))
    failed = [step for step in steps if not passes(step)]
    if failed:
        print("Failed:", ", ".join(" ".join(step) for step in failed))
    return 1 if failed else 0


def passes(step: tuple[str, ...]) -> bool:
    """Announce one check and run it on the whole project."""
    print("==", *step, flush=True)
    return run_module(*step) == 0


def run_module(*words: str) -> int:
    """Run a module with its arguments in the project's folder, and return its exit code."""
    return subprocess.run([PYTHON, "-m", *words], cwd=HERE).returncode


def become(command: list[str]) -> int:
    """Run a file of the project in place of this one; its input, output and exit code are the caller's."""
    line = [str(PYTHON), str(HERE / command[0]), *command[1:]]
    if os.name == "nt":
        return subprocess.run(line).returncode
    os.execv(line[0], line)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("run.py: stopped.")
