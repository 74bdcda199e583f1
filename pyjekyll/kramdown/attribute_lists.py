"""Attribute lists: the text between `{:` and `}`."""

from __future__ import annotations

from collections.abc import Mapping

from pyjekyll.kramdown.characters import STRIPPED
from pyjekyll.kramdown.patterns import ID, WS, Lazy
from pyjekyll.kramdown.tokens import Attributes

# kramdown means "no closing quote" by the \x02 it excludes; its pattern says the octal character, and so must ours.
_ITEM = Lazy(
    rf"""(?:\A|{WS})(?:
        (?P<key>{ID})=(?P<quote>["'])(?P<value>(?:\\\}}|\\(?P=quote)|[^}}\x02])*?)(?P=quote)
      | (?P<ref>{ID})
      | (?P<chain>(?:\#[A-Za-z][A-Za-z0-9_:-]*|\.[^ \t\n\v\f\r.\#]+)+)
    )(?={WS}|\n?\Z)""",
    64,  # re.VERBOSE
)
_LINK = Lazy(r"#(?P<id>[A-Za-z][A-Za-z0-9_:-]*)|\.(?P<class>[^ \t\n\v\f\r.#]+)")


class AttributeList:
    """Attributes in their order, and references to named lists."""

    __slots__ = ("attrs", "refs")

    def __init__(self) -> None:
        self.attrs: dict[str, str] = {}
        self.refs: list[str] = []

    def add(self, text: str) -> bool:
        """Take over the items of the text; False if it has none that fit (a warning in kramdown)."""
        stripped = text.strip(STRIPPED)
        if not stripped or stripped == ":":
            return True
        found = False
        for item in _ITEM.finditer(text):
            found = True
            if item["ref"]:
                self.refs.append(item["ref"])
            elif item["chain"]:
                self._add_chain(item["chain"])
            else:
                self.attrs[item["key"]] = item["value"].replace("\\}", "}").replace("\\" + item["quote"], item["quote"])
        return found

    def _add_chain(self, chain: str) -> None:
        for link in _LINK.finditer(chain):
            if link["class"]:
                add_class(self.attrs, link["class"])
            else:
                self.attrs["id"] = link["id"]

    def merge(self, other: AttributeList) -> None:
        """Add the other list's items after this one's."""
        self.refs.extend(other.refs)
        _merge(self.attrs, other.attrs)

    def apply(self, attrs: Attributes, named: Mapping[str, AttributeList]) -> None:
        """Write the attributes to an element's: first those referred to, then the own."""
        self._apply(attrs, named, ())

    def _apply(self, attrs: Attributes, named: Mapping[str, AttributeList], seen: tuple[AttributeList, ...]) -> None:
        for ref in self.refs:
            referred = named.get(ref)
            # A list that refers to itself overflows Ruby's stack; here it counts once.
            if referred is not None and referred not in seen:
                referred._apply(attrs, named, (*seen, self))
        _merge(attrs, self.attrs)


def add_class(attrs: dict[str, str] | Attributes, name: str | None) -> None:
    """Append a class name to the classes there are."""
    attrs["class"] = f"{attrs.get('class') or ''} {name or ''}".lstrip(STRIPPED)


def _merge(attrs: dict[str, str] | Attributes, other: dict[str, str]) -> None:
    for key, value in other.items():
        if key == "class":
            add_class(attrs, value)
        else:
            attrs[key] = value
