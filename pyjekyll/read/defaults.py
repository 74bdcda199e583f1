"""Front matter defaults: what `defaults:` gives to items by path and type (FM-4 to FM-8)."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import ConfigError, InvalidDateError

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.log import Log

_OLD_TYPES = {"page": "pages", "post": "posts", "draft": "drafts"}


class FrontmatterDefaults:
    """Look up the defaults of an item by its path below the source and its type (`pages`, `posts`, a collection)."""

    def __init__(self, config: Config, log: Log) -> None:
        self._source = str(config.source)
        self._collections_dir = config.collections_dir
        self._zone = config.zone
        self._log = log
        self._given = config.defaults if isinstance(config.defaults, list) else []
        self._sets: list[DefaultSet] | None = None
        self._matching: dict[tuple[str, str | None], list[DefaultSet]] = {}
        self._globbed: dict[str, list[str]] = {}

    def find(self, path: str, type: str | None, setting: str) -> Any:
        """Return one default, or None: of the matching sets that have the key, the one that takes precedence."""
        value = None
        strongest: DefaultSet | None = None
        for each in self._sets_for(path, type):
            if setting in each.values and each.overrides(strongest):
                value, strongest = each.values[setting], each
        return value

    def all(self, path: str, type: str | None) -> dict[str, Any]:
        """Return all defaults of an item, merged deeply, as a new dict."""
        from pyjekyll.ruby.hash import deep_merge

        defaults: dict[str, Any] = {}
        strongest: DefaultSet | None = None
        for each in self._sets_for(path, type):
            if each.overrides(strongest):
                defaults, strongest = deep_merge(defaults, each.values), each
            else:
                defaults = deep_merge(each.values, defaults)
        return defaults

    def _sets_for(self, path: str, type: str | None) -> list[DefaultSet]:
        if not self._given:
            return []
        matching = self._matching.get((path, type))
        if matching is None:
            clean = _without_slash(path)
            matching = self._matching[path, type] = [each for each in self._valid_sets() if each.applies(clean, type)]
        return matching

    def _valid_sets(self) -> list[DefaultSet]:
        """Return the usable sets. Jekyll looks at them anew for each path, and warns of the others each time."""
        first = self._sets is None
        valid = [] if self._sets is None else self._sets
        for each in self._given:
            if not (isinstance(each, dict) and isinstance(each.get("values"), dict)):
                self._warn_of(each)
            elif first:
                valid.append(DefaultSet(self._with_time(self._with_new_type(each)), self))
        self._sets = valid
        return valid

    def _warn_of(self, each: Any) -> None:
        from pyjekyll.ruby.text import to_s

        self._log.warn("Defaults:", "An invalid front-matter default set was found:")
        self._log.warn(to_s(each))

    def _with_new_type(self, each: dict[str, Any]) -> dict[str, Any]:
        if "scope" not in each:
            return each
        scope = each["scope"]
        if not isinstance(scope, dict):
            raise _unusable(each, "its scope is not a mapping")
        if "type" in scope and not isinstance(scope["type"], str):
            raise _unusable(each, "the type of its scope is not a string")
        old = scope.get("type")
        if old not in _OLD_TYPES:
            return each
        new = _OLD_TYPES[old]
        self._log.warn("Defaults:", f"The '{old}' type has become '{new}'.")
        self._log.warn("Defaults:", f"Please update your front-matter defaults to use 'type: {new}'.")
        return {**each, "scope": {**scope, "type": new}}

    def _with_time(self, each: dict[str, Any]) -> dict[str, Any]:
        values = each["values"]
        if "date" not in values or isinstance(values["date"], datetime.datetime):
            return each
        date = values["date"]
        if not isinstance(date, str):
            raise _unusable(each, "its date must be a quoted string, such as '2024-01-31'")
        return {**each, "values": {**values, "date": self._parse_date(date, each)}}

    def _parse_date(self, text: str, each: dict[str, Any]) -> datetime.datetime:
        from pyjekyll.ruby.text import inspect
        from pyjekyll.ruby.time import parse_time

        try:
            moment: datetime.datetime = parse_time(text, self._zone)
            return moment.astimezone(self._zone)
        except ValueError:
            message = f"Invalid date '{text}': An invalid date format was found in a front-matter default set: {inspect(each)}"
            raise InvalidDateError(message, key="defaults", hint=InvalidDateError.advice) from None

    def globbed(self, pattern: str) -> list[str]:
        """List what a scope's glob finds on disk, relative to the source."""
        found = self._globbed.get(pattern)
        if found is None:
            from pyjekyll.ruby.fnmatch import glob

            paths = glob(os.path.join(self._source, pattern.removeprefix("./")))
            found = [self.without_collections_dir(os.path.relpath(path, self._source)) for path in paths]
            self._globbed[pattern] = found
            for path in found:
                self._log.debug("Globbed Scope Path:", path)
        return found

    def without_collections_dir(self, path: str) -> str:
        """Drop the folder of all collections from the front of a scope's path."""
        return path.removeprefix(f"{self._collections_dir}/") if self._collections_dir else path


class DefaultSet:
    """One entry of `defaults:`: where it applies, and its values."""

    def __init__(self, source: dict[str, Any], owner: FrontmatterDefaults) -> None:
        scope = source.get("scope")
        self.values: dict[str, Any] = source["values"]
        self._source = source
        self._owner = owner
        self._scoped = scope is not None
        self._typed = scope is not None and "type" in scope
        self._type: str | None = scope.get("type") if scope else None
        path = (scope.get("path") if scope else None) or ""
        # A path that is no string (`path: 2020`) covers everything, but cannot be compared with another's.
        self._comparable = self._scoped and isinstance(path, str)
        self._path = path if isinstance(path, str) else ""
        self._prefix = owner.without_collections_dir(self._path)
        self._weight = len(_without_slash(self._path))

    def applies(self, path: str, type: str | None) -> bool:
        """Tell whether the set covers an item: by type, then by path prefix or by what its glob finds on disk."""
        if self._typed and type != self._type:
            return False
        if not self._path:
            return True
        if "*" in self._path:
            return any(path.startswith(found) for found in self._owner.globbed(self._path))
        return path.startswith(self._prefix)

    def overrides(self, other: DefaultSet | None) -> bool:
        """Tell whether this set, met later, wins: by the longer path, then by having a type, then by being later.

        A set without scope, or whose path is no string, stops Jekyll as soon as it has to be compared.
        """
        if other is None or not other._scoped:
            return True
        for each in (self, other):
            if not each._comparable:
                raise _unusable(each._source, "its scope has no path that is a string, and other sets apply to the same file")
        if self._weight != other._weight:
            return self._weight > other._weight
        return self._typed or not other._typed


def _without_slash(path: str) -> str:
    return path[1:] if path.startswith("/") else path


def _unusable(each: dict[str, Any], reason: str) -> ConfigError:
    from pyjekyll.ruby.text import inspect

    return ConfigError(
        f"A set of front matter defaults cannot be used: {reason}.",
        key="defaults",
        excerpt=inspect(each),
        hint="Each set needs `scope:` with `path:` (and perhaps `type:`), and `values:` with a mapping.",
    )
