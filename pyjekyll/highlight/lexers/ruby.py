"""Ruby."""

from __future__ import annotations

import functools
import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rule, Rules, State, include, make_state, rule

KEYWORDS = """
    BEGIN END alias begin break case defined? do else elsif end ensure for if in next redo rescue raise retry return super then
    undef unless until when while yield
"""
PSEUDO = """
    loop include extend raise alias_method attr catch throw private module_function public protected true false nil __FILE__
    __LINE__
"""
BUILTINS = """
    attr_reader attr_writer attr_accessor __id__ __send__ abort ancestors at_exit autoload binding callcc caller catch chomp
    chop class_eval class_variables clone const_defined? const_get const_missing const_set constants display dup eval exec exit
    extend fail fork format freeze getc gets global_variables gsub hash id included_modules inspect instance_eval
    instance_method instance_methods instance_variable_get instance_variable_set instance_variables lambda load
    local_variables loop method method_missing methods module_eval name object_id open p print printf private_class_method
    private_instance_methods private_methods proc protected_instance_methods protected_methods public_class_method
    public_instance_methods public_methods putc puts raise rand readline readlines require require_relative scan select self
    send set_trace_func singleton_methods sleep split sprintf srand sub syscall system taint test throw to_a to_s trace_var
    trap untaint untrace_var warn
"""
QUESTIONS = """
    autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of method_defined nil
    private_method_defined protected_method_defined public_method_defined respond_to tainted
"""
CLOSERS = {"{": "}", "[": "]", "(": ")", "<": ">"}
# One that is not closed ends at its last escaped quote, if it has one.
_SINGLE = r"(?:'(?>(?:\\\\|\\'|[^'])*)'|(?s:'.*'))"
ESCAPED = r"\\(?:[\\abefnrstv#\"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})"


def _any(names: str) -> str:
    """Return an alternation in the order given: the first that fits wins, also before a longer one."""
    return "(?:" + "|".join(re.escape(name) for name in names.split()) + ")"


def _sigil(lexer: Ruby, hit: Hit) -> None:
    kind, opener = hit[1] or "", hit[2] or ""
    if kind == "r":
        lexer.push("regex flags")
    lexer.emit(t.STR_REGEX if kind == "r" else t.STR_OTHER, hit[0])
    lexer.push(sigil_state(Ruby, kind == "r", opener, bool(kind) and kind in "rQWxI"))


@functools.cache
def sigil_state(lexer: type[RegexLexer], is_regex: bool, opener: str, interpolates: bool) -> State:
    """Return the state inside `%q(...)` and its like; only delimiters that come in pairs nest."""
    closer = CLOSERS.get(opener, opener)
    first, last = re.escape(opener), re.escape(closer)
    token = t.STR_REGEX if is_regex else t.STR_OTHER
    inside = first + (last if last != first else "")
    rules: list[Rule | include] = [rule(rf"\\[#{inside}\\]", t.STR_ESCAPE)]
    if opener != closer:
        rules.append(rule(first, token, "#push"))
    rules.append(rule(last, token, "#pop"))
    rules += [include("interpolation and escapes"), rule("#", token)] if interpolates else [rule(r"[\\#]", token)]
    rules.append(rule(rf"[^#{inside}\\]+", token))
    return make_state(lexer, f"sigil {is_regex} {opener} {interpolates}", rules)


def _heredoc(lexer: Ruby, hit: Hit) -> None:
    opener = hit[1] or ""
    lexer.emit(t.OPERATOR, opener)
    lexer.emit(t.NAME_CONSTANT, hit[0][len(opener) :])
    lexer.heredocs.append((opener != "<<", hit[3] or ""))
    if not lexer.is_state("heredoc queue"):
        lexer.push("heredoc queue")


def _empty_heredoc(lexer: Ruby, hit: Hit) -> None:
    # A heredoc with an empty name: Rouge's third group is the closing quote, the name stays empty.
    opener = hit[1] or ""
    lexer.emit(t.OPERATOR, opener)
    lexer.emit(t.NAME_CONSTANT, f"{hit[2]}{hit[3]}")
    lexer.heredocs.append((opener != "<<", ""))
    if not lexer.is_state("heredoc queue"):
        lexer.push("heredoc queue")


def _heredoc_line(lexer: Ruby, hit: Hit) -> None:
    indented, name = lexer.heredocs[0]
    line = hit[0].rstrip("\0 \t\n\v\f\r")
    if (line.lstrip(" \t\n\v\f\r") if indented else line) == name:
        lexer.heredocs.pop(0)
        if not lexer.heredocs:
            lexer.pop(1)
        lexer.emit(t.NAME_CONSTANT, hit[0])
    else:
        lexer.emit(t.STR_HEREDOC, hit[0])
    lexer.pop(1)


