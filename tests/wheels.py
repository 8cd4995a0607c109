"""Build what is handed out, and install it in an environment of its own, without a network."""

import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path
from shutil import unpack_archive

ROOT = Path(__file__).parents[1]


def run(*line: str | Path, cwd: Path | None = None) -> str:
    """Run a program that has to succeed, and return what it printed."""
    done = subprocess.run(line, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{line}:\n{done.stdout}{done.stderr}"
    return done.stdout


def build(target: str, source: Path, into: Path) -> Path:
    """Build an sdist or a wheel of a checkout with the tools of this environment."""
    run(sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", into, cwd=source)
    (built,) = into.glob("*.tar.gz" if target == "sdist" else "*.whl")
    return built


def unpack(sdist: Path, into: Path) -> Path:
    """Unpack an sdist and return the checkout in it."""
    unpack_archive(sdist, into)
    (checkout,) = into.iterdir()
    return checkout


def contents(wheel: Path) -> dict[str, bytes]:
    """Return every file of a wheel; RECORD is left out, as it only repeats the others."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/RECORD")}


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment of its own, which sees the dependencies of this one and nothing else of it."""

    folder: Path

    @classmethod
    def make(cls, folder: Path) -> "Environment":
        """Make an empty one."""
        run(sys.executable, "-m", "venv", "--without-pip", folder)
        made = cls(folder)
        (made.packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
        return made

    def place(self, name: str) -> Path:
        """Return one of its folders: scripts, purelib ..."""
        return Path(
            sysconfig.get_path(name, "venv", {"base": str(self.folder), "platbase": str(self.folder)})
        )

    @property
    def packages(self) -> Path:
        """Where packages are installed."""
        return self.place("purelib")

    def program(self, name: str) -> Path:
        """Return one of its programs: python, flashcards."""
        return self.place("scripts") / (f"{name}.exe" if sys.platform == "win32" else name)

    def pip(self, *args: str | Path) -> None:
        """Change what is installed, with the pip of this environment."""
        run(sys.executable, "-m", "pip", "--quiet", "--python", self.program("python"), *args)
