"""kramdown's options: names, types, defaults, and how strings become values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pyjekyll.errors import PyjekyllError
from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.ruby.text import truthy

SMART_QUOTES = ("lsquo", "rsquo", "ldquo", "rdquo")


class OptionError(PyjekyllError):
    """Reject an option's value, naming the option."""

    def __init__(self, message: str, option: str, hint: str | None = None) -> None:
        super().__init__(message, key=option, hint=hint or f"Change `{option}` below `kramdown:` in _config.yml.")
        self.option = option


class UnsupportedOptionError(OptionError):
    """Say that an option of kramdown's is not available here."""


class Options:
    """The options of one conversion; `{::options}` in a document may change a copy of them."""

    input: str = "kramdown"
    template: str = ""
    auto_ids: bool = True
    auto_id_stripping: bool = False
    auto_id_prefix: str = ""
    transliterated_header_ids: bool = False
    parse_block_html: bool = False
    parse_span_html: bool = True
    html_to_native: bool = False
    link_defs: dict[str, list[str | None]]
    footnote_nr: int = 1
    entity_output: str | None = "as_char"
    toc_levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    line_width: int = 72
    latex_headers: tuple[str, ...] = ()
    smart_quotes: tuple[str | int, ...] = SMART_QUOTES
    typographic_symbols: dict[str, str]
    remove_block_html_tags: bool = True
    remove_span_html_tags: bool = False
    header_offset: int = 0
    syntax_highlighter: str | None = "rouge"
    syntax_highlighter_opts: dict[str, Any]
    math_engine: str | None = "mathjax"
    math_engine_opts: dict[str, Any]
    footnote_backlink: str = "&#8617;"
    footnote_backlink_inline: bool = False
    footnote_prefix: str = ""
    remove_line_breaks_for_cjk: bool = False
    forbidden_inline_options: tuple[str, ...] = ("template",)
    list_indent: int = 2
    # The GFM parser's own two.
    hard_wrap: bool = True
    gfm_quirks: tuple[str, ...] = ("paragraph_end",)

    def __init__(self) -> None:
        self.link_defs = {}
        self.typographic_symbols = {}
        self.syntax_highlighter_opts = {}
        self.math_engine_opts = {}

    @classmethod
    def parse(cls, values: Mapping[str, Any]) -> Options:
        """Read the options from a configuration; names kramdown does not know are passed over."""
        options = cls()
        given = values.get("input")
        options.input = str(given) if truthy(given) else "kramdown"
        for name, value in values.items():
            if name in _PARSERS:
                setattr(options, name, parse_value(name, value))
        _reject_unsupported(options)
        return options

    def copy(self) -> Options:
        """Return options that can be changed without changing these."""
        other = Options()
        other.__dict__.update(self.__dict__)
        return other


def is_defined(name: str) -> bool:
    """Tell whether kramdown has an option of that name."""
    return name in _PARSERS


def parse_value(name: str, value: object) -> Any:
    """Turn a string or a YAML value into the option's type; OptionError if it cannot be."""
    return _PARSERS[name](value, name)


def _reject_unsupported(options: Options) -> None:
    reasons = {
        "template": options.template and "document templates",
        "transliterated_header_ids": options.transliterated_header_ids and "transliteration (which needs the stringex gem in Ruby)",
        "syntax_highlighter": options.syntax_highlighter == "coderay" and "CodeRay",
        "math_engine": options.math_engine not in (None, "false", "mathjax") and f"the math engine {options.math_engine}",
        "input": options.input not in ("GFM", "kramdown", "Kramdown", "SmartyPants") and f"the parser {options.input}",
    }
    for name, what in reasons.items():
        if what:
            # Whatever asked for CodeRay, which Jekyll's old `enable_coderay` does too, gives way to this line.
            hint = "Write `syntax_highlighter: rouge` below `kramdown:` in _config.yml." if what == "CodeRay" else None
            raise UnsupportedOptionError(f"kramdown option '{name}': {what} is not supported", name, hint)


def _ruby_text(value: object) -> str:
    """Return what Ruby's to_s gives for the plain values that YAML has."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _boolean(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return value
    text = _ruby_text(value)
    return text.lower().strip(STRIPPED) != "false" and text != ""


def _string(value: object, name: str) -> str:
    return _ruby_text(value)


def _integer(value: object, name: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _ruby_text(value).strip(STRIPPED)
    number = _ruby_integer(text)
    if number is None:
        raise OptionError(f"Invalid integer value for option '{name}': '{text}'", name)
    return number


def _ruby_integer(text: str) -> int | None:
    """Read what Ruby's Integer() reads: also 0x, 0b, 0o and leading-zero octal; None if it raises."""
    if re.fullmatch(r"[+-]?0[0-7_]+", text):
        text = text.replace("0", "0o", 1)
    try:
        return int(text, 0) if text.isascii() else None
    except ValueError:
        return None


def to_symbol(text: str) -> str | None:
    """Return the symbol a string stands for: without a leading colon; None for an empty one and for `nil`."""
    text = text.strip(STRIPPED).removeprefix(":")
    return None if text in ("", "nil") else text


