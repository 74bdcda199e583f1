"""What templates see of documents, static files, collections and the site (VAR-1 to VAR-11).

Getters are a table per class, in the order in which Jekyll's drops list their keys: `jsonify` and loops show that order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from pyjekyll.liquid.drop import Drop
from pyjekyll.ruby.errors import RubyArgumentError, RubyError, RubyNoMethodError
from pyjekyll.ruby.text import to_s
from pyjekyll.version import JEKYLL_VERSION

Getter = Callable[[Any], Any]


def _unless_own(name: str, method: Callable[[JekyllDrop], Any]) -> Callable[[JekyllDrop], Any]:
    """Return a method that goes over all values; where the data has a key of its name, over which Ruby never ends, the data answers."""
    return lambda drop: drop.fallback()[name] if name in drop.fallback() else method(drop)


def _without_arguments(expected: str) -> Callable[[JekyllDrop], Any]:
    def fail(drop: JekyllDrop) -> Any:
        raise RubyArgumentError(f"wrong number of arguments (given 0, expected {expected})")

    return fail


def _no_enumerator(drop: JekyllDrop) -> Any:
    raise RubyNoMethodError("undefined method `to_liquid' for #<Enumerator>")


_OVER_VALUES: dict[str, Callable[[JekyllDrop], Any]] = {
    "count": lambda drop: len(drop.keys()),
    "max": lambda drop: [drop.in_order()[-1], drop[drop.in_order()[-1]]],
    "min": lambda drop: [drop.in_order()[0], drop[drop.in_order()[0]]],
    "sort": lambda drop: [[key, drop[key]] for key in drop.in_order()],
    "to_hash": lambda drop: drop.to_h(),
    "hash_for_json": lambda drop: drop.to_h(),
}
# Ruby methods that a template can name, needed or not: Liquid lets through what Jekyll's drops define, and these of Enumerable's.
_METHODS: dict[str, Callable[[JekyllDrop], Any]] = {
    **{name: _unless_own(name, method) for name, method in _OVER_VALUES.items()},
    "keys": lambda drop: drop.keys(),
    "content_methods": lambda drop: list(drop.getters),
    "first": lambda drop: drop.command("first"),
    "to_liquid": lambda drop: drop,
    "each_key": _no_enumerator,
    "fetch": _without_arguments("1..2"),
    "merge": _without_arguments("1"),
    "merge!": _without_arguments("1"),
}


class JekyllDrop(Drop):
    """A drop over an object: a getter where there is one, else one of the drop's methods, else the object's own data."""

    getters: ClassVar[dict[str, Getter]] = {}
    methods: ClassVar[dict[str, Callable[[JekyllDrop], Any]]] = _METHODS
    class_name: ClassVar[str] = "Jekyll::Drops::Drop"
    data_name: ClassVar[str] = ""  # the item's attribute behind the getters

    def __init__(self, item: Any) -> None:
        self.item = item

    @classmethod
    def getter_of(cls, key: str) -> Getter | None:
        """Return what answers a look-up of the key: a getter, else the item's own data without the defaults behind it."""
        getter, method = cls.getters.get(key), cls.methods.get(key)
        if getter is None and method is not None:
            return lambda item: method(cls(item))
        if getter is None and cls.data_name:
            return _data_getter(cls.data_name, key)
        return getter

    def fallback(self) -> dict[str, Any]:
        """Return the data behind the getters."""
        return getattr(self.item, self.data_name) if self.data_name else {}

    def __getitem__(self, key: Any) -> Any:
        getter = self.getters.get(key) if key.__class__ is str else None
        if getter is not None:
            return getter(self.item)
        method = self.methods.get(key) if key.__class__ is str else None
        if method is not None:
            return method(self)
        data = self.fallback()
        try:
            return data[key]
        except (KeyError, TypeError):
            return None

    def __setitem__(self, key: str, value: Any) -> None:
        """Set what plugins add to a payload: it lands in the data behind the getters, whose own names cannot be set."""
        if key in self.getters or not self.data_name:
            raise RubyError(f"Key {key} cannot be set in the drop.")
        self.fallback()[key] = value

    def get(self, key: Any, default: Any = None) -> Any:
        """Return a value as a dict does: a page's payload is one."""
        return self[key] if key in self else default  # noqa: SIM401 (that is this method)

    def __contains__(self, key: object) -> bool:
        return key in self.getters or key in self.fallback()

    def keys(self) -> list[Any]:
        """Return the getters' names, then the data's."""
        return list(dict.fromkeys([*self.getters, *self.fallback()]))

    def in_order(self) -> list[Any]:
        """Return the keys in Ruby's order."""
        from pyjekyll.ruby.order import sort

        return sort(self.keys())

    def to_h(self) -> dict[Any, Any]:
        """Return everything as a hash."""
        return {key: self[key] for key in self.keys()}

    def json_value(self, depth: int) -> dict[Any, Any]:
        """Return the hash for jsonify."""
        return self.to_h()

    def ruby_to_s(self) -> str:
        """Print as Ruby prints the class."""
        return self.class_name

    def ruby_inspect(self) -> str:
        """Print as pretty JSON, as Jekyll's drops do."""
        from pyjekyll.ruby.json import pretty_json

        return pretty_json(self.to_h())


