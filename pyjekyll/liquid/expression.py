"""Expressions: literals, look-ups and ranges, and the closures they become.

A parsed expression is a plain value (a literal) or an object with `evaluate(context)`; `compiled` turns either into a
function of the context.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.drop import Drop, ForLoop, TableDrop
from pyjekyll.liquid.errors import LiquidUndefinedVariable
from pyjekyll.liquid.values import COMMANDS, PLAIN, STRIPPED, answers, command, fetch, has_key, integer, lenient_integer, to_liquid
from pyjekyll.ruby.inspect import to_s
from pyjekyll.ruby.range import Range

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context

Getter = Callable[["Context"], Any]


class MethodLiteral:
    """`empty` or `blank` as a value: Jekyll's `where` knows it, everything else takes it for an empty string that equals nothing."""

    __slots__ = ("name",)
    class_name = "Liquid::Expression::MethodLiteral"

    def __init__(self, name: str) -> None:
        self.name = name

    def to_liquid(self) -> str:
        """Return what a look-up makes of it."""
        return ""

    ruby_to_s = to_liquid

    def ruby_inspect(self) -> str:
        """Print as Ruby does, but for the address."""
        return f'#<Liquid::Expression::MethodLiteral:0x0000000000000000 @method_name=:{self.name}?, @to_s="">'


EMPTY, BLANK = MethodLiteral("empty"), MethodLiteral("blank")
_LITERALS: dict[str, Any] = {"nil": None, "null": None, "": None, "true": True, "false": False, "blank": BLANK, "empty": EMPTY}
_NUMBER = re.compile(r"-?\d[\d.]*+\Z", re.ASCII)
_SEGMENT = re.compile(r"\[[^\]]+\]|[\w-]+\??", re.ASCII)
_MISSING = object()


class Evaluable:
    """An expression whose value depends on the context."""

    __slots__ = ()

    def getter(self, strict: bool) -> Getter:
        """Return the closure that evaluates the expression; strict raises for unknown names."""
        raise NotImplementedError

    def evaluate(self, context: Context) -> Any:
        """Return the value in that context."""
        return self.getter(context.strict_variables)(context)

    def names(self) -> tuple[str, ...]:
        """Return the top-level names that the expression reads."""
        return ()


class Lookup(Evaluable):
    """`page.tags[0].name`: a name and the keys that follow it.

    `keys` holds (key, is_command) pairs; a key or the name may itself be an expression.
    """

    __slots__ = ("_lax", "_strict", "keys", "name")

    def __init__(self, name: Any, keys: list[tuple[Any, bool]]) -> None:
        self.name, self.keys = name, keys
        self._lax: Getter | None = None
        self._strict: Getter | None = None

    def getter(self, strict: bool) -> Getter:
        if strict:
            if self._strict is None:
                self._strict = _strict_getter(self)
            return self._strict
        if self._lax is None:
            self._lax = _lax_getter(self)
        return self._lax

    def names(self) -> tuple[str, ...]:
        inner = [name for key, _ in [(self.name, False), *self.keys] if isinstance(key, Evaluable) for name in key.names()]
        return (self.name, *inner) if isinstance(self.name, str) else tuple(inner)

    @property
    def path(self) -> tuple[Any, ...]:
        """Return name and keys, as static analysis shows them."""
        return (self.name, *(key for key, _ in self.keys))


class RangeLookup(Evaluable):
    """`(1..n)` with an end that depends on the context."""

    __slots__ = ("first", "last")

    def __init__(self, first: Any, last: Any) -> None:
        self.first, self.last = first, last

    def getter(self, strict: bool) -> Getter:
        first, last = compiled(self.first, strict), compiled(self.last, strict)
        return lambda context: Range(_range_end(first(context)), _range_end(last(context)))

    def names(self) -> tuple[str, ...]:
        return tuple(name for end in (self.first, self.last) if isinstance(end, Evaluable) for name in end.names())


def _range_end(value: Any) -> int:
    return lenient_integer(value) if value is None or isinstance(value, str) else integer(value)


def parse(markup: str | None) -> Any:
    """Parse a literal, look-up or range as Liquid::Expression.parse does: anything is some expression."""
    if markup is None:
        return None
    markup = markup.strip(STRIPPED)
    if not markup:
        return None
    first = markup[0]
    if first in "\"'" and markup[-1] == first:
        return markup[1:-1]
    if first in "-0123456789" and _NUMBER.match(markup):
        return _number(markup)
    if first == "(":
        found = _range(markup)
        if found is not _MISSING:
            return found
    return _LITERALS[markup] if markup in _LITERALS else parse_lookup(markup)


def _number(markup: str) -> Any:
    if "." not in markup:
        return _big_integer(markup)
    # "1.2.3" is 1.2 and "1..3" is 1.0: Ruby's to_f reads as far as it can.
    parts = markup.split(".")
    return float(f"{parts[0]}.{parts[1] or '0'}")


def _big_integer(digits: str) -> int:
    # int() refuses more than 4300 digits at once.
    if len(digits) < 4000:
        return int(digits)
    sign, digits = (-1, digits[1:]) if digits[0] == "-" else (1, digits)
    value = 0
    for start in range(0, len(digits), 4000):
        chunk = digits[start : start + 4000]
        value = value * 10 ** len(chunk) + int(chunk)
    return sign * value


def _range(markup: str) -> Any:
    found = re.match(r"\(\s*(?>(\S+)\s*\.\.)\s*(\S+)\s*\)\Z", markup, re.ASCII)
    if found is None:
        return _MISSING
    first, last = parse(found[1]), parse(found[2])
    if isinstance(first, Evaluable) or isinstance(last, Evaluable):
        return RangeLookup(first, last)
    return Range(lenient_integer(first), lenient_integer(last))


