"""What Jekyll does to hashes: merge them deeply, read singular-or-plural keys."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any


def deep_merge(master: Mapping[Any, Any], other: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return a merge of two hashes, deep where both sides are hashes (Jekyll::Utils.deep_merge_hashes).

    A nil in `other` keeps the value of `master`, but is stored where `master` has no such key.
    """
    return deep_merge_into(dict(master), other)


def deep_merge_into(target: dict[Any, Any], other: Mapping[Any, Any]) -> dict[Any, Any]:
    """Merge `other` into `target` and return `target` (Jekyll::Utils.deep_merge_hashes!)."""
    for key, new in other.items():
        if key not in target:
            target[key] = new
        elif new is not None:
            old = target[key]
            target[key] = deep_merge(old, new) if isinstance(old, Mapping) and isinstance(new, Mapping) else new
    return target


def pluralized_array(data: Mapping[str, Any], singular: str, plural: str) -> list[Any]:
    """Return the list under `singular`, else the one under `plural` (Jekyll::Utils.pluralized_array_from_hash).

    A value under the singular key is taken whole; a string under the plural key is split at white space; nils are dropped.
    A false or nil singular value falls through to the plural key.
    """
    value = _look_up(data, singular)
    if value is None or value is False:
        value = _plural_value(_look_up(data, plural))
    return [item for item in flatten([value]) if item is not None]


def _look_up(data: Mapping[str, Any], key: str) -> Any:
    # By index: front matter looks what it lacks up among the defaults, as Ruby's default procs do.
    try:
        return data[key]
    except KeyError:
        return None


def _plural_value(value: Any) -> Any:
    if isinstance(value, str):
        from pyjekyll.ruby.text import words

        return words(value)
    return value if isinstance(value, list) else None


def flatten(values: list[Any]) -> list[Any]:
    """Return the list with every nested list replaced by its items (Array#flatten)."""
    for value in values:
        if isinstance(value, list):
            break
    else:
        return list(values)
    flat: list[Any] = []
    for value in values:
        if isinstance(value, list):
            flat.extend(flatten(value))
        else:
            flat.append(value)
    return flat


def stringify_keys(data: Mapping[Any, Any]) -> MutableMapping[str, Any]:
    """Return the hash with every key replaced by its string (Jekyll::Utils.stringify_hash_keys)."""
    from pyjekyll.ruby.text import to_s

    return {to_s(key): value for key, value in data.items()}


class SequenceKey(list[Any]):
    """A list that is the key of a hash, which Ruby allows: hashable by its length, so that equal lists meet."""

    def __hash__(self) -> int:  # type: ignore[override]
        return len(self)


class MappingKey(dict[Any, Any]):
    """A hash that is the key of a hash, which Ruby allows: hashable by its size, so that equal hashes meet."""

    def __hash__(self) -> int:  # type: ignore[override]
        return len(self)


def as_key(value: Any) -> Any:
    """Return a value as it can be the key of a dict."""
    if type(value) is dict:
        return MappingKey(value)
    return SequenceKey(value) if type(value) is list else value
