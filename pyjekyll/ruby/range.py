"""Ruby's Range, as Liquid's `(first..last)` makes it."""

from __future__ import annotations

from collections.abc import Iterator


class Range:
    """An inclusive range of integers; empty when last is below first, as in Ruby."""

    __slots__ = ("first", "last")
    class_name = "Range"

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.last + 1))

    def __len__(self) -> int:
        return max(0, self.last - self.first + 1)

    def __contains__(self, value: object) -> bool:
        """Tell whether a number lies between the ends; other values never do."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return False
        return self.first <= value <= self.last

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Range) and (self.first, self.last) == (other.first, other.last)

    def __hash__(self) -> int:
        return hash((Range, self.first, self.last))

    def __bool__(self) -> bool:
        """Every range is true, an empty one too."""
        return True

    def __repr__(self) -> str:
        return f"Range({self.first}, {self.last})"

    def ruby_to_s(self) -> str:
        """Return `first..last`."""
        return f"{self.first}..{self.last}"

    ruby_inspect = ruby_to_s
