"""What importing the scheduler costs over bare Python, against py-fsrs: CPU time in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.figure import Figure, figure

ROOT = Path(__file__).parents[1]

CODE = """\
import sys, time
sys.path.insert(0, {root!r})
begin = time.process_time()
import {module}
print(time.process_time() - begin)
"""


def measure(rounds: int = 21) -> Figure:
    """Return the milliseconds, once both are compiled."""
    milliseconds("flashcards.scheduler"), milliseconds("fsrs")
    pairs = [(milliseconds("flashcards.scheduler"), milliseconds("fsrs")) for _ in range(rounds)]
    return figure(pairs, "ms", more_is_better=False)


def milliseconds(module: str) -> float:
    """Import a module in a fresh Python, which may keep what it compiles."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    code = CODE.format(root=str(ROOT), module=module)
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return 1000 * float(done.stdout)
