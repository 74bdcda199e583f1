"""Documents: posts, drafts and the files of other collections (DOC-1 to DOC-15, VAR-4)."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import InvalidDateError, PyjekyllError
from pyjekyll.model.item import Data, Item, has_liquid, split_ext
from pyjekyll.model.permalink import as_list, clean, fill_from_document, unusable
from pyjekyll.ruby.hash import deep_merge_into, pluralized_array
from pyjekyll.ruby.order import compare as ruby_compare
from pyjekyll.ruby.order import merge_sort
from pyjekyll.ruby.text import inspect, titleize_slug, to_i, to_s, truthy
from pyjekyll.ruby.time import parse_time

if TYPE_CHECKING:
    from pyjekyll.model.collection import Collection
    from pyjekyll.site import Site

# Of a path too: a name that has something before its date is none.
DATED_NAME = re.compile(r"(?:.+/)?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^./]+)\Z", re.ASCII)
DATELESS_NAME = re.compile(r"^(?:.+/)*(.*)(\.[^.]+)$", re.MULTILINE)
_FINAL_DOTS = re.compile(r"\.*\Z")
YAML_EXTENSIONS = (".yaml", ".yml")


class Document(Item):
    """A post, draft or other collection document; its front matter and what is derived from the name are in `data`."""

    is_document = True

    def __init__(self, site: Site, path: str, collection: Collection) -> None:
        self.site, self.path, self.collection = site, path, collection
        self.type = collection.label
        self.hook_owners = (collection.label, "documents")
        self.basename = os.path.basename(path)
        self.ext = split_ext(self.basename)[1]
        self.relative_path = path.replace(site.collections_path + "/", "", 1)
        self.basename_without_ext = self.basename[: -len(self.ext)] if self.ext else self.basename
        self.data = Data(self)
        self.content = ""
        self._drop: Any = None
        self._id: str | None = None
        self._written: bool | None = None
        # Jekyll asks for the draft flag first, so it is the first key of `page | jsonify`.
        self.data["draft"] = collection.label == "posts" and collection.relative_directory not in self.relative_path
        self._categories_from_path("_drafts" if self.data["draft"] else collection.relative_directory)
        site.registry.fire_item(self, "post_init")

    def _categories_from_path(self, special: str) -> None:
        above: list[str] = []
        if not self.relative_path.startswith(special):
            folders = re.sub(special + ".*", "", self.relative_path, count=1, flags=re.DOTALL).split("/")
            above = [name for name in folders if name and name not in (special, self.basename)]
        self.merge_data({"categories": above}, "file path")

    def merge_data(self, other: dict[str, Any], source: str = "YAML front matter") -> None:
        """Merge front matter into data: categories are joined, nil never overwrites, a date is parsed."""
        self._merge_categories(other)
        data = self.data
        deep_merge_into(data, other)
        if "date" in data:
            data["date"] = self._parse_date(data["date"], source)

    def _merge_categories(self, other: dict[str, Any]) -> None:
        if other.get("categories") is None:
            return
        if isinstance(other["categories"], str):
            other["categories"] = other["categories"].split()
        elif not isinstance(other["categories"], list):
            raise PyjekyllError(
                f"categories: {inspect(other['categories'])} is not a list",
                path=self.path,
                key="categories",
                hint="Write categories: [a, b], or names with spaces between them.",
            )
        if isinstance(self.data.get("categories"), list):
            other["categories"] = unique([*self.data["categories"], *other["categories"]])

    def _parse_date(self, value: Any, source: str) -> datetime.datetime:
        if isinstance(value, datetime.datetime):
            time = _read_again(value)
        else:
            # Jekyll parses the text form of anything, so that a number is no date.
            try:
                time = parse_time(to_s(value), self.site.zone)
            except ValueError:
                raise self.bad_date(value, source) from None
        return time.astimezone(self.site.zone).replace(microsecond=0)

    def populate(self) -> None:
        """Derive title, slug, ext, date, categories, tags and the excerpt, as Jekyll does after reading."""
        self._populate_title()
        data = self.data
        names = [*as_list(data["categories"]), *pluralized_array(data, "category", "categories")]
        self.merge_data({"categories": unique([to_s(name) for name in names])})
        self.merge_data({"tags": pluralized_array(data, "tag", "tags")})
        if self.excerpt_separator and not truthy(data["excerpt"]):
            from pyjekyll.model.excerpt import Excerpt

            data["excerpt"] = Excerpt(self)

    def _populate_title(self) -> None:
        data, slug, ext = self.data, None, None
        if dated := DATED_NAME.match(self.basename):
            date, slug, ext = dated.groups()
            if not truthy(data["date"]) or int(data["date"].timestamp()) == int(self.site.time.timestamp()):
                self.merge_data({"date": date}, "filename")
        elif dateless := DATELESS_NAME.search(self.relative_path):
            slug, ext = dateless.groups()
        slug = _FINAL_DOTS.sub("", self.basename_without_ext if slug is None else slug, count=1)
        for key, value in (("title", titleize_slug(slug)), ("slug", slug), ("ext", ext)):
            if not truthy(data[key]):
                data[key] = value

    @property
    def date(self) -> datetime.datetime:
        """Return the document's date; without one, a draft's file time or the build's time, which then stays in data."""
        date = self.data["date"]
        if date is None or date is False:
            if self.site.recorder is not None:
                self.site.recorder.dates(self)
            if not self.data["draft"]:
                self.data["draft"] = False  # which a document that is YAML has only now
            date = self.data["date"] = self.source_file_mtime if self.data["draft"] else self.site.time
        return date  # type: ignore[no-any-return]

    @property
    def seconds(self) -> int:
        """Return the date as seconds since 1970, as Ruby's `to_i` does: in a document that is YAML nobody has looked at it yet."""
        date: Any = self.date
        if isinstance(date, datetime.datetime):
            return int(date.timestamp())
        if isinstance(date, (str, int, float)) and not isinstance(date, bool):
            return to_i(to_s(date))
        raise self.bad_date(date)

    def bad_date(self, value: Any, source: str = "YAML front matter") -> InvalidDateError:
        """Return the error for a date that is none."""
        message = f"Invalid date '{to_s(value)}': Document '{self.relative_path}' does not have a valid date in the {source}."
        return InvalidDateError(message, path=self.path, key="date", hint=InvalidDateError.advice)

    @property
    def source_file_mtime(self) -> datetime.datetime:
        """Return when the file was last changed."""
        return datetime.datetime.fromtimestamp(os.stat(self.path).st_mtime, self.site.zone)

    @property
    def cleaned_relative_path(self) -> str:
        """Return the path inside the collection, without extension and final dots."""
        stem = self.relative_path[: -len(self.ext)] if self.ext else self.relative_path
        stem = stem.replace(self.collection.relative_directory, "", 1)
        return _FINAL_DOTS.sub("", stem, count=1)

    @property
    def is_yaml(self) -> bool:
        """Say whether the whole file is data."""
        return self.ext in YAML_EXTENSIONS

    @property
    def render_with_liquid(self) -> bool:
        """Say whether the document's own text goes through Liquid."""
        if self.data["render_with_liquid"] is False:
            return False
        return not (self.ext == ".coffee" or self.is_yaml) and has_liquid(self.content)

    @property
    def place_in_layout(self) -> bool:
        """Say whether layouts apply at all."""
        return not (self.is_asset or self.is_yaml or self.data["layout"] == "none")

    @property
    def url(self) -> str:
        """Return the document's URL, computed once."""
        if self._url is None:
            permalink = self.permalink
            if permalink is not None and permalink is not False and not isinstance(permalink, str):
                raise unusable("permalink", permalink, self.path)
            template = permalink if isinstance(permalink, str) else self.collection.url_template
            self._url = clean(fill_from_document(template, self))
        return self._url

    @url.setter
    def url(self, value: str | None) -> None:
        self._url = value

    def destination(self, base: str) -> str:
        """Return the output file: `index.html` for a URL with a final slash, the extension appended where missing."""
        path = self._destination_path(base, "index.html")
        return path if self.url.endswith("/") or path.endswith(self.output_ext) else path + self.output_ext

    @property
    def written(self) -> bool:
        """Say whether the document is written: its collection has output, and it is published and not in the future."""
        if self._written is None:
            self._written = self.collection.output and self.site.publishes(self)
        return self._written

    @property
    def id(self) -> str:
        """Return the URL's folder plus the slug, as it is written."""
        if self._id is None:
            slug = self.data["slug"]
            name = to_s(self.basename_without_ext if slug is None or slug is False else slug)
            self._id = dirname(self.url).rstrip("/") + (name if name.startswith("/") else f"/{name}")
        return self._id

    @property
    def next_doc(self) -> Document | None:
        """Return the next document of the collection."""
        return self.collection.neighbour(self, 1)

    @property
    def previous_doc(self) -> Document | None:
        """Return the document before this one in its collection."""
        return self.collection.neighbour(self, -1)

    @property
    def related_posts(self) -> list[Document]:
        """Return the ten newest other posts (DOC-13)."""
        posts = self.site.posts.docs
        if len(posts) <= 1:
            return []
        return [post for post in reversed(posts[-11:]) if post is not self][:10]

    def to_liquid(self) -> Any:
        """Return the drop that templates see."""
        if self._drop is None:
            from pyjekyll.model.drops import DocumentDrop

            self._drop = self.site.watched(DocumentDrop, self)
        return self._drop

    def ruby_to_s(self) -> str:
        """Print as Jekyll prints a document: its output, else its content."""
        self.site.note_read(self, "output", "content")
        return self.output or self.content

    def ruby_inspect(self) -> str:
        """Print as Ruby does within a list or hash."""
        return f"#<Jekyll::Document {self.relative_path} collection={self.collection.label}>"

    def ruby_compare(self, other: object) -> int | None:
        """Order documents for filters such as `sort`; anything else has no order with a document."""
        self.site.note_read(self, "date")
        return compare(self, other) if isinstance(other, Document) else None


