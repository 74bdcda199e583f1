"""What lexers of templates share that have indentation in place of end tags: Haml, Slim."""

from __future__ import annotations

from importlib import import_module
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, include, rule
from pyjekyll.highlight.lexer import Lexer
from pyjekyll.highlight.lexers._indented import IndentedLexer, indentation
from pyjekyll.highlight.lexers.html import Html
from pyjekyll.highlight.lexers.plaintext import PlainText
from pyjekyll.highlight.lexers.ruby import Ruby
from pyjekyll.ruby.text import strip


class IndentedTemplateLexer(IndentedLexer):
    """A lexer of templates with Ruby and HTML in them, and blocks of other languages."""

    languages: ClassVar[dict[str, str]] = {}  # the languages of blocks, as in the table of lexers

    def configure(self) -> None:
        """Make the lexers for what is in the template."""
        self.ruby = Ruby(self.options)
        self.html = Html(self.options)
        self.blocks: dict[str, Lexer] = {"ruby": self.ruby}
        self.block_lexer: Lexer | None = None

    def start(self) -> None:
        super().start()
        self.ruby.reset()
        self.html.reset()

    def find_block_lexer(self, name: str) -> Lexer | None:
        """Return the lexer for a block of a language, None if it is not known."""
        if name not in self.blocks and name in self.languages:
            module, _, class_name = self.languages[name].partition(":")
            self.blocks[name] = getattr(import_module(f"pyjekyll.highlight.lexers.{module}"), class_name)(self.options)
        return self.blocks.get(name)


def opens_language_block(lexer: IndentedTemplateLexer, hit: Hit) -> None:
    """Open the block of another language."""
    lexer.emit(t.NAME_DECORATOR, hit[0])
    lexer.pop()
    lexer.open_block("language block")
    lexer.block_lexer = lexer.find_block_lexer(strip(hit[1]))
    if lexer.block_lexer:
        lexer.block_lexer.reset()


def _block_text(lexer: IndentedTemplateLexer, hit: Hit) -> None:
    if lexer.block_lexer:
        lexer.delegate(lexer.block_lexer, hit[0])
    else:
        lexer.emit(t.NAME_DECORATOR, hit[0])


def ruby(lexer: IndentedTemplateLexer, hit: Hit) -> None:
    """Let Ruby's lexer go on with the match."""
    lexer.delegate(lexer.ruby, hit[0])


def html(lexer: IndentedTemplateLexer, hit: Hit) -> None:
    """Let HTML's lexer go on with the match."""
    lexer.delegate(lexer.html, hit[0])


def _open_brace(lexer: IndentedTemplateLexer, hit: Hit) -> None:
    ruby(lexer, hit)
    lexer.push("braces in ruby")


def _close_brace(lexer: IndentedTemplateLexer, hit: Hit) -> None:
    ruby(lexer, hit)
    lexer.pop()


PLAIN = r"(?:[^#\n]|#[^{\n])+"  # up to an interpolation; Rouge's rules for an escaped one are never reached
TEMPLATE_STATES: dict[str, Rules] = {
    "root": [rule(r"\s*\n", t.TEXT), rule(r"\s*", indentation)],
    "end of line": [rule(r"\n", t.TEXT, "#reset")],
    "language block": [rule(PLAIN, _block_text), include("interpolation"), include("end of line")],
    "interpolation": [rule(r"#\{", t.STR_INTERPOL, "interpolated")],
    "interpolated": [rule(r"\}", t.STR_INTERPOL, "#pop"), include("braces in ruby")],
    "braces in ruby": [rule(r"\{", _open_brace), rule(r"\}", _close_brace), rule("[^{}]+", ruby)],
}


def language_options(lexer: Lexer, name: str) -> dict[str, Lexer]:
    """Return the lexers that options such as `filters[name]` name, taking them out of the options."""
    keys = [key for key in lexer.options if key.startswith(f"{name}[") and key.endswith("]")]
    return {key[len(name) + 1 : -1]: lexer.lexer_option(key) or PlainText(lexer.options) for key in keys}