def _data_getter(name: str, key: str) -> Getter:
    if name == "data":
        return lambda item: item.data.get(key)
    return lambda item: getattr(item, name).get(key)


def _content(item: Any) -> Any:
    item.site.note_read(item, "content")
    return item.content


def _output(item: Any) -> Any:
    item.site.note_read(item, "output")
    return item.output


def _name(item: Any) -> Any:
    name = item.data["name"]
    return item.basename if name is None or name is False else name


class DocumentDrop(JekyllDrop):
    """A document as templates see it; front matter fills what has no getter."""

    methods = {**_METHODS, "collapse_document": _without_arguments("1")}
    class_name = "Jekyll::Drops::DocumentDrop"
    data_name = "data"
    getters: ClassVar[dict[str, Getter]] = {
        "name": _name,
        "id": lambda item: item.id,
        "relative_path": lambda item: item.relative_path,
        "excerpt": lambda item: to_s(item.data["excerpt"]),
        "title": lambda item: item.data["title"],
        "categories": lambda item: item.data["categories"],
        "collection": lambda item: item.collection.label,
        "next": lambda item: _liquid(item.next_doc),
        "tags": lambda item: item.data["tags"],
        "previous": lambda item: _liquid(item.previous_doc),
        "content": _content,
        "output": _output,
        "path": lambda item: item.relative_path,
        "url": lambda item: item.url,
        "date": lambda item: item.date,
    }

    def ruby_to_s(self) -> str:
        """Print the document's output, else its content."""
        return self.item.ruby_to_s()  # type: ignore[no-any-return]

    def json_value(self, depth: int) -> dict[Any, Any]:
        """Return the hash for jsonify: from the second level on, neighbours lose their long and nested fields."""
        values = self.to_h()
        if depth >= 2:
            for key in ("previous", "next"):
                if values[key] is not None:
                    values[key] = {name: values[key][name] for name in values[key].keys() if name not in _LONG_FIELDS}  # noqa: SIM118 a drop iterates otherwise
        return values


_LONG_FIELDS = ("content", "output", "excerpt", "next", "previous")


class ExcerptDrop(JekyllDrop):
    """An excerpt as the templates in it see their page."""

    methods = DocumentDrop.methods
    class_name = "Jekyll::Drops::ExcerptDrop"
    data_name = "data"
    getters: ClassVar[dict[str, Getter]] = {
        "name": lambda item: _name(item.doc),
        "date": lambda item: item.doc.date,
        "excerpt": lambda item: None,
        "layout": lambda item: item.doc.data["layout"],
        "id": lambda item: item.id,
        "relative_path": lambda item: item.relative_path,
        "title": lambda item: item.data["title"],
        "categories": lambda item: item.data["categories"],
        "collection": lambda item: item.doc.collection.label,
        "next": lambda item: _liquid(item.doc.next_doc),
        "tags": lambda item: item.data["tags"],
        "previous": lambda item: _liquid(item.doc.previous_doc),
        "content": lambda item: item.content,
        "output": lambda item: item.text(),  # which never ends where the excerpt itself asks for it
        "path": lambda item: item.relative_path,
        "url": lambda item: item.url,
    }

    def ruby_to_s(self) -> str:
        """Print the rendered excerpt."""
        return self.item.text()  # type: ignore[no-any-return]