def _symbol(value: object, name: str) -> str | None:
    return to_symbol(_ruby_text(value))


def _array(value: object, name: str, size: int | None = None) -> list[Any]:
    if isinstance(value, str):
        parts: list[Any] = value.split(",") if value else []
        while parts and parts[-1] == "":
            parts.pop()
    elif isinstance(value, (list, tuple)):
        parts = list(value)
    else:
        raise OptionError(f"Invalid type {type(value).__name__} for option {name}", name)
    if size is not None and len(parts) != size:
        raise OptionError(f"Option {name} needs exactly {size} values", name)
    return parts


def _hash(value: object, name: str) -> dict[Any, Any]:
    if isinstance(value, str):
        import yaml

        try:
            value = yaml.safe_load(value)
        except yaml.YAMLError:
            raise OptionError(f"Invalid YAML value for option {name}", name) from None
    if not isinstance(value, Mapping):
        raise OptionError(f"Invalid type {type(value).__name__} for option {name}", name)
    return dict(value)


def _symbol_hash(value: object, name: str) -> dict[str, Any]:
    return {to_symbol(key) or "" if isinstance(key, str) else key: item for key, item in _hash(value, name).items()}


def _text_hash(value: object, name: str) -> dict[str, str]:
    return {key: _ruby_text(item) for key, item in _symbol_hash(value, name).items()}


def _link_defs(value: object, name: str) -> dict[str, list[str | None]]:
    definitions = _hash(value, name)
    for item in definitions.values():
        if not isinstance(item, list) or not 1 <= len(item) <= 2:
            raise OptionError(f"Invalid structure for hash value of option {name}", name)
    return {str(key): [*item, None][:2] for key, item in definitions.items()}


def _toc_levels(value: object, name: str) -> tuple[int, ...]:
    if isinstance(value, str):
        levels = _levels_of(value, name)
    elif isinstance(value, (list, tuple)):
        levels = [_leading_integer(item) for item in value]
    elif hasattr(value, "first") and hasattr(value, "last"):  # a Ruby range
        levels = list(range(int(value.first), int(value.last) + 1))
    else:
        raise OptionError(f"Invalid type {_class_name(value)} for option toc_levels", name)
    if any(not 1 <= level <= 6 for level in levels):
        raise OptionError("Level numbers for option toc_levels have to be integers from 1 to 6", name)
    return tuple(dict.fromkeys(levels))


def _class_name(value: object) -> str:
    from pyjekyll.ruby.inspect import class_name

    return class_name(value)


def _levels_of(text: str, name: str) -> list[int]:
    if bounds := re.search(r"^([0-9])\.\.([0-9])$", text, re.M):
        return list(range(int(bounds[1]), int(bounds[2]) + 1))
    if re.search(r"^[0-9](?:,[0-9])*$", text, re.M):
        return [_leading_integer(part) for part in text.split(",")]
    raise OptionError("Invalid syntax for option toc_levels", name)


def _leading_integer(value: object) -> int:
    """Read as Ruby's to_i does: the digits at the front, else 0."""
    digits = re.match(r"[ \t\n\v\f\r]*([+-]?[0-9]+)", _ruby_text(value))
    return int(digits[1]) if digits else 0


def _smart_quotes(value: object, name: str) -> tuple[str | int, ...]:
    quotes = []
    for part in _array(value, name, 4):
        number = part if isinstance(part, int) else _ruby_integer(str(part).strip(STRIPPED))
        quotes.append(part if number is None else number)
    return tuple(quotes)


def _symbols(value: object, name: str) -> tuple[str | None, ...]:
    return tuple(to_symbol(_ruby_text(item)) for item in _array(value, name))


def _headers(value: object, name: str) -> tuple[str, ...]:
    return tuple(_array(value, name, 6))


_PARSERS: dict[str, Callable[[object, str], Any]] = {
    "template": _string,
    "auto_ids": _boolean,
    "auto_id_stripping": _boolean,
    "auto_id_prefix": _string,
    "transliterated_header_ids": _boolean,
    "parse_block_html": _boolean,
    "parse_span_html": _boolean,
    "html_to_native": _boolean,
    "link_defs": _link_defs,
    "footnote_nr": _integer,
    "entity_output": _symbol,
    "toc_levels": _toc_levels,
    "line_width": _integer,
    "latex_headers": _headers,
    "smart_quotes": _smart_quotes,
    "typographic_symbols": _text_hash,
    "remove_block_html_tags": _boolean,
    "remove_span_html_tags": _boolean,
    "header_offset": _integer,
    "syntax_highlighter": _symbol,
    "syntax_highlighter_opts": _symbol_hash,
    "math_engine": _symbol,
    "math_engine_opts": _symbol_hash,
    "footnote_backlink": _string,
    "footnote_backlink_inline": _boolean,
    "footnote_prefix": _string,
    "remove_line_breaks_for_cjk": _boolean,
    "forbidden_inline_options": _symbols,
    "list_indent": _integer,
    "hard_wrap": _boolean,
    "gfm_quirks": _symbols,
}