def parse_lookup(markup: str) -> Lookup:
    """Parse a look-up the way VariableLookup does: scan for words and brackets, skip everything else."""
    end = markup.rfind("]") + 1
    # Behind the last "]" no bracket closes; searching for one from every "[" would take quadratic time.
    segments: list[str] = _SEGMENT.findall(markup, 0, end) if end else []
    tail = markup[end:]
    if tail:
        segments += re.findall(r"[\w-]+\??", tail, re.ASCII)
    if not segments:
        return Lookup(None, [])
    name, *rest = segments
    return Lookup(_key(name)[0], [_key(segment) for segment in rest])


def _key(segment: str) -> tuple[Any, bool]:
    if segment[0] == "[":
        return parse(segment[1:-1]), False
    return segment, segment in COMMANDS


def compiled(expression: Any, strict: bool = False) -> Getter:
    """Return a function of the context that gives the expression's value."""
    if isinstance(expression, Evaluable):
        return expression.getter(strict)
    return lambda context: expression


# --- look-ups as closures ---------------------------------------------------------------------------------------------


def _lax_getter(lookup: Lookup) -> Getter:
    name, keys = lookup.name, lookup.keys
    if name.__class__ is not str or any(key.__class__ is not str for key, _ in keys):
        return _general_getter(lookup)
    if not keys:
        return lambda context: context.visible.get(name)
    if name == "forloop" and len(keys) == 1 and keys[0][0] in ForLoop.fields:
        return _loop_getter(keys[0][0])
    if any(is_command for _, is_command in keys):
        return _path_getter(name, keys)
    return _pair_getter(name, keys[0][0]) if len(keys) == 1 else _keys_getter(name, [key for key, _ in keys])


def _loop_getter(key: str) -> Getter:
    field = ForLoop.fields[key]

    def get(context: Context) -> Any:
        loop = context.visible.get("forloop")
        if loop.__class__ is ForLoop:
            return field(loop)
        return _step(loop, key, key in COMMANDS)

    return get


def _pair_getter(name: str, key: str) -> Getter:
    # The class of drop that the look-up met last, and that class's function for the key.
    known: tuple[type | None, Callable[[Any], Any] | None] = (None, None)

    def get(context: Context) -> Any:
        nonlocal known
        value = context.visible.get(name)
        kind, getter = known
        if value.__class__ is kind:
            value = getter(value.item)  # type: ignore[misc, attr-defined]
        elif value.__class__ is dict:
            value = value.get(key)
        elif value is None:
            return None
        else:
            if isinstance(value, Drop) and (found := value.getter_of(key)) is not None:
                known = (value.__class__, found)
            value = fetch(value, key)
        return value if value.__class__ in PLAIN else to_liquid(value)

    return get


def _keys_getter(name: str, keys: list[str]) -> Getter:
    first, *rest = keys
    start = _pair_getter(name, first)

    def get(context: Context) -> Any:
        value = start(context)
        for key in rest:
            if value is None:
                return None
            value = value.get(key) if value.__class__ is dict else fetch(value, key)
            if value.__class__ not in PLAIN:
                value = to_liquid(value)
        return value

    return get


def _path_getter(name: str, keys: list[tuple[str, bool]]) -> Getter:
    def get(context: Context) -> Any:
        value = context.visible.get(name)
        for key, is_command in keys:
            value = _step(value, key, is_command)
        return value

    return get


def _step(value: Any, key: Any, is_command: bool) -> Any:
    # A key of that name goes before a command: `page.size` is the front matter's size if there is one.
    if key.__class__ is str:
        if is_command and not has_key(value, key):
            return to_liquid(command(value, key))
        value = value.get(key) if value.__class__ is dict else fetch(value, key)
    else:
        value = fetch(value, key)
    return value if value.__class__ in PLAIN else to_liquid(value)


def _primitive(key: Any) -> Any:
    if key.__class__ in PLAIN:
        return key
    convert = getattr(key, "to_liquid_value", None)
    return key if convert is None else convert()


def _general_getter(lookup: Lookup) -> Getter:
    start, keys = _general_start(lookup)
    # A key that is text needs no closure of its own.
    steps = [(key, None if key.__class__ is str else compiled(key), is_command) for key, is_command in keys]

    def get(context: Context) -> Any:
        value = start(context)
        for key, getter, is_command in steps:
            if getter is not None:
                key = _primitive(getter(context))
            if value is None:
                return None
            value = _step(value, key, is_command)
        return value

    return get


def _general_start(lookup: Lookup) -> tuple[Getter, list[tuple[Any, bool]]]:
    name, keys = lookup.name, lookup.keys
    if name.__class__ is not str:
        root = compiled(name)
        return lambda context: context.find(root(context)), keys
    if keys[0][0].__class__ is str and not keys[0][1]:
        return _pair_getter(name, keys[0][0]), keys[1:]
    return lambda context: context.visible.get(name), keys


def _strict_getter(lookup: Lookup) -> Getter:
    name = compiled(lookup.name, True)
    steps = [(compiled(key, True), is_command) for key, is_command in lookup.keys]

    def get(context: Context) -> Any:
        value = context.find(name(context))
        for getter, is_command in steps:
            key = _primitive(getter(context))
            if isinstance(value, TableDrop) and key not in value.fields:
                raise LiquidUndefinedVariable(f"undefined method {to_s(key)}")
            if not has_key(value, key) and not (is_command and answers(value, key)):
                raise LiquidUndefinedVariable(f"undefined variable {to_s(key)}")
            value = _step(value, key, is_command)
        return value

    return get

