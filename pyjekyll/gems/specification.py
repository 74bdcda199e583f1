"""What a gem says of itself: the Ruby text of a `.gemspec`, of which only literals are read, or the YAML inside a `.gem` file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_TEXT = r"""(?:%[qQ]?<[^>]*>|%[qQ]?\([^)]*\)|%[qQ]?\{[^}]*\}|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(?:\.freeze)?"""
_STRING = re.compile(_TEXT)
_LIST = rf"(?:\[[^\]]*\]|%[wW]\[[^\]]*\]|%[wW]\([^)]*\)|{_TEXT})"
_FIELD = r"^[ \t]*[a-z_]\w*\.{name}[ \t]*=[ \t]*({value})"
_HASH = re.compile(_FIELD.format(name="metadata", value=r"\{[^}]*\}"), re.MULTILINE)
_ENTRY = re.compile(r"^[ \t]*[a-z_]\w*\.metadata\[(" + _TEXT + r")\][ \t]*=[ \t]*(" + _TEXT + ")", re.MULTILINE)
_DEPENDENCY = re.compile(
    rf"^[ \t]*[a-z_]\w*\.add_(?P<kind>runtime_|development_)?dependency[ \t]*\(?[ \t]*(?P<name>{_TEXT})(?P<wanted>(?:[ \t]*,[ \t]*{_LIST})*)",
    re.MULTILINE,
)


class Dependency(NamedTuple):
    """A gem that another one needs; prints as Gem::Dependency does."""

    name: str
    requirements: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} ({', '.join(self.requirements)})"


class Specification(NamedTuple):
    """The fields of a gem's specification that Jekyll shows or follows."""

    name: str = ""
    version: str | None = None
    authors: tuple[str, ...] = ()
    description: str | None = None
    metadata: dict[str, str] | None = None
    dependencies: tuple[Dependency, ...] = ()


def from_ruby(text: str) -> Specification:
    """Read the literals of a `.gemspec`; what Ruby would compute stays unknown."""
    plain = re.sub(r"^[ \t]*#.*$", "", text, flags=re.MULTILINE)
    authors = _strings(_field(plain, "authors", _LIST) or _field(plain, "author", _TEXT) or "")
    return Specification(
        name=_string(_field(plain, "name", _TEXT)) or "",
        version=_string(_field(plain, "version", _TEXT)),
        authors=tuple(authors),
        description=_string(_field(plain, "description", _TEXT)) or _string(_field(plain, "summary", _TEXT)),
        metadata=dict(_metadata(plain)),
        dependencies=tuple(_dependencies(plain)),
    )


def _field(text: str, name: str, value: str) -> str | None:
    found = re.search(_FIELD.format(name=name, value=value), text, re.MULTILINE)
    return found[1] if found else None


def _metadata(text: str) -> Iterator[tuple[str, str]]:
    found = _HASH.search(text)
    if found:
        pairs = _strings(found[1])
        yield from zip(pairs[::2], pairs[1::2], strict=False)
    for key, value in _ENTRY.findall(text):
        yield _string(key) or "", _string(value) or ""


def _dependencies(text: str) -> Iterator[Dependency]:
    seen = set()
    for found in _DEPENDENCY.finditer(text):
        name = _string(found["name"]) or ""
        # An installed gem's specification says it all twice, for the RubyGems of long ago without the kinds.
        if name not in seen and found["kind"] != "development_":
            yield Dependency(name, tuple(_strings(found["wanted"])) or (">= 0",))
        seen.add(name)


def _strings(text: str) -> list[str]:
    words = re.fullmatch(r"%[wW][\[(](.*)[\])]", text.strip(), re.DOTALL)
    return words[1].split() if words else [_string(piece) or "" for piece in _STRING.findall(text)]


def _string(literal: str | None) -> str | None:
    if literal is None:
        return None
    literal = literal.removesuffix(".freeze")
    if literal.startswith("%"):
        return literal[literal.index(next(letter for letter in literal if letter in "<({")) + 1 : -1]
    if literal.startswith("'"):
        return re.sub(r"\\([\\'])", r"\1", literal[1:-1])
    try:
        return str(ast.literal_eval(literal))  # the escapes that occur in such texts are Python's as well
    except (SyntaxError, ValueError):
        return literal[1:-1]


def from_yaml(values: Any) -> Specification:
    """Read the specification inside a `.gem` file, given as YAML values."""
    spec = values if isinstance(values, dict) else {}
    metadata = spec.get("metadata")
    return Specification(
        name=str(spec.get("name") or ""),
        version=_version(spec.get("version")),
        authors=tuple(str(author) for author in spec.get("authors") or ()),
        description=spec.get("description") or spec.get("summary"),
        metadata={str(key): str(value) for key, value in metadata.items()} if isinstance(metadata, dict) else {},
        dependencies=tuple(_yaml_dependencies(spec.get("dependencies"))),
    )


def _version(value: Any) -> str | None:
    inner = value.get("version") if isinstance(value, dict) else value
    return None if inner is None else str(inner)


def _yaml_dependencies(entries: Any) -> Iterator[Dependency]:
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry, dict) or str(entry.get("type", "runtime")).removeprefix(":") != "runtime":
            continue
        wanted = (entry.get("requirement") or entry.get("version_requirements") or {}).get("requirements") or ()
        yield Dependency(str(entry.get("name")), tuple(f"{sign} {_version(version)}" for sign, version in wanted) or (">= 0",))
