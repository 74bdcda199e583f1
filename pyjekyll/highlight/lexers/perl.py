"""Perl."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, include, rule
from pyjekyll.highlight.regex import quoted

_KEYWORDS = any_of("""
    case continue do else elsif for foreach if last my next our redo reset then unless until while use print new BEGIN CHECK
    INIT END return
""")
_BUILTINS = any_of("""
    abs accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close closedir connect continue
    cos crypt dbmclose dbmopen defined delete die dump each endgrent endhostent endnetent endprotoent endpwent endservent eof
    eval exec exists exit exp fcntl fileno flock fork format formline getc getgrent getgrgid getgrnam gethostbyaddr
    gethostbyname gethostent getlogin getnetbyaddr getnetbyname getnetent getpeername getpgrp getppid getpriority
    getprotobyname getprotobynumber getprotoent getpwent getpwnam getpwuid getservbyname getservbyport getservent getsockname
    getsockopt glob gmtime goto grep hex import index int ioctl join keys kill last lc lcfirst length link listen local
    localtime log lstat map mkdir msgctl msgget msgrcv msgsnd my next no oct open opendir ord our pack package pipe pop pos
    printf prototype push quotemeta rand read readdir readline readlink readpipe recv redo ref rename require reverse
    rewinddir rindex rmdir scalar seek seekdir select semctl semget semop send setgrent sethostent setnetent setpgrp
    setpriority setprotoent setpwent setservent setsockopt shift shmctl shmget shmread shmwrite shutdown sin sleep socket
    socketpair sort splice split sprintf sqrt srand stat study substr symlink syscall sysopen sysread sysseek system syswrite
    tell telldir tie tied time times tr truncate uc ucfirst umask undef unlink unpack unshift untie utime values vec wait
    waitpid wantarray warn write
