"""YAML as Ruby's Psych 4.0 reads it.

libyaml parses, as it does for Psych; what the scalars mean is decided here. Where Psych's safe loader aborts (`:symbol`
values, `!ruby/...` tags) the text is kept as a plain value, as the published Jekyll does.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import YamlError
from pyjekyll.read.plain_yaml import Unsure
from pyjekyll.read.plain_yaml import load as load_plain
from pyjekyll.read.yaml_hints import QUOTE_THE_VALUE, yaml_hint
from pyjekyll.ruby.hash import as_key
from pyjekyll.ruby.zones import fixed_zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

_LEGACY_INTEGER = re.compile(
    r"(?:[-+]?0b[0-1_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-fA-F_,]+)",
)
_FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?")
_DATE = re.compile(r"([0-9]{4})-(1[012]|0[0-9]|[0-9])-([12][0-9]|3[01]|0[0-9]|[0-9])")
_TIME = re.compile(
    r"-?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t\r\n\f\v]+)[0-9]{1,2}:[0-9][0-9]:[0-9][0-9](?:\.[0-9]*)?"
    r"(?:[ \t\r\n\f\v]*(?:Z|[-+][0-9]{1,2}:?(?:[0-9][0-9])?))?",
)
_CLOCK = re.compile(r"([0-9]+):([0-9]+):([0-9]+)(?:\.([0-9]*))?[ \t\r\n\f\v]*(Z|[-+][0-9]+(?::[0-9][0-9])?)?")
_OFFSET = re.compile(r"([+-]?[0-9]{1,2}):?([0-9]{1,2})?")
_BASE_60_INTEGER = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}")
_BASE_60_FLOAT = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}\.[0-9_]*")
_INFINITY = re.compile(r"([-+]?)\.inf", re.IGNORECASE)

_WORDS: dict[str, bool | None] = {"~": None, "null": None, "yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_LONGEST_WORD = 5
_WORD_START = frozenset("~ytonfYTONF")
_NUMBER_START = frozenset("+-.0123456789")

_YAML_TAG = "tag:yaml.org,2002:"
_BINARY_TAGS = ("!binary", _YAML_TAG + "binary")
_STRING_TAGS = ("!str", "!ruby/string", _YAML_TAG + "str")
_FLOAT_TAGS = ("!float", _YAML_TAG + "float")
_OMAP_TAGS = ("!omap", _YAML_TAG + "omap")
_MERGE = "<<"
_BOM = "\ufeff"
_DEEPEST = 2000  # libyaml's time grows with the square of the depth
_LARGEST = 5_000_000  # values, aliases spelled out: what a template may have to print
_PLAIN_LIMIT = 100_000  # a longer text is worth libyaml's import
_NO_KEY: Any = object()


def load(text: str, zone: datetime.tzinfo, path: str | None = None) -> Any:
    """Read the first document of a YAML text.

    `zone` is where a time without zone, a UTC instant, is shown. Raises YamlError in Psych's words, naming `path`.
    """
    value = _load(text, zone, path)
    if "*" in text and "&" in text and _expanded_size(value) > _LARGEST:
        hint = "Write the repeated values once and look them up by name."
        raise YamlError(f"YAML aliases expand to more than {_LARGEST} values", path=path, hint=hint)
    return value


def _load(text: str, zone: datetime.tzinfo, path: str | None) -> Any:
    if len(text) <= _PLAIN_LIMIT:
        try:
            return load_plain(text, lambda plain: scalar(plain, zone))
        except (Unsure, RecursionError):  # or too deep for a reader without a stack of its own
            pass
    return parse(text, zone, path)


def parse(text: str, zone: datetime.tzinfo, path: str | None = None) -> Any:
    """Read with libyaml, which knows all of YAML and has the words for what is none."""
    import yaml

    try:
        return _Builder(zone).build(_events(text))
    except yaml.YAMLError as error:
        raise _psych_error(error, text, path) from None
    except YamlError as error:
        error.locate(path=path)
        raise
    except RecursionError:
        raise YamlError("YAML nested too deeply", path=path) from None


def scalar(text: str, zone: datetime.tzinfo) -> Any:
    """Give a plain scalar the type Psych's scanner gives it.

    Only a few first characters can begin anything but a string, so most values are decided by looking at one.
    """
    if not text:
        return None
    first = text[0]
    if first in _WORD_START:
        return _word(text) if len(text) <= _LONGEST_WORD else text
    if first not in _NUMBER_START or "\n" in text:
        return text
    return _number(text, zone)


def _word(text: str) -> bool | str | None:
    # Psych's patterns are anchored to lines: of a folded scalar of five characters at most, any line may be the word.
    lines = text.lower().split("\n")
    if len(lines) > 1 and any(line and line[0] not in _WORD_START for line in lines):
        return text
    for values in ((None,), (True,), (False,)):
        for line in lines:
            if _WORDS.get(line, text) in values and line in _WORDS:
                return _WORDS[line]
    return text


def _number(text: str, zone: datetime.tzinfo) -> Any:
    if _TIME.fullmatch(text):
        value = parse_time(text, zone)
        return text if value is None else value
    if match := _DATE.fullmatch(text):
        return _date(text, *map(int, match.groups()))
    if match := _INFINITY.fullmatch(text):
        return float(f"{match[1]}inf")
    if text.lower() == ".nan":
        return float("nan")
    if _BASE_60_INTEGER.fullmatch(text):
        return sum(_leading_integer(part) * 60 ** abs(place - 2) for place, part in enumerate(text.split(":")))
    if _BASE_60_FLOAT.fullmatch(text):
        return sum(float(part.replace("_", "")) * 60 ** abs(place - 2) for place, part in enumerate(text.split(":")))
    if _FLOAT.fullmatch(text):
        return _float(text)
    return _integer(text) if _LEGACY_INTEGER.fullmatch(text) else text


def _date(text: str, year: int, month: int, day: int) -> datetime.date | str:
    try:
        if year > 1583:
            return datetime.date(year, month, day)
        from pyjekyll.ruby.early_date import civil

        return civil(year, month, day)
    except ValueError:
        return text


def _leading_integer(part: str) -> int:
    # Ruby's to_i: single underscores between digits are skipped, anything else ends the number.
    match = re.match(r"[-+]?[0-9]+(?:_[0-9]+)*", part)
    return int(match[0]) if match else 0


def _float(text: str) -> float | str:
    try:
        return float(text.replace(",", "").replace("_", ""))
    except ValueError:  # "." and the like
        return text


def _integer(text: str) -> int | str:
    digits = text.replace(",", "").replace("_", "")
    unsigned = digits.lstrip("+-")
    octal = len(unsigned) > 1 and unsigned.isdigit() and unsigned[0] == "0"
    try:
        return int(digits, 8 if octal else 0)
    except ValueError:  # "0x_"
        return text


def parse_time(text: str, zone: datetime.tzinfo) -> datetime.datetime | None:
    """Read a YAML timestamp; None where Ruby cannot.

    Without a zone it is a UTC instant shown in `zone`; "Z" gives UTC; an offset is kept. Days up to 31 roll over into
    the next month, as Ruby's Time allows.
    """
    pieces = re.split(r"[ tT]", text, maxsplit=1)
    clock = _CLOCK.search(pieces[1]) if len(pieces) > 1 else None
    if clock is None:
        return None
    year, month, day = (int(part) for part in re.findall(r"-?[0-9]+", re.sub(r"(?<=[0-9])-", " ", pieces[0])))
    try:
        moment = _moment(year, month, day, int(clock[1]), int(clock[2]), int(clock[3]), clock[4] or "")
        return _in_zone(moment, clock[5], zone)
    except (ValueError, OverflowError):
        return None


def _moment(year: int, month: int, day: int, hour: int, minute: int, second: int, fraction: str) -> datetime.datetime:
    from pyjekyll.ruby.time import clock_time

    if not 1 <= day <= 31 or minute > 59 or second > 60 or hour > 24 or (hour == 24 and (minute or second)):
        raise ValueError("argument out of range")
    start = clock_time(year, month, 1, minute, int((fraction + "000000")[:6]))
    return start + datetime.timedelta(days=day - 1, hours=hour, seconds=second)


def _in_zone(moment: datetime.datetime, suffix: str | None, zone: datetime.tzinfo) -> datetime.datetime:
    if suffix == "Z":
        return moment.replace(tzinfo=datetime.UTC)
    if suffix is None:
        return moment.replace(tzinfo=datetime.UTC).astimezone(zone)
    match = _OFFSET.fullmatch(suffix)
    if match is None:
        raise ValueError("no offset")
    hours, minutes = int(match[1]), int(match[2] or 0)
    # "-00:30" is read as plus thirty minutes: the sign is that of the hours.
    offset = datetime.timedelta(hours=hours, minutes=-minutes if hours < 0 else minutes)
    return moment.replace(tzinfo=fixed_zone(int(offset.total_seconds())))


def _events(text: str) -> Iterator[Any]:
    """Parse with libyaml (or, where PyYAML was built without it, with its slower twin)."""
    import yaml

    if text.startswith(_BOM):
        # Psych leaves the mark in the text, where it takes a column: of a block mapping only the first key is read.
        # PyYAML drops one mark, so give it another.
        text = _BOM + text
    data: str | bytes = text
    try:
        text.encode()
    except UnicodeEncodeError:  # bytes that were not UTF-8 when the file was read: libyaml has the words for it
        data = text.encode("utf-8", "surrogateescape")
    parser: Any
    try:
        from yaml import cyaml

        parser = cyaml.CParser(data)  # type: ignore[attr-defined]
    except ImportError:
        parser = yaml.SafeLoader(data)
    return iter(parser.get_event, None)


class _Builder:
    """Turn parser events into values, with a stack of its own: deep nesting must not exhaust Python's."""

    def __init__(self, zone: datetime.tzinfo) -> None:
        self.zone = zone
        self.anchors: dict[str, Any] = {}

    def build(self, events: Iterator[Any]) -> Any:
        """Read one document's events and stop. The loop is long because it is the hot path of every data file."""
        from yaml import events as kinds

        scalar_kind, mapping_start, sequence_start = kinds.ScalarEvent, kinds.MappingStartEvent, kinds.SequenceStartEvent
        ends = (kinds.MappingEndEvent, kinds.SequenceEndEvent)
        alias, document_end = kinds.AliasEvent, kinds.DocumentEndEvent
        anchors = self.anchors
        # The innermost open collection, the key that waits for its value, and whether that is a merge key.
        parents: list[tuple[Any, Any, bool, Any]] = []
        container: Any = None
        key: Any = _NO_KEY
        merging = False
        opening: Any = None
        value: Any = None
        unknown: YamlError | None = None
        for event in events:
            kind = type(event)
            if kind is scalar_kind:
                value = event.value if event.implicit[1] else self._plain(event)
                if event.anchor:
                    anchors[event.anchor] = value
            elif kind is mapping_start or kind is sequence_start:
                parents.append((container, key, merging, opening))
                if len(parents) > _DEEPEST:
                    raise YamlError("YAML nested too deeply", line=event.start_mark.line + 1)
                container, key, opening = {} if kind is mapping_start else [], _NO_KEY, event
                if event.anchor:
                    anchors[event.anchor] = container
                continue
            elif kind in ends:
                value = self._finish(container, opening)
                opened = opening
                container, key, merging, opening = parents.pop()
                event = opened
                kind = type(opened)
            elif kind is alias:
                value = anchors.get(event.anchor)
                if event.anchor not in anchors and unknown is None:
                    unknown = YamlError(f"Unknown alias: {event.anchor}", line=event.start_mark.line + 1, hint=QUOTE_THE_VALUE)
            elif kind is document_end:
                break
            else:
                continue
            if type(container) is list:
                container.append(value)
            elif type(container) is dict:
                if key is _NO_KEY:
                    key = as_key(value)
                    merging = key == _MERGE and event.tag != _YAML_TAG + "str" if kind is scalar_kind else False
                elif merging and kind is not scalar_kind:
                    _merge(container, value, many=kind is sequence_start)
                    key = _NO_KEY
                else:
                    container[key] = value
                    key = _NO_KEY
        if unknown is not None:  # only now: Psych reports a syntax error further down first
            raise unknown
        return value

    def _plain(self, event: yaml.ScalarEvent) -> Any:
        tag = event.tag
        if tag is None or tag == "!":
            return scalar(event.value, self.zone)
        if tag in _BINARY_TAGS:
            return _decode_base64(event.value)
        if tag.split(":", 1)[0] in _STRING_TAGS or tag in _STRING_TAGS:
            return event.value
        value = scalar(event.value, self.zone)
        if tag in _FLOAT_TAGS and isinstance(value, int):
            return float(value)
        return value

    def _finish(self, container: Any, opening: Any) -> Any:
        if type(container) is list and opening.tag in _OMAP_TAGS:
            merged: dict[Any, Any] = {}
            for pair in container:
                if isinstance(pair, dict):
                    merged.update(pair)
            if opening.anchor:
                self.anchors[opening.anchor] = merged
            return merged
        return container