class StaticFileDrop(JekyllDrop):
    """A static file as templates see it: it has no `url`."""

    class_name = "Jekyll::Drops::StaticFileDrop"
    data_name = "data"
    getters: ClassVar[dict[str, Getter]] = {
        "name": lambda item: item.name,
        "basename": lambda item: item.basename,
        "extname": lambda item: item.ext,
        "path": lambda item: item.relative_path,
        "collection": lambda item: item.type,
        "modified_time": lambda item: item.modified_time,
    }


class CollectionDrop(JekyllDrop):
    """A collection as templates see it; its settings fill what has no getter."""

    class_name = "Jekyll::Drops::CollectionDrop"
    data_name = "metadata"
    getters: ClassVar[dict[str, Getter]] = {
        "label": lambda item: item.label,
        "files": lambda item: item.files,
        "docs": lambda item: item.docs,
        "output": lambda item: item.output,
        "relative_directory": lambda item: item.relative_directory,
        "directory": lambda item: item.directory,
    }

    def ruby_to_s(self) -> str:
        """Print the documents as a Ruby list."""
        return "[" + ", ".join(f"#<Jekyll::Document {doc.relative_path} collection={doc.collection.label}>" for doc in self.item.docs) + "]"


def _pages(site: Any) -> Any:
    if site.recorder is not None:
        site.recorder.pages_read()
    return site.pages


class SiteDrop(JekyllDrop):
    """The site as templates see it: collections by label, the getters, then every configuration key."""

    class_name = "Jekyll::Drops::SiteDrop"
    data_name = "config"
    getters: ClassVar[dict[str, Getter]] = {
        "posts": lambda site: site.cached("posts", site.posts_newest_first),
        "time": lambda site: site.time,
        "html_pages": lambda site: site.cached("html_pages", site.html_pages),
        "config": lambda site: None,
        "documents": lambda site: site.cached("documents", lambda: site.documents),
        "pages": _pages,
        "data": lambda site: site.site_data,
        "categories": lambda site: site.categories,
        "related_posts": lambda site: site.related_posts,
        "tags": lambda site: site.tags,
        "static_files": lambda site: site.static_files,
        "collections": lambda site: site.cached("collections", lambda: _collections(site)),
    }

    @classmethod
    def getter_of(cls, key: str) -> Getter | None:
        """Return a getter that looks for a collection first."""
        getter = super().getter_of(key)
        if getter is None or key == "posts":
            return getter
        own = getter

        def find(site: Any) -> Any:
            collection = site.collections.get(key)
            return own(site) if collection is None else collection.docs

        return find

    def __getitem__(self, key: Any) -> Any:
        if key != "posts" and key.__class__ is str and key in self.item.collections:
            return self.item.collections[key].docs
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        return (key != "posts" and key in self.item.collections) or super().__contains__(key)


class ProgramDrop(JekyllDrop):
    """`jekyll`: the version of the program and the environment; the item is the site."""

    class_name = "Jekyll::Drops::JekyllDrop"
    methods = {"to_h": lambda drop: drop.to_h(), "to_liquid": lambda drop: drop}
    getters: ClassVar[dict[str, Getter]] = {
        "version": lambda site: JEKYLL_VERSION,
        "environment": lambda site: site.environment,
    }

    def __contains__(self, key: object) -> bool:
        return True  # as Liquid's own drops


class ThemeDrop(JekyllDrop):
    """The theme as templates see it."""

    class_name = "Jekyll::Drops::ThemeDrop"
    getters: ClassVar[dict[str, Getter]] = {
        "version": lambda theme: theme.specification.version,
        "metadata": lambda theme: theme.specification.metadata,
        "root": lambda theme: theme.root,
        "dependencies": lambda theme: [str(dependency) for dependency in theme.specification.dependencies],
        "authors": lambda theme: ", ".join(theme.specification.authors),
        "description": lambda theme: theme.specification.description,
    }


def _collections(site: Any) -> list[Any]:
    return [each.to_liquid() for each in sorted(site.collections.values(), key=lambda each: each.label)]


def _liquid(document: Any) -> Any:
    return None if document is None else document.to_liquid()
