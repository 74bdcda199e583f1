"""Options: what strings and YAML values mean, and what is refused."""

from __future__ import annotations

import pytest

from pyjekyll.kramdown import Converter, OptionError, Options, UnsupportedOptionError


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("transliterated_header_ids", True),
        ("template", "document"),
        ("syntax_highlighter", "coderay"),
        ("math_engine", "katex"),
        ("input", "html"),
    ],
)
def test_unsupported_options_are_named(name: str, value: object) -> None:
    with pytest.raises(UnsupportedOptionError, match=name) as raised:
        Converter({name: value})
    assert raised.value.option == name
    assert raised.value.hint


@pytest.mark.parametrize(
    ("name", "value", "parsed"),
    [
        ("toc_levels", "2..4", (2, 3, 4)),
        ("toc_levels", "1,3,3", (1, 3)),
        ("toc_levels", [2, "3"], (2, 3)),
        ("auto_ids", "false", False),
        ("auto_ids", None, False),
        ("footnote_nr", "0x10", 16),
        ("entity_output", ":symbolic", "symbolic"),
        ("syntax_highlighter", "nil", None),
        ("smart_quotes", "39,apos,quot,34", (39, "apos", "quot", 34)),
        ("gfm_quirks", "paragraph_end,no_auto_typographic", ("paragraph_end", "no_auto_typographic")),
        ("typographic_symbols", "{hellip: ...}", {"hellip": "..."}),
    ],
)
def test_values(name: str, value: object, parsed: object) -> None:
    assert getattr(Options.parse({name: value}), name) == parsed


@pytest.mark.parametrize(("name", "value"), [("toc_levels", "x"), ("toc_levels", [7]), ("footnote_nr", "x"), ("smart_quotes", "a,b")])
def test_wrong_values_are_named(name: str, value: object) -> None:
    with pytest.raises(OptionError, match=name):
        Converter({name: value})


def test_unknown_names_are_passed_over() -> None:
    """Jekyll hands over keys of its own, too."""
    assert Converter({"show_warnings": True, "coderay": {}}, highlighter=None).convert("a\n").html == "<p>a</p>\n"
