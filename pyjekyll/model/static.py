"""Static files: everything without front matter, copied byte for byte (RD-9, VAR-5)."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

from pyjekyll.model.item import join_inside, split_ext
from pyjekyll.model.permalink import clean, fill_from_hash
from pyjekyll.ruby.inspect import inspect
from pyjekyll.ruby.url import unescape_path

if TYPE_CHECKING:
    import datetime

    from pyjekyll.model.collection import Collection
    from pyjekyll.site import Site

_FINAL_DOTS = re.compile(r"\.*\Z")


class StaticFile:
    """A file that is copied. `directory` is its folder below the source as Jekyll keeps it: "" or "/x"; "_c/x" in a collection."""

    is_document = False
    shares_destination = False

    def __init__(self, site: Site, base: str, directory: str, name: str, collection: Collection | None = None) -> None:
        self.site, self.base, self.directory, self.name, self.collection = site, base, directory, name, collection
        self.relative_path = f"{directory}/{name}" if not directory.endswith("/") else directory + name
        stem, self.ext = split_ext(name)
        self.basename = _FINAL_DOTS.sub("", stem, count=1)
        self.type = collection.label if collection else None
        self._drop: Any = None
        self._url: str | None = None
        self._data: dict[str, Any] | None = None

    def ruby_inspect(self) -> str:
        """Print as Ruby does within a list or hash."""
        return f"#<Jekyll::StaticFile @relative_path={inspect(self.relative_path)}>"

    @property
    def identity(self) -> str:
        """Return the file's name among those of all builds of the site."""
        return f"file {self.relative_path}"

    @property
    def path(self) -> str:
        """Return the absolute path of the file."""
        folder = self.site.config.collections_dir if self.collection else ""
        return os.path.join(self.base, *(part for part in (folder, self.relative_path.lstrip("/")) if part))

    @property
    def mtime(self) -> int:
        """Return when the file was changed, in whole seconds."""
        return int(os.stat(self.path).st_mtime)

    @property
    def modified_time(self) -> datetime.datetime:
        """Return when the file was changed."""
        import datetime

        return datetime.datetime.fromtimestamp(os.stat(self.path).st_mtime, self.site.zone)

    @property
    def url(self) -> str:
        """Return the URL: the path, or the collection's template filled."""
        if self._url is None:
            stem = self.cleaned_relative_path
            if self.collection:
                stem = clean(fill_from_hash(self.collection.url_template, self._placeholders(stem)))
            self._url = stem.removesuffix("/") + self.ext
        return self._url

    @property
    def cleaned_relative_path(self) -> str:
        """Return the relative path without extension and final dots; in a collection, without its folder."""
        stem = self.relative_path[: -len(self.ext)] if self.ext else self.relative_path
        stem = _FINAL_DOTS.sub("", stem, count=1)
        return stem.replace(self.collection.relative_directory, "", 1) if self.collection else stem

    def _placeholders(self, stem: str) -> dict[str, str | None]:
        assert self.collection is not None
        return {"collection": self.collection.label, "path": stem, "output_ext": "", "name": self.basename, "title": ""}

    @property
    def data(self) -> dict[str, Any]:
        """Return the defaults that apply to the file's path."""
        if self._data is None:
            self._data = self.site.defaults.all(self.relative_path, self.type)
        return self._data

    @property
    def written(self) -> bool:
        """Say whether the file is copied: `published: false` among its defaults or a collection without output prevent it."""
        published = self.site.defaults.all(self.url, self.type).get("published", True)
        if published is None or published is False:
            return False
        return self.collection is None or self.collection.output

    def destination(self, base: str) -> str:
        """Return the output file below base."""
        return join_inside(base, unescape_path(self.url))

    def to_liquid(self) -> Any:
        """Return the drop that templates see."""
        if self._drop is None:
            from pyjekyll.model.drops import StaticFileDrop

            self._drop = self.site.watched(StaticFileDrop, self)
        return self._drop


class GeneratedFile(StaticFile):
    """A file that a plugin makes from text or bytes; it appears in `site.static_files` and is written as it is."""

    def __init__(self, site: Site, directory: str, name: str, body: bytes | str) -> None:
        super().__init__(site, site.source, directory, name)
        self.body = body.encode() if isinstance(body, str) else body

    @property
    def mtime(self) -> int:
        """Return the build's time."""
        return int(self.site.time.timestamp())

    @property
    def modified_time(self) -> datetime.datetime:
        """Return the build's time."""
        return self.site.time
