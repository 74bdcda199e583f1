"""Pieces of HTML as trees, read and written as libxml2 does: the plugins that edit finished HTML print what it prints.

The writer breaks lines inside and after block elements, decodes entities, drops void elements' slashes and escapes URLs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _words("area base basefont br col frame hr img input isindex link meta param")
# Blocks of HTML 4; the writer knows no later element, and breaks no lines for those.
_BLOCKS = _words(
    "address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form frame frameset h1 h2 h3 h4 h5 h6 head hr html "
    "isindex legend li link menu meta noframes noscript ol optgroup option p param pre style table tbody td tfoot th thead title tr ul"
)
_FRAME = ("html", "head", "body")
_BOOLEAN = _words("checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected")
_H = "fieldset form li p table"
_PRE = "dd dl dt fieldset form li table ul"
# Which start tags end which open element.
_CLOSES = {
    opened: _words(closers)
    for opened, closers in {
        "a": "a fieldset table td th",
        "address": "dd dl dt form li ul",
        "b": "center p td th",
        "big": "p",
        "caption": "col colgroup tbody tfoot thead tr",
        "colgroup": "colgroup tbody tfoot thead tr",
        "dd": "dt",
        "dir": "dd dl dt form ul",
        "dl": "form li",
        "dt": "dd dl",
        "font": "center td th",
        "form": "form",
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _H),
        "i": "center p td th",
        "legend": "fieldset",
        "li": "li",
        "menu": "dd dl dt form ul",
        "ol": "form ul",
        "option": "optgroup option",
        "p": "address blockquote caption center col colgroup dd dir div dl dt fieldset form frameset h1 h2 h3 h4 h5 h6 hr li menu ol p pre table "
        "tbody td tfoot th title tr ul xmp listing",
        **dict.fromkeys(("pre", "xmp", "listing"), _PRE),
        **dict.fromkeys(("s", "small", "strike", "tt"), "p"),
        "span": "td th",
        "tbody": "tbody tfoot",
        **dict.fromkeys(("td", "th"), "tbody td tfoot th tr"),
        "tfoot": "tbody",
        "thead": "tbody tfoot",
        "title": "frameset",
        "tr": "tbody tfoot tr",
        "u": "p td th",
        "ul": "address form menu ol pre",
    }.items()
}
_PRIORITY = {"div": 150, "td": 160, "th": 160, "tr": 170, "thead": 180, "tbody": 180, "tfoot": 180, "table": 190}
# A bare value ends at a blank or `>` only, whatever quotes and slashes are in it.
_TAG = re.compile(
    r"""<!--(?P<comment>.*?)--!?>|<!(?i:doctype)[^>]*>|<\?(?P<instruction>[A-Za-z_:][^>]*)>|</(?P<end>[A-Za-z_:][\w:.-]*)[^>]*>"""
    r"""|<(?P<start>[A-Za-z_:][\w:.-]*)(?P<attributes>(?>=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?|[^>=])*?)(?P<closed>/)?>""",
    re.DOTALL | re.ASCII,
)
# What begins no text where it begins nothing else either.
_LOST = ("</", "<?", "<!--")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?|\S+""", re.ASCII)
# Nokogiri's own pattern lets line ends into the space as well, which finds the same and takes long where many lines are empty.
_STARTS_WITH_BODY = re.compile("^[ \t\r\f\v]*<body", re.IGNORECASE | re.MULTILINE)
_REFERENCE = re.compile(r"&#[xX]([0-9a-fA-F]*);?|&#([0-9]*);?|&([A-Za-z][A-Za-z0-9]*);")
# What XML allows in no document: it gets lost.
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Node:
    """Base of texts, elements, comments and instructions."""

    parent: Element | None = None

    def html(self) -> str:
        """Return the node as HTML."""
        raise NotImplementedError

    def ancestors(self) -> Iterator[Element]:
        """Yield the elements that the node lies in, innermost first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


class Text(Node):
    """Text, entities decoded."""

    def __init__(self, text: str) -> None:
        self.text = text

    def html(self) -> str:
        """Return the text escaped, but in scripts and styles."""
        if self.parent is not None and self.parent.name in ("script", "style"):
            return self.text
        return escape(self.text)


class Verbatim(Node):
    """A comment or an instruction, or HTML that stays as it is."""

    def __init__(self, markup: str) -> None:
        self.markup = markup

    def html(self) -> str:
        """Return it."""
        return self.markup


class Element(Node):
    """An element; a fragment is one without a name. `has_prefixes` says of a fragment whether some name in it has one."""

    has_prefixes = False

    def __init__(self, name: str, attributes: dict[str, str | None] | None = None) -> None:
        self.name, self.attributes, self.children = name, attributes or {}, list[Node]()

    def append(self, node: Node) -> None:
        """Add a child; texts in a row become one."""
        last = self.children[-1] if self.children else None
        if isinstance(node, Text) and isinstance(last, Text):
            last.text += node.text
            return
        node.parent = self
        self.children.append(node)

    def replace(self, node: Node, others: list[Node]) -> None:
        """Put other nodes in a child's place."""
        place = self.children.index(node)
        self.children[place : place + 1] = others
        for other in others:
            other.parent = self

    def walk(self) -> Iterator[Node]:
        """Yield every node below, in the order of the text."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            yield node
            if isinstance(node, Element):
                stack += node.children[::-1]

    @property
    def text(self) -> str:
        """Return all text below."""
        return "".join(node.text for node in self.walk() if isinstance(node, Text))

    @property
    def is_block(self) -> bool:
        """Say whether lines are broken around the element's children."""
        return self.name in _BLOCKS

    def html(self) -> str:
        """Return the element with all that is in it."""
        if not self.name:
            return "".join(child.html() for child in self.children)
        start = f"<{self.name}{_attributes_html(self.name, tuple(self.attributes.items())) if self.attributes else ''}>"
        if self.name in VOID or (not self.children and self.name == "li"):
            return start
        if not self.children:
            return f"{start}</{self.name}>"
        inner = "".join(child.html() + self._line_end(index) for index, child in enumerate(self.children))
        # No line breaks next to text, around an only child, or in what begins with p (paragraphs, pre, param).
        broken = self.is_block and len(self.children) > 1 and not self.name.startswith("p")
        opened = "\n" if broken and not isinstance(self.children[0], Text) else ""
        closed = "\n" if broken and not isinstance(self.children[-1], Text) else ""
        return f"{start}{opened}{inner}{closed}</{self.name}>"

    def _line_end(self, index: int) -> str:
        child = self.children[index]
        if not isinstance(child, Element) or not child.is_block or self.name.startswith("p") or index + 1 == len(self.children):
            return ""
        return "" if isinstance(self.children[index + 1], Text) else "\n"


