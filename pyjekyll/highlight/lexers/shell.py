"""Shell scripts: sh, bash, zsh, ksh."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, include, rule

_KEYWORDS = any_of("if fi else while do done for then return function select continue until esac elif in")

_BUILTINS = any_of("""
    alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit export
    false fc fg getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly set shift shopt
    source suspend test time times trap true type typeset ulimit umask unalias unset wait

    cat tac nl od base32 base64 fmt pr fold head tail split csplit wc sum cksum b2sum md5sum sha1sum sha224sum
    sha256sum sha384sum sha512sum sort shuf uniq comm ptx tsort cut paste join tr expand unexpand ls dir vdir
    dircolors cp dd install mv rm shred link ln mkdir mkfifo mknod readlink rmdir unlink chown chgrp chmod touch df du
    stat sync truncate echo printf yes expr tee basename dirname pathchk mktemp realpath pwd stty printenv tty id
    logname whoami groups users who date arch nproc uname hostname hostid uptime chcon runcon chroot env nice nohup
    stdbuf timeout kill sleep factor numfmt seq tar grep sudo awk sed gzip gunzip
""")


def _open_heredoc(lexer: Shell, hit: Hit) -> None:
    lexer.groups(hit, t.OPERATOR, t.TEXT, t.STR_HEREDOC, t.STR_HEREDOC, t.NAME_CONSTANT, t.STR_HEREDOC)
    lexer.heredoc_end = re.escape(hit[5])
    lexer.push("heredoc")


def _heredoc_word(lexer: Shell, hit: Hit) -> None:
    if hit[1] == lexer.heredoc_end:
        lexer.emit(t.NAME_CONSTANT, hit[0])
        lexer.pop(2)
    else:
        lexer.emit(t.STR_HEREDOC, hit[0])


class Shell(RegexLexer):
    """Lex shell scripts."""

    tag = "shell"
    heredoc_end = ""
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule("#.*$", t.COMMENT),
            # A keyword takes the blanks after it with it, but only up to a word.
            rule(rf"\b{_KEYWORDS}\s*\b", t.KEYWORD),
            rule(r"\bcase\b", t.KEYWORD, "case"),
            rule(rf"\b{_BUILTINS}\s*\b(?![.-])", t.NAME_BUILTIN),
            rule(r"\.(?=\s)", t.NAME_BUILTIN),
            rule(r"(\w+)(=)", (t.NAME_VARIABLE, t.OPERATOR)),
            rule(r"[\[\]{}()!=>]|&&|\|\||<<<", t.OPERATOR),
            rule(r"""(<<-?)(\s*)(['"]?)(\\?)(\w+)(\3)""", _open_heredoc),
            rule(r"\s+", t.TEXT),
            rule(r"\\.", t.STR_ESCAPE),
            rule(r'\$?"', t.STR_DOUBLE, "double quotes"),
            rule(r"\$'", t.STR_SINGLE, "ansi string"),
            rule(r"'", t.STR_SINGLE, "single quotes"),
            rule(r"\*", t.KEYWORD),
            rule(";", t.PUNCTUATION),
            rule(r"--?[\w-]+", t.NAME_TAG),
            rule(r"""[^=*\s{}()$"'`;\\<]+|<""", t.TEXT),
            include("interpolation"),
        ],
        "interpolation": [
            rule(r"\\$|\\.", t.STR_ESCAPE),
            rule(r"\$\(\(", t.KEYWORD, "math"),
            rule(r"\$\(", t.STR_INTERPOL, "command"),
            rule(r"\$\{#?", t.KEYWORD, "braces"),
            rule("`", t.STR_BACKTICK, "backticks"),
            rule(r"\$#?(?:\w+|.)", t.NAME_VARIABLE),
        ],
        "heredoc": [
            rule(r"\n", t.STR_HEREDOC, "heredoc line"),
            rule(r"[^$\n\\]+", t.STR_HEREDOC),
            include("interpolation"),
            rule(r"\$", t.STR_HEREDOC),
        ],
        "heredoc line": [rule(r"\s*(\w+)\s*\n", _heredoc_word), rule("", t.TEXT, "#pop")],
        "double quotes": [
            # A $ before the closing quote is just a $, not the start of $".
            rule(r'(?:\$#?)?"', t.STR_DOUBLE, "#pop"),
            include("interpolation"),
            rule(r'[^"`\\$]+', t.STR_DOUBLE),
        ],
        "ansi string": [
            rule(r"\\.", t.STR_ESCAPE),
            rule(r"[^\\']+", t.STR_SINGLE),
            include("single quotes"),
        ],
        "single quotes": [rule("'", t.STR_SINGLE, "#pop"), rule("[^']+", t.STR_SINGLE)],
        "braces": [
            rule(r"\}", t.KEYWORD, "#pop"),
            rule(":-", t.KEYWORD),
            rule("[a-zA-Z0-9_]+", t.NAME_VARIABLE),
            rule("""[^}:"`'$]+""", t.PUNCTUATION),
            include("root"),
        ],
        "command": [rule(r"\)", t.STR_INTERPOL, "#pop"), rule(r"\(", t.OPERATOR, "parentheses"), include("root")],
        "parentheses": [rule(r"\(", t.OPERATOR, "#push"), rule(r"\)", t.OPERATOR, "#pop"), include("root")],
        "math": [
            rule(r"\)\)", t.KEYWORD, "#pop"),
            rule(r"[-+*/%^|&!]", t.OPERATOR),
            rule(r"\d+(?:#\w+)?", t.NUM),
            include("root"),
        ],
        "case": [
            rule(r"\besac\b", t.KEYWORD, "#pop"),
            rule(r"\|", t.PUNCTUATION),
            rule(r"\)", t.PUNCTUATION, "case branch"),
            include("root"),
        ],
        "case branch": [rule(";;", t.PUNCTUATION, "#pop"), include("root")],
        "backticks": [rule("`", t.STR_BACKTICK, "#pop"), include("root")],
    }
