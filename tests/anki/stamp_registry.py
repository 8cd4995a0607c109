"""Give the note types whose look has changed a new time, so that Anki takes the change over.

Run `python -m tests.anki.stamp_registry` after a change of a template, the style or a field. Ids stay.
"""

import json
import time
from pathlib import Path

from flashcards.anki.registry import note_types, registry
from flashcards.anki.writing import look_of

REGISTRY = Path(__file__).parents[2] / "flashcards" / "anki" / "registry.json"


def main() -> None:
    content = dict(registry())
    for kind, note_type in note_types().items():
        look = look_of(note_type)
        if look != note_type.look:
            content["note_types"][kind] |= {"look": look, "mod": int(time.time())}
            print(f"{note_type.name} looks different now")
    REGISTRY.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
