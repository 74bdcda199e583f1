"""PowerShell."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, include, rule, words

_ATTRIBUTES = words("ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging SupportsShouldProcess")
# The first that fits wins, also where a longer one would.
_AUTOMATIC = any_of("""
    $ ? ^ _ args ConsoleFileName Error Event EventArgs EventSubscriber ExecutionContext false foreach HOME Host input IsCoreCLR
    IsLinux IsMacOS IsWindows LastExitCode Matches MyInvocation NestedPromptLevel null PID PROFILE PSBoundParameters PSCmdlet
    PSCommandPath PSCulture PSDebugContext PSHOME PSItem PSScriptRoot PSSenderInfo PSUICulture PSVersionTable PWD
    REPORTERRORSHOWEXCEPTIONCLASS REPORTERRORSHOWINNEREXCEPTION REPORTERRORSHOWSOURCE REPORTERRORSHOWSTACKTRACE SENDER ShellId
    StackTrace switch this true
""")
_KEYWORDS = any_of("""
    assembly exit process base filter public begin finally return break for sequence catch foreach static class from switch
    command function throw configuration hidden trap continue if try data in type define inlinescript until do interface using
    dynamicparam module var else namespace while elseif parallel workflow end param enum private
""")
_OPERATORS = any_of("""
    split isplit csplit join is isnot as eq ieq ceq ne ine cne gt igt cgt ge ige cge lt ilt clt le ile cle like ilike clike
    notlike inotlike cnotlike match imatch cmatch notmatch inotmatch cnotmatch contains icontains ccontains notcontains
    inotcontains cnotcontains replace ireplace creplace shl shr band bor bxor and or xor not
""")
_HELP = any_of("""
    synopsis description parameter example inputs outputs notes link component role functionality forwardhelptargetname
    forwardhelpcategory remotehelprunspace externalhelp
""")


def _name_in_brackets(lexer: Powershell, hit: Hit) -> None:
    lexer.emit(t.NAME_BUILTIN_PSEUDO if hit[0] in _ATTRIBUTES else t.NAME, hit[0])


def _member(lexer: Powershell, hit: Hit) -> None:
    lexer.groups(hit, t.OPERATOR, t.NAME_FUNCTION, t.PUNCTUATION, t.WHITESPACE)
    if hit[3] is not None:
        lexer.push("arguments")


class Powershell(RegexLexer):
    """Lex PowerShell."""

    tag = "powershell"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("blanks"),
            rule(r"\.\.(?=\.?\d)", t.OPERATOR),
            rule(rf"(?i)(?:-{_OPERATORS}|[-+*/%]=)\b", t.OPERATOR),
            rule(r"(?i)(class)(\s+)(\w+)", (t.KEYWORD_RESERVED, t.WHITESPACE, t.NAME_CLASS), "class"),
            rule(
                r"(?i)(function)(\s+)(?:(\w+)(:))?(\w[-\w]+)",
                (t.KEYWORD_RESERVED, t.WHITESPACE, t.NAME_NAMESPACE, t.PUNCTUATION, t.NAME_FUNCTION),
            ),
            rule(rf"(?i){_KEYWORDS}\b(?![-.])", t.KEYWORD_RESERVED),
            rule(r"-{1,2}\w+", t.NAME_TAG),
            rule(r"(\.)?([-\w]+)(\[)", (t.OPERATOR, t.NAME, t.PUNCTUATION), "square brackets"),
            rule(r"(?i)([/\\~a-z][-.:/\\~\w]*)(\n)?", (t.NAME, t.WHITESPACE), "arguments"),
            rule(r"(\.)([-\w]+)(?:(\()|(\n))?", _member),
            rule(r"\?", t.NAME_FUNCTION, "arguments"),
            include("values"),
            include("variables"),
            rule("[-+*/%=!.&|]", t.OPERATOR),
            rule("[{}(),:;]", t.PUNCTUATION),
        ],
        "blanks": [
            rule(r"\s+", t.WHITESPACE),
            rule("#.*", t.COMMENT),
            rule("<#", t.COMMENT_MULTILINE, "comment"),
        ],
        "comment": [
            rule(rf"(?i)\.{_HELP}", t.COMMENT_SPECIAL),
            rule("#>", t.COMMENT_MULTILINE, "#pop"),
            rule("[^#.]+|[#.]+", t.COMMENT_MULTILINE),
        ],
        "variables": [
            rule(rf"\${_AUTOMATIC}", t.NAME_BUILTIN_PSEUDO),
            rule(
                r"(\$)(?:(\w+)(:))?(\w+|\{(?:[^`]|`.)+?\})",
                (t.NAME_VARIABLE, t.NAME_NAMESPACE, t.PUNCTUATION, t.NAME_VARIABLE),
            ),
        ],
        "values": [
            include("blanks"),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule('@"', t.STR_HEREDOC, "long text"),
            rule("(?s)@'.*?'@", t.STR_HEREDOC),
            rule(r"\d*\.\d+", t.NUM_FLOAT),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"@\{", t.PUNCTUATION, "table"),
            rule(r"@\(", t.PUNCTUATION, "array"),
            rule(r"\{", t.PUNCTUATION, "braces"),
            rule(r"\[", t.PUNCTUATION, "square brackets"),
        ],
        "double quotes": [
            rule(r'(?:\$#?)?"', t.STR_DOUBLE, "#pop"),  # a $ before the closing quote is just a $
            include("interpolation"),
            rule(r'[^"`$]+', t.STR_DOUBLE),
            include("variables"),
        ],
        "single quotes": [rule("'", t.STR_SINGLE, "#pop"), rule("[^']+", t.STR_SINGLE)],
        "long text": [
            rule(r'(?:\$#?)?"@', t.STR_HEREDOC, "#pop"),
            include("interpolation"),
            rule(r'[^"`$]+|"+', t.STR_HEREDOC),
            include("variables"),
        ],
        "interpolation": [rule(r"\$\(", t.STR_INTERPOL, "interpolated"), rule("`(?:$|.)", t.STR_ESCAPE)],
        "interpolated": [rule(r"\)", t.STR_INTERPOL, "#pop"), include("root")],
        "class": [
            rule(r"\{", t.PUNCTUATION, "#pop"),
            rule(r"\s+", t.WHITESPACE),
            rule(r"\w+", t.NAME_CLASS),
            rule("[:,]", t.PUNCTUATION),
        ],
        "table": [
            rule(r"\}", t.PUNCTUATION, "#pop"),
            rule("=", t.OPERATOR),
            rule("[,;]", t.PUNCTUATION),
            include("values"),
            rule(r"\w+", t.NAME_OTHER),
            include("variables"),
        ],
        "array": [
            rule(r"\s+", t.WHITESPACE),
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule("[,;]", t.PUNCTUATION),
            include("values"),
            include("variables"),
        ],
        "braces": [rule(r"\}", t.PUNCTUATION, "#pop"), include("root")],
        "square brackets": [
            rule(r"\]", t.PUNCTUATION, "#pop"),
            rule(r"[A-Za-z]\w+\.", t.NAME),
            rule(r"[A-Za-z]\w+", _name_in_brackets),
            include("root"),
        ],
        # What follows the name of a command.
        "arguments": [
            rule("(?s)`.", t.STR_ESCAPE),
            rule(r"\s*?\n", t.WHITESPACE, "#pop"),
            rule(r"[;(){}\]]", t.PUNCTUATION, "#pop"),
            rule("[|=]", t.OPERATOR, "#pop"),
            rule(r"[/\\~\w][-.:/\\~\w]*", t.NAME_OTHER),
            include("root"),
        ],
    }