def _expanded_size(value: Any) -> int:
    """Count the values of a document with every alias spelled out; a list inside itself counts once.

    A few lines of nested aliases can stand for more than any memory holds. The stack is explicit for the depth's sake.
    """
    sizes: dict[int, int] = {}
    stack = [value]
    while stack:
        node = stack[-1]
        inner = [each for each in (node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()) if isinstance(each, (dict, list))]  # noqa: E501
        if id(node) not in sizes:
            sizes[id(node)] = 0
            stack += [each for each in inner if id(each) not in sizes]
        else:
            if not sizes[id(node)]:
                length = len(node) if isinstance(node, (dict, list)) else 0
                sizes[id(node)] = 1 + length + sum(sizes[id(each)] for each in inner)
            stack.pop()
    return sizes[id(value)]


def _merge(target: dict[Any, Any], value: Any, many: bool) -> None:
    """Merge like Ruby's merge!: over the keys before it, and under those that follow; what is no mapping stays a value."""
    if isinstance(value, dict):
        target.update(value)
    elif many and isinstance(value, list) and all(isinstance(part, dict) for part in value):
        merged: dict[Any, Any] = {}
        for part in reversed(value):
            merged.update(part)
        target.update(merged)
    else:
        target[_MERGE] = value


def _decode_base64(text: str) -> str:
    # Ruby's unpack("m"): whatever is not in the alphabet is skipped, and decoding ends at the padding.
    import base64

    digits = re.sub(r"[^A-Za-z0-9+/]", "", text.split("=", 1)[0])
    if len(digits) % 4 == 1:
        digits = digits[:-1]
    return base64.b64decode(digits + "=" * (-len(digits) % 4)).decode("utf-8", "surrogateescape")


def _psych_error(error: yaml.YAMLError, text: str, path: str | None) -> YamlError:
    from yaml.error import MarkedYAMLError
    from yaml.scanner import ScannerError

    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    context = getattr(error, "context", None)
    place = getattr(error, "problem_mark", None)
    # Psych reports libyaml's context mark, which the scanner sets even where it has no context to tell.
    mark = error.context_mark if isinstance(error, MarkedYAMLError) and context else place if isinstance(error, ScannerError) else None
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    words = f"{problem} {context}" if context else problem
    number, excerpt = _offending_line(text, place or mark, mark)
    return YamlError(f"(<unknown>): {words} at line {line} column {column}", path, number, yaml_hint(str(words), excerpt), excerpt)


def _offending_line(text: str, place: Any, mark: Any) -> tuple[int | None, str | None]:
    """Return number and text of the line where it went wrong; what is never closed shows at the end and is wrong where it starts."""
    lines = text.split("\n")
    for each in (place, mark):
        if each is not None and each.line < len(lines) and lines[each.line].strip():
            return each.line + 1, lines[each.line]
    return None, None
