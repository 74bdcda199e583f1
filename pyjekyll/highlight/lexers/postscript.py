"""PostScript."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_DELIMITERS = r"()<>\[\]{}/%\s"
_END = f"(?=[{_DELIMITERS}])"  # a name or a number at the very end of the text is an error
_NAME = f"[^{_DELIMITERS}]+{_END}"
_NUMBER = r"[-+]?(?:[0-9]+\.?|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][0-9]+)?"
_BUILTINS = any_of("""
    abs add aload arc arcn array atan begin bind ceiling charpath clip closepath concat concatmatrix copy cos currentlinewidth
    currentmatrix currentpoint curveto cvi cvs def defaultmatrix dict dictstackoverflow div dtransform dup end exch exec exit
    exp fill findfont floor get getinterval grestore gsave identmatrix idiv idtransform index invertmatrix itransform length
    lineto ln load log loop matrix mod moveto mul neg newpath pathforall pathbbox pop print pstack put quit rand rangecheck
    rcurveto repeat restore rlineto rmoveto roll rotate round run save scale scalefont setdash setfont setgray setlinecap
    setlinejoin setlinewidth setmatrix setrgbcolor shfill show showpage sin sqrt stack stringwidth stroke strokepath sub
    syntaxerror transform translate truncate typecheck undefined undefinedfilename undefinedresult
""")


class PostScript(RegexLexer):
    """Lex PostScript."""

    tag = "postscript"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("^%!.+?$", t.COMMENT_PREPROC),
            rule("%%.*?$", t.COMMENT_SPECIAL),
            rule("%.*?$", t.COMMENT_SINGLE),
            rule(r"\(", t.STR, "string"),
            rule(f"/{_NAME}", t.NAME_VARIABLE),
            rule(r"[{}<>\[\]]", t.PUNCTUATION),
            rule(f"{_BUILTINS}{_END}", t.NAME_BUILTIN),
            rule(f"(?:eq|ne|g[et]|l[et]|and|or|not|if(?:else)?|for(?:all)?){_END}", t.KEYWORD_RESERVED),
            rule(f"(?:false|true){_END}", t.KEYWORD_CONSTANT),
            rule(f"[0-9]+#{_NUMBER}{_END}", t.NUM_OCT),  # in whatever base
            rule(f"{_NUMBER}{_END}", t.NUM_FLOAT),
            rule(_NAME, t.NAME_FUNCTION),
            rule(r"\s+", t.TEXT),
        ],
        "string": [
            rule(r"[^()\\]+", t.STR),
            rule(r"\\", t.STR_ESCAPE, "escape"),
            rule(r"\(", t.STR, "#push"),
            rule(r"\)", t.STR, "#pop"),
        ],
        "escape": [rule(r"[0-8]{3}|[nrtbf\\()]", t.STR_ESCAPE, "#pop")],
    }
