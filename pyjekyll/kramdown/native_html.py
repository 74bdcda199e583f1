"""HTML elements as kramdown's own: what the option `html_to_native` asks for.

Elements that Markdown could have made become such tokens, as far as nothing is lost: so they are numbered, given ids and
laid out like the rest.
"""

from __future__ import annotations

import re

from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.entities import Entity, by_name, by_number
from pyjekyll.kramdown.html_elements import BLOCK_ELEMENTS, SPAN_ELEMENTS, content_model
from pyjekyll.kramdown.native_tables import convert_table, is_simple_table
from pyjekyll.kramdown.options import SMART_QUOTES
from pyjekyll.kramdown.patterns import WS, Lazy
from pyjekyll.kramdown.span.entities import RULE as ENTITY_RULE
from pyjekyll.kramdown.tokens import Token, attributes, is_block

_REMOVE_TEXT = frozenset(["html", "head", "hgroup", "ol", "ul", "dl", "table", "colgroup", "tbody", "thead", "tfoot", "tr", "select", "optgroup"])
_WRAP_TEXT = frozenset(
    [
        "body", "section", "nav", "article", "aside", "header", "footer", "address", "div", "li", "dd", "blockquote", "figure",
        "figcaption", "fieldset", "form"
    ]
)  # fmt: skip
_REMOVE_WHITE_SPACE = _WRAP_TEXT | {"td", "th"}
_STRIP = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "fieldset", "figcaption", "form",
        "footer", "header", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "nav", "p", "section", "td", "th"
    ]
)  # fmt: skip
# Element names and the types of tokens they become.
_SIMPLE = {
    "em": "emphasis", "strong": "strong", "blockquote": "block_quote", "hr": "thematic_break", "br": "linebreak", "img": "image",
    "p": "paragraph", "thead": "table_head", "tbody": "table_body", "tfoot": "table_foot", "tr": "table_row", "td": "table_cell",
    "th": "table_cell", "ul": "list", "ol": "list", "li": "list_item", "dl": "def_list", "dt": "def_list_head",
    "dd": "def_list_item",
}  # fmt: skip
_EMPHASIS = {"em": "emphasis", "i": "emphasis", "strong": "strong", "b": "strong"}
# How kramdown names the types of its tokens where it asks for the content model of an element of that name.
_TYPE_NAMES = {"paragraph": "p", "emphasis": "em", "strong": "strong", "list_item": "li", "def_list_item": "dd",
               "def_list_head": "dt", "heading": "h1",
               "link": "a", "block_quote": "blockquote", "table_cell": "td"}  # fmt: skip
_TYPOGRAPHIC = frozenset(("mdash", "ndash", "hellip", "laquo", "raquo"))
_ENTITY = Lazy(ENTITY_RULE.pattern)
_WHITE_SPACE = Lazy(rf"{WS}+")
_HIGHLIGHTER = Lazy(r"\s+\bhighlighter-\w+\b|\bhighlighter-\w+\b\s*", re.ASCII)
_LANGUAGE = Lazy(r"\blanguage-\S+", re.ASCII)


def to_native(token: Token) -> None:
    """Turn an element, and what is in it, into kramdown's own tokens where that is possible."""
    _process(token, True, False, None)


def _process(token: Token, convert: bool, preserve: bool, parent: Token | None) -> None:
    kind = token["type"]
    if kind in ("html_comment", "html_pi"):
        name = "div" if parent is None else parent["tag"] if parent["type"] == "html_element" else _TYPE_NAMES.get(parent["type"], "")
        token["category"] = "span" if content_model(name) == "span" else "block"
    elif kind == "html_element":
        special = _SPECIAL.get(token["tag"]) if convert else None
        if special:
            special(token)
        else:
            _convert_plain(token, convert, preserve)


def _convert_plain(token: Token, convert: bool, preserve: bool) -> None:
    name = token["tag"]
    if not convert:
        _keep_element(token, convert, preserve)
        return
    if name in _REMOVE_TEXT:
        token["children"] = [child for child in token["children"] if child["type"] != "text"]
    if name in _SIMPLE:
        _become(token, _SIMPLE[name])
        if token["type"] == "list":
            token["ordered"] = name == "ol"
        _process_children(token, convert, preserve)
    else:
        _keep_element(token, convert, preserve)
    if name in _STRIP:
        _strip_white_space(token)
    if name in _REMOVE_WHITE_SPACE:
        _remove_white_space(token)
    if name in _WRAP_TEXT:
        _wrap_text(token)


def _become(token: Token, kind: str) -> None:
    """Change the token's type; of an element's fields only attributes and what is inside stay."""
    kept = {key: token[key] for key in ("attrs", "text", "at") if token.get(key) is not None}
    children = token.get("children") or []
    token.clear()
    token.update({"type": kind, "children": children, **kept})


def _keep_element(token: Token, convert: bool = True, preserve: bool = False) -> None:
    token["category"] = "span" if token["tag"] in SPAN_ELEMENTS else "block"
    token["model"] = content_model(token["tag"]) if convert else "raw"
    token["closed"] = False
    token.pop("ial", None)  # kramdown drops it, too
    _process_children(token, convert, preserve)


def _process_children(token: Token, convert: bool, preserve: bool) -> None:
    children: list[Token] = []
    for child in token["children"]:
        if child["type"] == "text":
            children.extend(_process_text(child["raw"], preserve or not convert))
        else:
            _process(child, convert, preserve, token)
            children.append(child)
    token["children"] = children


