"""Meson's build files."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rule, Rules, rule, words

_NAME = "[[:alpha:]_][[:alnum:]_]*"
_KEYWORDS = words("continue break elif else endif if true false foreach endforeach")
_VARIABLES = words("meson host_machine build_machine target_machine")
_FUNCTIONS = words("""
    add_global_arguments add_project_arguments add_global_link_arguments add_project_link_arguments add_test_setup
    add_languages alias_target assert benchmark both_libraries build_target configuration_data configure_file custom_target
    declare_dependency dependency disabler environment error executable generator gettext get_option get_variable files
    find_library find_program include_directories import install_data install_headers install_man install_subdir is_disabler
    is_variable jar join_paths library message option project run_target run_command set_variable subdir subdir_done
    subproject summary shared_library shared_module static_library test vcs_tag warning
""")


def _called(lexer: Meson, hit: Hit) -> None:
    # Rouge looks the name up with the blanks before its parenthesis, so that there must be none.
    lexer.emit(t.NAME_BUILTIN if hit[0] in _FUNCTIONS else t.NAME, hit[0])


def _name(lexer: Meson, hit: Hit) -> None:
    name = hit[0]
    lexer.emit(t.NAME_BUILTIN if name in _VARIABLES else t.KEYWORD if name in _KEYWORDS else t.NAME, name)


def _again(lexer: Meson, hit: Hit) -> None:
    lexer.recurse(hit[0])


def _string(quotes: Rules, at: Rule) -> Rules:
    return [rule(r"[^'\\@]+", t.STR), *quotes, rule(r"(?=\\)", None, "escape"), at]


_SHORT: Rules = [rule("'''", t.STR), rule("'", t.STR, "#pop")]  # three quotes do not close what one opened
_LONG: Rules = [rule("'''", t.STR, "#pop"), rule("'", t.STR)]
_AT = rule("@", t.STR)
_FORMAT_AT = rule("@", t.STR_INTERPOL, "interpolation")


class Meson(RegexLexer):
    """Lex Meson's build files."""

    tag = "meson"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+|\\\n?", t.TEXT),
            rule(r"#.*\n?", t.COMMENT_SINGLE),
            rule(r"[\[\]{}:(),;.]", t.PUNCTUATION),
            rule(r"(?:in|and|or|not)\b", t.OPERATOR_WORD),
            rule("[-+/*%=<>]=?|!=", t.OPERATOR),
            rule("([fF])(''')", (t.STR_AFFIX, t.STR), "long format string"),
            rule("([fF])(')", (t.STR_AFFIX, t.STR), "format string"),
            rule("'''", t.STR, "long string"),
            rule("'", t.STR, "string"),
            rule(rf"{_NAME}\b\s*(?=\()", _called),
            rule(rf"{_NAME}(?!\s*?:)", _name),  # a name before a colon loses its last character
            rule(_NAME, t.NAME),
            rule("0[bB](?:_?[01])+", t.NUM_BIN),
            rule("0[oO](?:_?[0-7])+", t.NUM_OCT),
            rule("0[xX](?:_?[a-fA-F0-9])+", t.NUM_HEX),
            rule("[1-9](?:_?[0-9])*|0(?:_?0)*", t.NUM_INTEGER),
        ],
        "string": _string(_SHORT, _AT),
        "long string": _string(_LONG, _AT),
        "format string": _string(_SHORT, _FORMAT_AT),
        "long format string": _string(_LONG, _FORMAT_AT),
        "escape": [
            rule(
                r"\\(?:[\\abfnrtv']|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})",
                t.STR_ESCAPE,
                "#pop",
            ),
            rule(r"\\.", t.STR, "#pop"),
        ],
        "interpolation": [rule("[^@]+", _again), rule("@", t.STR_INTERPOL, "#pop")],
    }
