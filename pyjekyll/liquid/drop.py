"""Objects that templates read: the Drop protocol, and the two drops that loops provide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar


class Drop:
    """A hash-like object for templates, as Jekyll's drops are.

    Subclasses answer `drop[key]` (None for what they lack, never an exception), `key in drop` and `keys()`; a loop over a drop
    gives its keys, `{{ drop }}` prints `ruby_to_s()` and a list or hash that holds it `ruby_inspect()`.
    """

    class_name: ClassVar[str] = "Liquid::Drop"
    item: Any = None

    @classmethod
    def getter_of(cls, key: str) -> Callable[[Any], Any] | None:
        """Return a function of `drop.item` that answers the key for every drop of the class, or None to be asked by `drop[key]`.

        A look-up in a template keeps the function as long as it meets drops of that class.
        """
        return None

    def __getitem__(self, key: Any) -> Any:
        return None

    def __contains__(self, key: object) -> bool:
        return True

    def keys(self) -> list[Any]:
        """Return the keys that a loop over the drop gives."""
        return []

    def __iter__(self) -> Iterator[Any]:
        return iter(self.keys())

    def __bool__(self) -> bool:
        return True

    def to_liquid(self) -> Any:
        """Return what templates see of the object: a drop is that already."""
        return self

    @classmethod
    def answers(cls, command: str) -> bool:
        """Say whether the drop has the command at all: Jekyll's drops are Enumerable, which gives them `first` but neither `size` nor `last`."""
        return command == "first"

    def command(self, name: str) -> Any:
        """Answer `drop.first`."""
        return next(([key, self[key]] for key in self.keys()), None) if name == "first" else None

    def ruby_to_s(self) -> str:
        """Print the drop as Ruby's to_s does: its class."""
        return self.class_name

    def ruby_inspect(self) -> str:
        """Print the drop as Ruby's inspect does."""
        return self.class_name


class TableDrop(Drop):
    """A drop whose keys are a table of functions: unlike Jekyll's drops it claims every key, as Liquid::Drop does."""

    fields: ClassVar[dict[str, Callable[[Any], Any]]] = {}

    @classmethod
    def answers(cls, command: str) -> bool:
        return False

    def __getitem__(self, key: Any) -> Any:
        field = self.fields.get(key) if key.__class__ is str else None
        return None if field is None else field(self)

    def __iter__(self) -> Iterator[Any]:
        return iter(())


class ForLoop(TableDrop):
    """`forloop` inside a for loop."""

    __slots__ = ("index0", "length", "name", "parentloop")
    class_name = "Liquid::ForloopDrop"

    def __init__(self, name: str, length: int, parentloop: ForLoop | None) -> None:
        self.name, self.length, self.parentloop, self.index0 = name, length, parentloop, 0

    fields: ClassVar[dict[str, Callable[[Any], Any]]] = {
        "index": lambda loop: loop.index0 + 1,
        "index0": lambda loop: loop.index0,
        "rindex": lambda loop: loop.length - loop.index0,
        "rindex0": lambda loop: loop.length - loop.index0 - 1,
        "first": lambda loop: loop.index0 == 0,
        "last": lambda loop: loop.index0 == loop.length - 1,
        "length": lambda loop: loop.length,
        "name": lambda loop: loop.name,
        "parentloop": lambda loop: loop.parentloop,
    }


class TableRowLoop(TableDrop):
    """`tablerowloop` inside a tablerow."""

    __slots__ = ("col", "cols", "index0", "length", "row")
    class_name = "Liquid::TablerowloopDrop"

    def __init__(self, length: int, cols: int) -> None:
        self.length, self.cols, self.index0, self.row, self.col = length, cols, 0, 1, 1

    def advance(self) -> None:
        """Go to the next cell."""
        self.index0 += 1
        if self.col == self.cols:
            self.col = 1
            self.row += 1
        else:
            self.col += 1

    fields: ClassVar[dict[str, Callable[[Any], Any]]] = {
        "index": lambda loop: loop.index0 + 1,
        "index0": lambda loop: loop.index0,
        "rindex": lambda loop: loop.length - loop.index0,
        "rindex0": lambda loop: loop.length - loop.index0 - 1,
        "first": lambda loop: loop.index0 == 0,
        "last": lambda loop: loop.index0 == loop.length - 1,
        "length": lambda loop: loop.length,
        "row": lambda loop: loop.row,
        "col": lambda loop: loop.col,
        "col0": lambda loop: loop.col - 1,
        "col_first": lambda loop: loop.col == 1,
        "col_last": lambda loop: loop.col == loop.cols,
    }