def _process_text(text: str, preserve: bool) -> list[Token]:
    """Return the text with its character references as tokens, and white space in single spaces unless preserved."""
    if not preserve:
        text = _WHITE_SPACE.sub(" ", text)
    result: list[Token] = []
    position = 0
    for found in _ENTITY.finditer(text):
        if found.start() > position or not result:
            result.append({"type": "text", "raw": text[position : found.start()]})
        token = _reference(found)
        result.append(token)
        position = found.end() if "original" in token or "name" in token else found.start() + 1
    if position < len(text):
        result.append({"type": "text", "raw": text[position:]})
    return result


def _reference(found: re.Match[str]) -> Token:
    name = found["entity_name"]
    if name in SMART_QUOTES:
        return {"type": "smart_quote", "name": name}
    if name in _TYPOGRAPHIC:
        return {"type": "typographic", "name": name}
    number = int(found["decimal"]) if found["decimal"] else int(found["hexadecimal"], 16) if found["hexadecimal"] else None
    entity = by_name(name) if number is None else by_number(number)
    if entity is None:
        return {"type": "entity", "entity": by_name("amp")}
    return {"type": "entity", "entity": entity, "original": found.group()}


def _strip_white_space(token: Token) -> None:
    children = token["children"]
    if children and children[0]["type"] == "text":
        children[0]["raw"] = children[0]["raw"].lstrip(STRIPPED)
    if children and children[-1]["type"] == "text":
        children[-1]["raw"] = children[-1]["raw"].rstrip(STRIPPED)


def _remove_white_space(token: Token) -> None:
    """Drop blank text at the ends and between blocks."""
    children: list[Token] = token["children"]
    last = len(children) - 1

    def is_superfluous(index: int, child: Token) -> bool:
        if child["type"] != "text" or child["raw"].strip(STRIPPED):
            return False
        return index in (0, last) or (is_block(children[index - 1]) and is_block(children[index + 1]))

    token["children"] = [child for index, child in enumerate(children) if not is_superfluous(index, child)]


def _wrap_text(token: Token) -> None:
    """Put runs of spans into paragraphs without tags."""
    result: list[Token] = []
    in_paragraph = False
    for child in token["children"]:
        if is_block(child) and child["type"] != "text":
            result.append(child)
            in_paragraph = False
            continue
        if not in_paragraph:
            result.append({"type": "block_text", "children": []})
            in_paragraph = True
        result[-1]["children"].append(child)
    token["children"] = result


def _extract_text(token: Token) -> str:
    parts = [token["raw"] if token["type"] == "text" else ""]
    for child in token.get("children") or ():
        parts.append(_extract_text(child))
    return "".join(parts)


def _convert_link(token: Token) -> None:
    if (token.get("attrs") or {}).get("href"):
        _become(token, "link")
        _process_children(token, True, False)
    else:
        _keep_element(token, convert=False)


def _convert_emphasis(token: Token) -> None:
    text = _extract_text(token)
    if text[:1] and (text[0] in " \t\n\v\f\r" or text[-1] in " \t\n\v\f\r"):
        _keep_element(token, convert=False)
    else:
        _become(token, _EMPHASIS[token["tag"]])
        _process_children(token, True, False)


def _convert_heading(token: Token) -> None:
    level = int(token["tag"][1])
    text = _extract_text(token)
    _become(token, "heading")
    token["level"], token["raw_text"] = level, text
    _process_children(token, True, False)


def _convert_textarea(token: Token) -> None:
    _keep_element(token, preserve=True)


def _convert_code(token: Token) -> None:
    """Make code of the element if it holds text alone; other elements in it are passed over."""
    code = "".join(map(_code_character, _process_text(_extract_text(token), True)))
    tag, children, attrs = token["tag"], token["children"], attributes(token)
    _become(token, "codespan" if tag == "code" else "block_code")
    if tag == "code":
        if attrs.get("class"):
            attrs["class"] = _HIGHLIGHTER.sub("", attrs["class"])
    else:
        token["lang"] = None
        inner = (children[0].get("attrs") or {}).get("class") if len(children) == 1 and children[0].get("tag") == "code" else None
        if language := _LANGUAGE.search(inner or ""):
            attrs["class"] = f"{language.group()} {attrs.get('class') or ''}".rstrip()
    if attrs:
        token["attrs"] = attrs
    token["raw"], token["children"] = code, []


def _code_character(token: Token) -> str:
    if token["type"] == "text":
        raw: str = token["raw"]
        return raw
    entity: Entity | None = token.get("entity") or by_name(token["name"])
    return (entity and entity.char) or ""


def _convert_html_table(token: Token) -> None:
    if not is_simple_table(token, BLOCK_ELEMENTS):
        _keep_element(token, convert=False)
        return
    token["children"] = [child for child in token["children"] if child["type"] != "text"]
    _process_children(token, True, False)
    convert_table(token)


def _convert_script(token: Token) -> None:
    kind = (token.get("attrs") or {}).get("type") or ""
    if not re.search(r"\bmath/tex\b", kind):
        _keep_element(token)
        return
    value = token["children"][0]["raw"] if token["children"] else ""
    cdata = re.fullmatch(r"(?:%\s*)?<!\[CDATA\[\n?(.*?)(?:\s%)?\]\]>", value, re.DOTALL)
    attrs = token["attrs"]
    _become(token, "math")
    token["category"] = "block" if "mode=display" in kind else "span"
    token["raw"] = cdata[1] if cdata else value
    attrs.pop("type", None)


_SPECIAL = {
    "a": _convert_link,
    **dict.fromkeys(("em", "strong", "i", "b"), _convert_emphasis),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _convert_heading),
    "textarea": _convert_textarea,
    "code": _convert_code,
    "pre": _convert_code,
    "table": _convert_html_table,
    "script": _convert_script,
}