# The pages of a site have most of their tags in common.
@lru_cache(4096)
def _attributes_html(element: str, attributes: tuple[tuple[str, str | None], ...]) -> str:
    return "".join(_attribute_html(element, name, value) for name, value in attributes)


def _attribute_html(element: str, name: str, value: str | None) -> str:
    if value is None or name in _BOOLEAN:
        return f" {name}"
    if name in ("href", "action", "src") or (name == "name" and element == "a"):
        value = quote(value.lstrip(" \t\r\n"), safe="!&'()*~\"#%+,/:;<=>?@").replace('"', "%22")
        return f' {name}="{escape(value)}"'
    value = escape(value)
    return f" {name}='{value}'" if '"' in value and "'" not in value else f' {name}="{value.replace(chr(34), "&quot;")}"'


def escape(text: str) -> str:
    """Return text as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def parse(html: str) -> Element:
    """Read a piece of HTML; what is wrong with it is mended, never an error."""
    root = _tree(_NO_CHARACTER.sub("", html))
    if root.has_prefixes:
        _lose_namespaces(root)
    return root


def _lose_namespaces(root: Element) -> None:
    """Do what Nokogiri does to a piece that it takes out of the page it read it in.

    Every element loses its prefix (`<o:p>` is `<p>`); the attributes with one go behind the others, in the outermost elements only.
    """
    for node in root.walk():
        if isinstance(node, Element):
            node.name = node.name.partition(":")[2] or node.name
            if node.parent is root:
                node.attributes = dict(sorted(node.attributes.items(), key=lambda attribute: ":" in attribute[0]))


def _tree(html: str) -> Element:
    """Return what libxml2 takes for the body: with a line that begins with its tag the element itself, else what is in it."""
    root = Element("")
    if _STARTS_WITH_BODY.search(html) is None:
        _fill(root, html)
        return root
    body = Element("body")
    root.append(body)
    _fill(body, html)
    root.has_prefixes = body.has_prefixes
    return root


def _fill(root: Element, html: str) -> None:
    opened = [root]
    position = surplus = 0  # tags of the page's frame, which is there already; each leaves out an end tag, too
    while (start := html.find("<", position)) >= 0:
        found = _TAG.match(html, start)
        if found is None:
            lost = html.startswith(_LOST, start)
            opened[-1].append(Text(decode(html[position:start]) + ("" if lost else "<")))
            if html.startswith("<!--", start):  # without its end a comment takes all that follows
                return
            position = start + 1 + lost
            continue
        if start > position:
            opened[-1].append(Text(decode(html[position:start])))
        position = found.end()
        kind = found.lastgroup  # of a start tag the last of its groups
        if kind in ("comment", "instruction"):
            opened[-1].append(Verbatim(found[0].replace("--!>", "-->")))
        elif kind is not None:
            name = (found["end"] or found["start"]).lower()
            if name in _FRAME:
                surplus += -1 if kind == "end" else 1
                if surplus < 0 and name != "head":  # behind the body
                    return
                surplus = max(surplus, 0)
            elif kind == "end":
                _close(opened, name)
            else:
                position = _open(opened, name, found, html, position)
    if html[position:]:
        opened[-1].append(Text(decode(html[position:])))


def _open(opened: list[Element], name: str, found: re.Match[str], html: str, position: int) -> int:
    while len(opened) > 1 and name in _CLOSES.get(opened[-1].name, ()):
        opened.pop()
    element = Element(name, dict(_attributes(found["attributes"])))
    if ":" in name or (len(opened) == 1 and any(":" in attribute for attribute in element.attributes)):
        opened[0].has_prefixes = True
    opened[-1].append(element)
    if found["closed"] or name in VOID:
        return position
    if name in ("script", "style"):
        end = re.compile(f"</{name}", re.IGNORECASE).search(html, position)
        stop = end.start() if end else len(html)
        if stop > position:
            element.append(Text(html[position:stop]))
        position = stop
    opened.append(element)
    return position


def _close(opened: list[Element], name: str) -> None:
    priority = _PRIORITY.get(name, 100)
    for depth in range(len(opened) - 1, 0, -1):
        if opened[depth].name == name:
            del opened[depth:]
            return
        if _PRIORITY.get(opened[depth].name, 100) > priority:
            return


@lru_cache(4096)
def _attributes(text: str) -> tuple[tuple[str, str | None], ...]:
    attributes: dict[str, str | None] = {}
    for name, double, single, bare in (found.groups() for found in _ATTRIBUTE.finditer(text)):
        if name and name.lower() not in attributes:
            value = next((each for each in (double, single, bare) if each is not None), None)
            attributes[name.lower()] = None if value is None else decode(value)
    return tuple(attributes.items())


def decode(text: str) -> str:
    """Return text with HTML 4's entities and numeric references decoded; unknown ones stay."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        from html.entities import name2codepoint

        code = 39 if name == "apos" else name2codepoint.get(name)
        return found[0] if code is None else chr(code)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal or 0)
    known = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return _NO_CHARACTER.sub("", chr(code)) if known else ""
