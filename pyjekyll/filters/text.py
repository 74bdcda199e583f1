"""Jekyll's filters on text."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.drop import Drop
from pyjekyll.liquid.values import PLAIN, to_liquid
from pyjekyll.ruby import text as ruby
from pyjekyll.ruby.errors import RubyTypeError
from pyjekyll.ruby.hash import as_key
from pyjekyll.ruby.index import index as ruby_index
from pyjekyll.ruby.index import no_method
from pyjekyll.ruby.inspect import class_name, to_s
from pyjekyll.ruby.inspect import inspect as ruby_inspect

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context

_SPACES = re.compile("[ \t\n\v\f\r]+")
# \p{Han}\p{Katakana}\p{Hiragana}\p{Hangul} of Unicode 13
_CJK = (
    "\u1100-\u11ff\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u302e\u302f\u3038-\u303b\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fd-\u30ff\u3131-\u318e\u31f0-\u321e\u3260-\u327e\u32d0-\u32fe\u3300-\u3357\u3400-\u4dbf\u4e00-\u9ffc\ua960-\ua97c"
    "\uac00-\ud7a3\ud7b0-\ud7c6\ud7cb-\ud7fb\uf900-\ufa6d\ufa70-\ufad9\uff66-\uff6f\uff71-\uff9d\uffa0-\uffbe\uffc2-\uffc7\uffca-\uffcf"
    "\uffd2-\uffd7\uffda-\uffdc\U00016ff0\U00016ff1\U0001b000-\U0001b11e\U0001b150-\U0001b152\U0001b164-\U0001b167\U0001f200"
    "\U00020000-\U0002a6dd\U0002a700-\U0002b734\U0002b740-\U0002b81d\U0002b820-\U0002cea1\U0002ceb0-\U0002ebe0\U0002f800-\U0002fa1d"
    "\U00030000-\U0003134a"
)


def slugify(context: Context, value: Any, mode: Any = None, /) -> Any:
    """Return a text as part of a URL, in one of the modes raw, default, pretty, ascii and latin; any other only lower-cases.

    Warns when nothing is left.
    """
    if value is None:
        return None
    mode = mode if ruby.truthy(mode) else "default"
    if not isinstance(value, str):
        raise _no_slug(value, mode)
    slug = ruby.slugify(value, mode if isinstance(mode, str) else "none")
    if not slug and mode in ("raw", "default", "pretty", "ascii", "latin"):
        log = getattr(context.registers.get("site"), "log", None)
        if log is not None:
            log.warn("Warning:", f"Empty `slug` generated for '{value}'.")
    return slug


slugify.wants_context = True  # type: ignore[attr-defined]


def _no_slug(value: Any, mode: Any) -> Exception:
    if mode in ("raw", "default", "pretty", "ascii", "latin"):
        return no_method("gsub", value)
    return no_method("downcase", value)


def xml_escape(value: Any, /) -> str:
    """Escape for XML, the apostrophe as `&apos;`."""
    return ruby.xml_escape(to_s(value))


def cgi_escape(value: Any, /) -> str:
    """Percent-encode for a query, spaces as `+`; raises RubyTypeError for what is no string."""
    if not isinstance(value, str):
        named = ruby_inspect(value) if value is None or isinstance(value, bool) else class_name(value)
        raise RubyTypeError(f"no implicit conversion of {named} into String")
    return ruby.cgi_escape(value)


def uri_escape(value: Any, /) -> str | None:
    """Percent-encode what may not stand in a URL; nil stays nil, RubyTypeError for what is no string."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise RubyTypeError(f"Can't convert {class_name(value)} into String.")
    return ruby.uri_escape(value)


def normalize_whitespace(value: Any, /) -> str:
    """Turn each run of white space into one space, and remove it from both ends."""
    return ruby.strip(_SPACES.sub(" ", to_s(value)))


def number_of_words(value: Any, mode: Any = None, /) -> int:
    """Count words; in mode "cjk" each Chinese, Japanese or Korean character counts as one, in mode "auto" if there are any."""
    if not isinstance(value, str):
        raise no_method("scan" if mode in ("cjk", "auto") else "split", value)
    if mode in ("cjk", "auto") and not value.isascii():
        characters = len(re.findall(f"[{_CJK}]", value))
        if characters or mode == "cjk":
            return characters + len(re.findall(f"[^{_CJK} \t\n\v\f\r]+", value))
    return len(re.findall("[^ \t\n\v\f\r]+", value)) if mode == "cjk" else len(ruby.words(value))


def array_to_sentence_string(value: Any, connector: Any = "and", /) -> str:
    """Return `a`, `a and b`, or `a, b, and c`."""
    if not isinstance(value, (list, str, dict)):
        raise no_method("length", value)
    size = len(value)
    if size == 0:
        return ""
    if size == 1:
        return to_s(ruby_index(value, 0))
    if size == 2:
        return f"{to_s(ruby_index(value, 0))} {to_s(connector)} {to_s(ruby_index(value, 1))}"
    if not isinstance(value, list):
        but_last = value[:-1] if isinstance(value, str) else None
        raise no_method("join", but_last)
    return f"{', '.join([joined_with(item, ', ') for item in value[:-1]])}, {to_s(connector)} {to_s(value[-1])}"


def joined_with(item: Any, separator: str) -> str:
    """Return an item as Array#join prints it: a list within the list joined too."""
    return separator.join([joined_with(each, separator) for each in item]) if isinstance(item, list) else to_s(item)


def jsonify(value: Any, /) -> str:
    """Return a value as JSON."""
    return ruby.to_json(_as_liquid(value))


def _as_liquid(value: Any) -> Any:
    if isinstance(value, dict):
        return {as_key(_as_liquid(key)): _as_liquid(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_liquid(item) for item in value]
    if value.__class__ in PLAIN or isinstance(value, Drop):
        return value
    converted = to_liquid(value)
    return value if converted is value else _as_liquid(converted)


def to_integer(value: Any, /) -> int:
    """Return the integer that a value stands for: of a string the one at its start, of a time its seconds since 1970."""
    if value is None or value is False:
        return 0
    if value is True:
        return 1
    if isinstance(value, str):
        return ruby.to_i(value)
    if isinstance(value, (int, float)):
        return _truncate(value)
    if isinstance(value, datetime.datetime):
        from pyjekyll.ruby.strftime import int_seconds

        return int_seconds(value)
    raise no_method("to_i", value)


def _truncate(number: float) -> int:
    from pyjekyll.ruby.errors import RubyFloatDomainError

    try:
        return int(number)
    except (ValueError, OverflowError):
        raise RubyFloatDomainError(to_s(number)) from None


def inspect(value: Any, /) -> str:
    """Return how Ruby shows a value to programmers, escaped for XML."""
    return ruby.xml_escape(ruby_inspect(value))
