"""The packages of the extra `fit`: a call that needs one says how to get it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

PACKAGES = ("numpy", "scipy")


class Extra:
    """A block whose imports need the extra.

    >>> with Extra():
    ...     raise ModuleNotFoundError("No module named 'numpy'", name="numpy")
    Traceback (most recent call last):
    ModuleNotFoundError: numpy is needed for this: pip install 'anatomy-flashcards[fit]'
    """

    __slots__ = ()

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        package = ((isinstance(error, ModuleNotFoundError) and error.name) or "").split(".")[0]
        if package in PACKAGES:
            message = f"{package} is needed for this: pip install 'anatomy-flashcards[fit]'"
            raise ModuleNotFoundError(message, name=package) from error
