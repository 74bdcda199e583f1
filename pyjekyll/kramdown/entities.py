"""Named and numeric entities, as kramdown knows them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pyjekyll.kramdown.options import Options

# Windows' code page 1252, which numeric references to C1 controls are taken for.
_C1 = dict(
    zip(
        (128, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 142, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 158, 159),
        (8364, 8218, 402, 8222, 8230, 8224, 8225, 710, 8240, 352, 8249, 338, 381, 8216, 8217, 8220, 8221, 8226, 8211, 8212, 732, 8482, 353,
         8250, 339, 382, 376),
        strict=True,
    )
)  # fmt: skip
ESCAPES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}


class Entity(NamedTuple):
    """A code point and, where there is one, its name."""

    code_point: int
    name: str | None

    @property
    def char(self) -> str | None:
        """The character, or None for a number that is no Unicode scalar value."""
        code = self.code_point
        return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else None


@cache
def _tables() -> tuple[dict[str, int], dict[int, str]]:
    from pyjekyll.kramdown.entity_table import NAMES

    code_points = {}
    for entry in NAMES.split():
        name, _, number = entry.partition("=")
        code_points[name] = int(number)
    return code_points, {number: name for name, number in code_points.items()}


def by_name(name: str) -> Entity | None:
    """Return the entity kramdown knows by that name (HTML 4's, not HTML 5's), or None."""
    number = _tables()[0].get(name)
    return None if number is None else Entity(number, name)


def by_number(number: int) -> Entity:
    """Return the entity of a numeric reference."""
    number = _C1.get(number, number)
    return Entity(number, _tables()[1].get(number))


def entity_to_text(entity: Entity, options: Options, original: str | None = None) -> str:
    """Print an entity as the option `entity_output` says."""
    output, char = options.entity_output, entity.char
    if output == "as_char" and char is not None and (char == '"' or char not in ESCAPES):
        return char
    if output in ("as_input", "as_char") and original:
        return original
    if (output == "symbolic" or char in ESCAPES) and entity.name is not None:
        return f"&{entity.name};"
    return f"&#{entity.code_point};"