""")
_LETTERS = r"a-zA-Z\u017f\u212a"  # with what Ruby folds to one of them
_NAME = rf"[{_LETTERS}_]\w*"
_FLAGS = "[msixpodualngc]*"
# Up to the delimiter that is group 1 and after no backslash; if there is none such, up to the last. Rouge's own regexes take
# exponential time here. They also stop at character 1, meant as the group.
_UP_TO = r"(?:(?>(?:(?!\1)(?:\\(?:\\|\1)|[^\x01]))*)\1|[^\x01]*\1)"
_UP_TO_TWICE = rf"(?:(?>(?:(?!\1)(?:\\(?:\\|\1)|[^\x01]))*)\1{_UP_TO}|[^\x01]*\1[^\x01]*\1)"


_BRACKETS = ((r"\{", r"\}"), ("<", ">"), (r"\[", r"\]"), (r"\(", r"\)"))


def _nesting(opener: str, closer: str) -> Rules:
    return [
        rule(rf"\\[{opener}{closer}\\]?", t.STR_OTHER),
        rule(opener, t.STR_OTHER, "#push"),
        rule(closer, t.STR_OTHER, "#pop"),
        rule(rf"[^{opener}{closer}\\]+", t.STR_OTHER),
    ]


class Perl(RegexLexer):
    """Lex Perl."""

    tag = "perl"
    stand_ins = False  # any character may be a delimiter, which the same one ends
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("#.*", t.COMMENT_SINGLE),
            rule(r"(?s)^=[a-zA-Z0-9]+\s+.*?\n=cut", t.COMMENT_MULTILINE),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(
                r"(format)(\s+)([a-zA-Z0-9_]+)(\s*)(=)(\s*\n)",
                (t.KEYWORD, t.TEXT, t.NAME, t.TEXT, t.PUNCTUATION, t.TEXT),
                "format",
            ),
            rule(r"(?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\b", t.OPERATOR_WORD),
            *(rule(rf"(?:s|tr|y){quoted(*pair)}\s*", t.STR_REGEX, "replacement") for pair in _BRACKETS),
            rule(rf"(?:s|tr|y)(?:\s*(?=[^\w\s])|\s+(?=\w))(.){_UP_TO_TWICE}[msixpodualngcr]*", t.STR_REGEX),
            rule(rf"m?{quoted('/', inside='.')}{_FLAGS}", t.STR_REGEX),
            rule(r"m(?=[/!\\{<\[(@%$])", t.STR_REGEX, "replacement"),
            rule(rf"m(?:\s*(?=[^\w\s])|\s+(?=\w))(.){_UP_TO}{_FLAGS}", t.STR_REGEX),
            rule(r"\s+", t.TEXT),
            rule(rf"(?={_NAME}(?:\s*#.*\n)*\s*=>)", None, "key"),
            rule(rf"{_BUILTINS}\b", t.NAME_BUILTIN),
            rule(r"(?:__(?:DIE|WARN)__|DATA|STD(?:IN|OUT|ERR))\b", t.NAME_BUILTIN_PSEUDO),
            rule(r"""(?s)<<(['"]?)([a-zA-Z_][a-zA-Z0-9_]*)\1;?\n.*?\n\2\n""", t.STR),
            rule(r"__(?:END|DATA)__\b", t.COMMENT_PREPROC, "after the end"),
            rule(r"\$\^[ADEFHILMOPSTWX]", t.NAME_VARIABLE_GLOBAL),
            rule(r"""\$[\\"'\[\]&`+*.,;=%~?@$!<>(^|/_-](?!\w)""", t.NAME_VARIABLE_GLOBAL),
            rule(rf"[$@%&*][$@%&*#_]*(?=[{_LETTERS}{{\[;])", t.NAME_VARIABLE, "variable"),
            rule(r"[-+/*%=<>&^|!\\~]=?", t.OPERATOR),
            rule("0_?[0-7]+(?:_[0-7]+)*", t.NUM_OCT),
            rule("0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", t.NUM_HEX),
            rule("0b[01]+(?:_[01]+)*", t.NUM_BIN),
            rule(r"(?i)\d*(?:_\d*)*\.\d+(?:_\d*)*(?:e[+-]?\d+)?", t.NUM_FLOAT),
            rule(r"(?i)\d+(?:_\d*)*e[+-]?\d+(?:_\d*)*", t.NUM_FLOAT),
            rule(r"\d+(?:_\d+)*", t.NUM_INTEGER),
            rule("'", t.PUNCTUATION, "single quotes"),
            rule('"', t.PUNCTUATION, "double quotes"),
            rule("`", t.PUNCTUATION, "backticks"),
            rule(r"q[qwrx]?\{", t.STR_OTHER, "braces"),
            rule(r"q[qwrx]?\(", t.STR_OTHER, "parentheses"),
            rule(r"q[qwrx]?\[", t.STR_OTHER, "square brackets"),
            rule("q[qwrx]?<", t.STR_OTHER, "angle brackets"),
            rule(r"(?s)q[qwrx]?(\W).*?\1", t.STR_OTHER),
            rule(r"sub\s+", t.KEYWORD, "function name"),
            rule(r"\[\]|::|\.{1,3}", t.OPERATOR),
            rule(r"[()\[\]:;,?{}]", t.PUNCTUATION),
            rule(r"(?=\w)", None, "name"),
        ],
        # What a substitution puts in, and what a match looks for; after any delimiter.
        "replacement": [
            rule(rf"{quoted('/')}[egimosx]*", t.STR_REGEX, "#pop"),
            rule(rf"{quoted('!')}[egimosx]*", t.STR_REGEX, "#pop"),
            rule(r"\\(?:\\\\|[^\\])*\\[egimosx]*", t.STR_REGEX, "#pop"),
            *(rule(rf"{quoted(*pair)}[egimosx]*", t.STR_REGEX, "#pop") for pair in _BRACKETS),
            *(rule(rf"{quoted(mark)}[egimosx]*", t.STR_REGEX, "#pop") for mark in ("@", "%", r"\$")),
        ],
        "format": [rule(r"\.\n", t.STR_INTERPOL, "#pop"), rule(r".*?\n", t.STR_INTERPOL)],
        "key": [
            rule("#.*", t.COMMENT_SINGLE),
            rule(r"\w+", t.STR),
            rule(r"\s+", t.TEXT),
            rule("=>", t.OPERATOR, "#pop"),
        ],
        "names": [rule(r"\w+::", t.NAME_NAMESPACE), rule(r"[\w:]+", t.NAME_VARIABLE, "#pop")],
        "variable": [rule(r"\s+", t.TEXT), rule(r"[{\[),;]", t.PUNCTUATION, "#pop"), include("names")],
        "name": [include("names"), rule(r"(?=\W)", None, "#pop")],
        "function name": [
            rule(r"[a-zA-Z_]\w*[!?]?", t.NAME_FUNCTION),
            rule(r"\s+", t.TEXT),
            rule(r"(\([$@%]*\))(\s*)", (t.PUNCTUATION, t.TEXT)),
            rule(r".*?\{|;", t.PUNCTUATION, "#pop"),
        ],
        "single quotes": [
            rule(r"\\[\\']", t.STR_ESCAPE),
            rule(r"[^\\']+|\\", t.STR_SINGLE),
            rule("'", t.PUNCTUATION, "#pop"),
        ],
        "double quotes": [
            include("interpolation"),
            rule(r'\\(?:[\\tnrabefluLUE"$@]|0\d{2}|o\{\d+\}|x\h{2}|x\{\h+\}|c.|N\{[^}]+\})', t.STR_ESCAPE),
            rule(r'[^\\"]', t.STR_DOUBLE),
            rule('"', t.PUNCTUATION, "#pop"),
            rule(r"\\", t.STR_ESCAPE),
        ],
        "backticks": [
            include("interpolation"),
            rule(r"\\[\\tnr`]", t.STR_ESCAPE),
            rule(r"[^\\`]", t.STR_BACKTICK),
            rule("`", t.PUNCTUATION, "#pop"),
        ],
        "braces": _nesting(*_BRACKETS[0]),
        "angle brackets": _nesting(*_BRACKETS[1]),
        "square brackets": _nesting(*_BRACKETS[2]),
        "parentheses": _nesting(*_BRACKETS[3]),
        "interpolation": [rule(r"[$@]\{", t.STR_INTERPOL, "interpolated"), rule(rf"[$@]{_NAME}", t.STR_INTERPOL)],
        "interpolated": [
            rule(r"\}", t.STR_INTERPOL, "#pop"),
            rule(r"\s+", t.TEXT),
            rule(_NAME, t.STR_INTERPOL),
        ],
        "after the end": [rule("(?s).+", t.COMMENT_PREPROC, "#pop")],
    }
