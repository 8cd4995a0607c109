"""The text of a file before it is read as YAML: decoded, in lines, with nothing invisible in it."""

import re
from dataclasses import dataclass

from flashcards.files import LARGEST
from flashcards.place import Place, Problem

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_INVISIBLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SAVE_AS_TEXT = "a deck is plain text: save it from a text editor as UTF-8"
_SPLIT = "split the deck in two: one deck refers to another's notes by deck/key"

_MOST = 20
"""Lines with invisible characters that are told; a file with more of them is no typing slip."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file's lines as written, the same with a space for each invisible character, and what is wrong there.

    A file that is no text at all has no readable lines.
    """

    lines: tuple[str, ...]
    readable: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_text(source: str | bytes, file: str) -> Text:
    r"""Return the lines of a file; whatever its bytes are, the worst that comes back is a problem.

    >>> read_text("a: 1\r\nb: 2", "x.yaml").lines
    ('a: 1', 'b: 2')
    """
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(data) > LARGEST:
        return _refused(
            file, "too-large", f"the file has {len(data):,} bytes; {LARGEST:,} is the most", _SPLIT
        )
    if data.startswith(_UTF16):
        return _refused(file, "not-utf8", "the file is in UTF-16, not in UTF-8", _SAVE_AS_TEXT)
    if b"\0" in data:
        return _refused(file, "binary", "this is a binary file, not text", _SAVE_AS_TEXT)
    try:
        return _visible(_lines(data.decode("utf-8")), file)
    except UnicodeDecodeError as error:
        return _undecodable(data, error.start, file)


def unprintable(text: str) -> str:
    r"""Return the first character of a text that no screen shows, or nothing.

    >>> unprintable("bell \x07"), unprintable("plain")
    ('\x07', '')
    """
    found = _INVISIBLE.search(text)
    return found.group() if found else ""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _refused(file: str, code: str, message: str, help: str) -> Text:
    return Text((), problems=(Problem(Place(file, 1, 1), code, message, help),))


def _undecodable(data: bytes, start: int, file: str) -> Text:
    before = _lines(data[:start].decode("utf-8"))
    place = Place(file, len(before), len(before[-1]) + 1)
    problem = Problem(place, "not-utf8", f"the byte {data[start]:02x} is no UTF-8 text", _SAVE_AS_TEXT)
    return Text(_lines(data.decode("utf-8", "replace")), problems=(problem,))


def _visible(lines: tuple[str, ...], file: str) -> Text:
    """Take each invisible character for a space, so that reading goes on and no place moves."""
    guilty = [(number, found) for number, line in enumerate(lines, 1) if (found := _INVISIBLE.search(line))]
    if not guilty:
        return Text(lines, lines)
    problems = tuple(
        _invisible(Place(file, number, found.start() + 1), found) for number, found in guilty[:_MOST]
    )
    return Text(lines, tuple(_INVISIBLE.sub(" ", line) for line in lines), problems)


def _invisible(place: Place, found: re.Match[str]) -> Problem:
    message = f"an invisible character (U+{ord(found.group()):04X}) stands here"
    return Problem(place, "control-character", message, "delete it, or type the line anew")
