"""C#."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, include, rule

_NAME = r"@?[_a-zA-Z\u017f\u212a]\w*"
_KEYWORDS = any_of("""
    abstract as base break case catch checked const continue default delegate do else enum event explicit extern false finally
    fixed for foreach goto if implicit in interface internal is lock new null operator out override params private protected
    public readonly ref return sealed sizeof stackalloc static switch this throw true try typeof unchecked unsafe virtual void
    volatile while
    add alias async await get global partial remove set value where yield nameof
    ascending by descending equals from group into join let on orderby select
""")
_TYPES = any_of("bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var")
_DIRECTIVES = any_of("if endif else elif define undef line error warning region endregion pragma")
# Ruby's `"(\\.|.)*?["\n]` without its exponential time: where nothing ends the string, the last escaped quote does.
_STRING = r'"(?>(?:\\.|[^"\\\n]|\\(?=\n))*)["\n]|".*"'


class CSharp(RegexLexer):
    """Lex C#."""

    tag = "csharp"
    states: ClassVar[dict[str, Rules]] = {
        "blanks": [
            rule(r"\s+", t.TEXT),
            rule("//.*", t.COMMENT_SINGLE),
            rule("(?s)/[*].*?[*]/", t.COMMENT_MULTILINE),
        ],
        "braces": [rule(r"\{", t.PUNCTUATION, "braces"), rule(r"\}", t.PUNCTUATION, "#pop"), include("root")],
        "interpolated string": [
            rule(r"\\.", t.STR),
            rule(r"\{", t.PUNCTUATION, "braces"),
            rule(r'"|\n', t.STR, "#pop"),
            rule(".", t.STR),
        ],
        "interpolated verbatim string": [
            rule('""', t.STR),
            rule(r"\{", t.PUNCTUATION, "braces"),
            rule('"', t.STR, "#pop"),
            rule(".", t.STR),
        ],
        "root": [
            include("blanks"),
            rule(r'[$]\s*"', t.STR, "interpolated string"),
            rule(r'[$]@\s*"', t.STR, "interpolated verbatim string"),
            rule(rf"<\[\s*(?:{_NAME}:)?", t.KEYWORD),
            rule(r"\]>", t.KEYWORD),
            rule(r"[~!%^&*()+=|\[\]{}:;,.<>/?-]", t.PUNCTUATION),
            rule('@"(?:""|[^"])*"', t.STR),
            rule(_STRING, t.STR),
            rule(r"'(?:\\.|.)'", t.STR_CHAR),
            rule("(?i)0x[0-9a-f]+[lu]?", t.NUM),
            rule("(?i)[0-9](?:[.][0-9]*)?(?:e[+-][0-9]+)?[fldu]?", t.NUM),
            rule(r"\b(?:class|struct|interface)\b", t.KEYWORD, "class name"),
            rule(r"\b(?:namespace|using)\b", t.KEYWORD, "namespace"),
            rule(rf"^#[ \t]*{_DIRECTIVES}\b.*?\n", t.COMMENT_PREPROC),
            rule(rf"\b{_KEYWORDS}\b", t.KEYWORD),
            rule(rf"\b{_TYPES}\b", t.KEYWORD_TYPE),
            rule(rf"{_NAME}(?=\s*[(])", t.NAME_FUNCTION),
            rule(_NAME, t.NAME),
        ],
        "class name": [include("blanks"), rule(_NAME, t.NAME_CLASS, "#pop")],
        "namespace": [
            include("blanks"),
            rule("(?=[(])", None, "#pop"),
            rule(rf"(?:{_NAME}|[.])+", t.NAME_NAMESPACE, "#pop"),
        ],
    }