def _read_again(time: datetime.datetime) -> datetime.datetime:
    # Jekyll prints the date and parses that, each time it merges data: the seconds of an old local mean time's offset are lost.
    seconds = int((time.utcoffset() or datetime.timedelta()).total_seconds())
    whole = int(seconds / 60) * 60
    return time if whole == seconds else time.replace(tzinfo=datetime.timezone(datetime.timedelta(seconds=whole)))


def dirname(path: str) -> str:
    """Return the folder part as File.dirname does, which ignores final slashes."""
    return os.path.dirname(path.rstrip("/")) or "/"


def compare(left: Document, right: Document) -> int:
    """Order documents by date when both have one of a kind, then by path."""
    first, second = left.data["date"], right.data["date"]
    if first is None or second is None:
        _note_order(left)
    order = ruby_compare(first, second) if first is not None and second is not None else 0
    return order or (left.path > right.path) - (left.path < right.path)


def in_order(documents: Sequence[Document]) -> list[Document]:
    """Return documents in Jekyll's order. Where only some have a time for date no order is consistent, and Ruby's way of sorting decides."""
    kinds = {document.data["date"].__class__ for document in documents}
    if type(None) in kinds:
        _note_order(documents[0])
    if kinds == {datetime.datetime}:
        return sorted(documents, key=lambda document: (document.data["date"], document.path))
    return merge_sort(list(documents), compare) if kinds - {type(None)} else sorted(documents, key=lambda document: document.path)


def _note_order(document: Document) -> None:
    if document.site.recorder is not None:
        document.site.recorder.orders_undated()


def unique(values: list[Any]) -> list[Any]:
    """Drop repeated values as Ruby's uniq does: 1, 1.0 and true are different."""
    seen: set[Any] = set()
    kept = []
    for value in values:
        key = (value.__class__, value) if value.__hash__ else inspect(value)
        if key not in seen:
            seen.add(key)
            kept.append(value)
    return kept
