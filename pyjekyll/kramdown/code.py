"""Code blocks and spans: languages, highlighting, visible white space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.escaping import escape_all, html_attributes
from pyjekyll.kramdown.highlighter import minted
from pyjekyll.kramdown.patterns import HIGH, Lazy
from pyjekyll.kramdown.tokens import Attributes, Token

if TYPE_CHECKING:
    from pyjekyll.kramdown.html_renderer import KramdownHTMLRenderer, RenderState

_WORD_BEFORE = rf"(?<![A-Za-z0-9_{HIGH}])"
_LANGUAGE = Lazy(_WORD_BEFORE + r"language-([^ \t\n\v\f\r]+)")
_SHOW_WHITESPACES = Lazy(_WORD_BEFORE + rf"show-whitespaces(?![A-Za-z0-9_{HIGH}])")
_SPACES = Lazy(r"(?m:(?P<left>^[ \t]+)|(?P<right>[ \t]+$)|[ \t]+)")


def render_code_block(renderer: KramdownHTMLRenderer, token: Token, state: RenderState) -> str:
    """Print a code block: what the highlighter made of it, or escaped."""
    attrs = dict(token.get("attrs") or {})
    classes = attrs.get("class") or ""
    language = _language(attrs)
    if language:
        attrs["class"] = _LANGUAGE.sub("", classes, 1).strip(STRIPPED)
        if not attrs["class"]:
            del attrs["class"]
    call_opts: dict[str, Any] = {}
    highlighted = _highlight(renderer, token["raw"], token["lang"] or language, "block", call_opts, state)
    spaces = " " * state.indent
    if highlighted is not None:
        _add_highlighter_class(attrs, language or call_opts.get("default_lang"), state)
        return f"{spaces}<div{html_attributes(attrs)}>{highlighted}{spaces}</div>\n"
    code = escape_all(token["raw"]).removesuffix("\n")
    if _SHOW_WHITESPACES.search(classes):
        code = _SPACES.sub(_visible, code)
    code_attrs: Attributes = {"class": f"language-{language}"} if language else {}
    return f"{spaces}<pre{html_attributes(attrs)}><code{html_attributes(code_attrs)}>{code}\n</code></pre>\n"


def render_code_span(renderer: KramdownHTMLRenderer, token: Token, state: RenderState) -> str:
    """Print a code span; its language stays in the class."""
    attrs = dict(token.get("attrs") or {})
    language = _language(attrs)
    call_opts: dict[str, Any] = {}
    code = _highlight(renderer, token["raw"], language, "span", call_opts, state)
    if code is None:
        code = escape_all(token["raw"])
    else:
        _add_highlighter_class(attrs, language or call_opts.get("default_lang"), state)
    return f"<code{html_attributes(attrs)}>{code}</code>"


def _language(attrs: Attributes) -> str | None:
    found = _LANGUAGE.search(attrs.get("class") or "")
    return found[1] if found else None


def _highlight(
    renderer: KramdownHTMLRenderer, text: str, language: str | None, kind: str, call_opts: dict[str, Any], state: RenderState
) -> str | None:
    name = state.options.syntax_highlighter
    if name == "rouge" and renderer.highlighter is not None:
        return renderer.highlighter(text, language, kind, call_opts, state.options.syntax_highlighter_opts)
    if name == "minted":
        return minted(text, language, kind, call_opts, state.options.syntax_highlighter_opts)
    if name is not None and name != "rouge":
        state.document.warn(f"The configured syntax highlighter {name} is not available.")
    return None


def _add_highlighter_class(attrs: Attributes, language: str | None, state: RenderState) -> None:
    """Add the highlighter's class, and the language at the front."""
    classes = f"{attrs.get('class') or ''} highlighter-{state.options.syntax_highlighter}".lstrip(STRIPPED)
    if language:
        # Only a language at the very front is replaced; one further back stays and is said twice.
        front = _LANGUAGE.match(classes)
        classes = f"language-{language}" + (classes[front.end() :] if front else f" {classes}")
    attrs["class"] = classes


def _visible(m: Any) -> str:
    suffix = "-l" if m["left"] else "-r" if m["right"] else ""
    tab, space = f'<span class="ws-tab{suffix}">\t</span>', f'<span class="ws-space{suffix}">&#8901;</span>'
    return "".join([tab if char == "\t" else space for char in m.group()])

