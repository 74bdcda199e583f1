"""Languages that have no lexer here are lexed by Pygments: the classes are Rouge's, where they stand may differ."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pyjekyll.highlight.lexer import Chunks, Lexer

if TYPE_CHECKING:
    from pygments.token import _TokenType

# What Pygments calls a language that Rouge has under another name, or the nearest that it has.
_STAND_INS = {
    "biml": "xml",
}


@cache
def adapt(tag: str, names: tuple[str, ...]) -> type[Lexer]:
    """Return a lexer class for Rouge's language `tag`, known to Pygments by one of `names`; plain text if by none."""
    pygments_class = _find(tag, names)
    if pygments_class is None:
        from pyjekyll.highlight.lexers.plaintext import PlainText

        return type(f"Plain_{tag}", (PlainText,), {"tag": tag})
    return type(f"Pygments_{tag}", (PygmentsLexer,), {"tag": tag, "pygments_class": pygments_class})


def _find(tag: str, names: tuple[str, ...]) -> Any:
    from pygments.lexers import find_lexer_class_by_name
    from pygments.util import ClassNotFound

    for name in (_STAND_INS.get(tag, tag), *names):
        try:
            return find_lexer_class_by_name(name)
        except ClassNotFound:
            continue
    return None


class PygmentsLexer(Lexer):
    """Hand text to a Pygments lexer and name its tokens as Rouge does."""

    pygments_class: Any = None

    def stream(self, text: str, out: Chunks) -> None:
        lexer = self.pygments_class(stripnl=False, stripall=False, ensurenl=False)
        for token, value in lexer.get_tokens(text):
            out.append((_short_name(token), value))


@cache
def _short_name(token: _TokenType) -> str:
    from pygments.token import STANDARD_TYPES

    from pyjekyll.highlight import tokens

    while token not in STANDARD_TYPES and token.parent is not None:
        token = token.parent
    name = STANDARD_TYPES[token]
    return name if name in tokens.PARENT or name in tokens.PARENT.values() or name in ("err", "x") else ""