class Ruby(RegexLexer):
    """Lex Ruby. Whether a slash, a percent sign or a question mark begins a literal depends on what came before it."""

    tag = "ruby"
    heredocs: list[tuple[bool, str]]
    states: ClassVar[dict[str, Rules]] = {
        "symbols": [
            rule(r"(?i):@{0,2}[a-z_]\w*[!?]?", t.STR_SYMBOL),
            rule(r":(?:\*\*|[-+]@|[/\%&\|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)", t.STR_SYMBOL),
            rule(f":{_SINGLE}", t.STR_SYMBOL),
            rule(r':"', t.STR_SYMBOL, "quoted symbol"),
        ],
        "sigils": [rule(r"%([rqswQWxiI])?([^\w\s])", _sigil)],
        "strings": [
            include("symbols"),
            rule(r"\b[a-z_]\w*?[?!]?:\s+", t.STR_SYMBOL, "operand"),
            rule(_SINGLE, t.STR_SINGLE),
            rule('"', t.STR_DOUBLE, "quoted string"),
            rule("`", t.STR_BACKTICK, "backtick string"),
        ],
        "regex flags": [rule("[mixounse]*", t.STR_REGEX, "#pop")],
        "quoted string": [include("interpolation and escapes"), rule(r'[^\\"#]+|[\\#]', t.STR_DOUBLE), rule('"', t.STR_DOUBLE, "#pop")],
        "quoted symbol": [include("interpolation and escapes"), rule(r'[^\\"#]+|[\\#]', t.STR_SYMBOL), rule('"', t.STR_SYMBOL, "#pop")],
        "backtick string": [
            include("interpolation and escapes"),
            rule(r"[^\\`#]+|[\\#]", t.STR_BACKTICK),
            rule("`", t.STR_BACKTICK, "#pop"),
        ],
        "blanks": [
            include("blanks in line"),
            rule(r"\n\s*", t.TEXT, "operand"),
            rule("#.*$", t.COMMENT_SINGLE),
            rule(r"(?s)=begin\b.*?\n=end\b", t.COMMENT_MULTILINE),
        ],
        "blanks in line": [rule(r"[ \t\r]+", t.TEXT)],
        "root": [
            include("blanks"),
            rule("__END__", t.COMMENT_PREPROC, "after the end"),
            rule("0_?[0-7]+(?:_[0-7]+)*", t.NUM_OCT),
            rule("0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", t.NUM_HEX),
            rule("0b[01]+(?:_[01]+)*", t.NUM_BIN),
            rule(r"\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)", t.NUM_FLOAT),
            rule(r"\d+(?:_\d+)*", t.NUM_INTEGER),
            rule(r"(?i)@@[a-z_]\w*", t.NAME_VARIABLE_CLASS),
            rule(r"(?i)@[a-z_]\w*", t.NAME_VARIABLE_INSTANCE),
            rule(r"\$\w+|\$[!@&`'+~=/\\,;.<>_*\$?:\"]|\$-[0adFiIlpvw]", t.NAME_VARIABLE_GLOBAL),
            rule("::", t.OPERATOR),
            include("strings"),
            rule(_any(KEYWORDS) + r"(?=\W|$)", t.KEYWORD, "operand"),
            rule(_any(PSEUDO) + r"\b", t.KEYWORD_PSEUDO, "operand"),
            rule(r"(module)(\s+)([a-zA-Z_][a-zA-Z0-9_]*(?:::[a-zA-Z_][a-zA-Z0-9_]*)*)", (t.KEYWORD, t.TEXT, t.NAME_NAMESPACE)),
            rule(r"(def\b)(\s*)", (t.KEYWORD, t.TEXT), "function name"),
            rule(r"(class\b)(\s*)", (t.KEYWORD, t.TEXT), "class name"),
            rule(_any(QUESTIONS) + r"\?", t.NAME_BUILTIN, "operand"),
            rule("(?:chomp|chop|exit|gsub|sub)!", t.NAME_BUILTIN, "operand"),
            rule(_any(BUILTINS) + r"\b", t.NAME_BUILTIN, "call"),
            include("heredocs"),
            rule(r"\.{2,3}", t.OPERATOR, "operand"),
            rule("[A-Z][a-zA-Z0-9_]*", t.NAME_CONSTANT, "call"),
            rule(r"(\.|::)(\s*)([a-z_]\w*[!?]?|[*%&^`~+-/\[<>=])", (t.PUNCTUATION, t.TEXT, t.NAME_FUNCTION), "call"),
            rule(r"[a-zA-Z_]\w*[?!]", t.NAME, "operand"),
            rule(r"[a-zA-Z_]\w*", t.NAME, "call"),
            rule(r"\*\*|<<?|>>?|>=|<=|<=>|=~|={3}|!~|&&?|\|\||\.", t.OPERATOR, "operand"),
            rule(r"[-+/*%=<>&!^|~]=?", t.OPERATOR, "operand"),
            rule(r"\?", t.PUNCTUATION, ("ternary", "operand")),
            rule(r"[\[({,:\\;/]", t.PUNCTUATION, "operand"),
            rule(r"[\])}]", t.PUNCTUATION),
        ],
        "heredocs": [
            rule(r"(<<[-~]?)([\"`']?)([a-zA-Z_]\w*)(\2)", _heredoc),
            rule(r"(<<[-~]?)([\"'])(\2)", _empty_heredoc),
        ],
        "heredoc queue": [rule(r"(?=\n)", t.TEXT, "#goto:heredoc bodies"), include("root")],
        "heredoc bodies": [
            include("interpolation and escapes"),
            rule(r"\n", t.STR_HEREDOC, "heredoc end"),
            rule(r"[#\\\n]|[^#\\\n]+", t.STR_HEREDOC),
        ],
        "heredoc end": [rule(r"[^#\\\n]*$", _heredoc_line), rule("", t.TEXT, "#pop")],
        "function name": [
            rule(r"\s+", t.TEXT),
            rule(r"\(", t.PUNCTUATION, "parameters"),
            rule(
                r"(?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&\|^`~]|\[\]=?|<<?|>>?|<=>?|>=|===?)",
                (t.NAME_CLASS, t.OPERATOR, t.NAME_FUNCTION),
                "#pop",
            ),
            rule("", t.TEXT, "#pop"),
        ],
        "class name": [
            rule(r"\s+", t.TEXT),
            rule(r"\w+(?:::\w+)+", t.NAME_CLASS),
            rule(r"\(", t.PUNCTUATION, ("parameters", "operand")),
            rule("<<", t.OPERATOR, "#goto:operand"),
            rule(r"[A-Z_]\w*", t.NAME_CLASS, "#pop"),
            rule("", t.TEXT, "#pop"),
        ],
        "ternary": [
            rule(r"(:)(\s+)", (t.PUNCTUATION, t.TEXT), "#goto:operand"),
            rule(r":(?![^#\n]*?[:\\])", t.PUNCTUATION, "#goto:operand"),
            include("root"),
        ],
        "parameters": [
            rule(r"(\))(\.|::)?", (t.PUNCTUATION, t.OPERATOR), "#pop"),
            rule(r"\(", t.PUNCTUATION, ("parameters", "operand")),
            include("root"),
        ],
        "interpolated": [rule(r"\}", t.STR_INTERPOL, "#pop"), include("root")],
        "interpolation": [rule(r"#\{", t.STR_INTERPOL, "interpolated"), rule(r"(?i)#(?:@@?|\$)[a-z_]\w*", t.STR_INTERPOL)],
        "interpolation and escapes": [include("interpolation"), rule(ESCAPED, t.STR_ESCAPE), rule(r"\\.", t.STR_ESCAPE)],
        # After a name: without a blank before it a slash divides, after one it may begin a regex.
        "call": [rule("[/%]", t.OPERATOR, "#goto:operand"), rule(r"(?=\n)", t.TEXT, "#pop"), rule("", t.TEXT, "#goto:call with blank")],
        "call with blank": [
            include("blanks"),
            rule("[%/]=", t.OPERATOR, "#goto:operand"),
            rule(r"/(?=\S|\s*/)", t.STR_REGEX, "#goto:regex"),
            include("sigils"),
            rule(r"(?=\s*/)", t.TEXT, "#pop"),
            rule(r"\s+", t.TEXT, "#goto:operand"),
            rule("", t.TEXT, "#pop"),
        ],
        "operand": [
            include("blanks in line"),
            rule("/", t.STR_REGEX, "#goto:regex"),
            rule(r"\?(?:\\[MC]-)*(?:\\(?:[\\abefnrstv#\"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\S)(?!\w)", t.STR_CHAR, "#pop"),
            rule(r"(\s*)(%[rqswQWxiI]? \S* )", (t.TEXT, t.STR_OTHER), "#pop"),
            include("sigils"),
            rule("", t.TEXT, "#pop"),
        ],
        "regex": [
            include("interpolation"),
            rule(r"\\\\|\\/|[\\#]|[^\\/#]+", t.STR_REGEX),
            rule("/", t.STR_REGEX, "#goto:regex flags"),
        ],
        "after the end": [rule("(?s).+", t.COMMENT_PREPROC, "#pop")],
    }

    def start(self) -> None:
        """Begin where an operand is expected."""
        self.push("operand")
        self.heredocs = []
