"""The store: results of pure functions by the content they were made from, in memory and in `.jekyll-cache`.

What is on disk is data (JSON) under a seal: a keyed hash whose key lies in the user's own cache folder. A store that came with a
cloned repository, or was edited, has no valid seal and is ignored: it can neither run code nor change the output.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

from pyjekyll.version import VERSION

# So many results that no build has used lately are kept all the same.
_SPARE = 200
_FILE = os.path.join("pyjekyll", "store.json")


class Store:
    """Keep JSON values under string keys. Without a folder they live as long as the object.

    A damaged file counts as empty, and no OSError ever stops a build.
    """

    def __init__(self, folder: str | None = None) -> None:
        self._folder = folder
        self._old: dict[str, Any] | None = None
        self._used: dict[str, Any] = {}
        self._changed = False
        # Objects of this process that a later build over the same store may use again, by name; never on disk.
        self.live: dict[str, Any] = {}
        # Whether a build over this store has ended in this process.
        self.warm = False
        self._needed = 0
        # What is asked for and kept from now on, where somebody wants to know.
        self.touched: dict[str, Any] | None = None

    def get(self, key: str) -> Any:
        """Return what is kept under key, or None."""
        value = self._used.get(key)
        if value is None:
            if self._old is None:
                self._old = self._load()
            value = self._old.get(key)
            if value is not None:
                self._used[key] = value
        if self.touched is not None and value is not None:
            self.touched[key] = value
        return value

    def set(self, key: str, value: Any) -> None:
        """Keep a value made of strings, numbers, lists, dicts and None."""
        self._used[key] = value
        self._changed = True
        if self.touched is not None:
            self.touched[key] = value

    def memoize(self, namespace: str, function: Callable[[str], str]) -> Callable[[str], str]:
        """Return function with its results kept under the namespace, which names everything else the result depends on."""
        from hashlib import blake2b

        start = blake2b(f"{VERSION}\0{namespace}\0".encode(), digest_size=16)

        def remembered(text: str) -> str:
            digest = start.copy()
            digest.update(text.encode("utf-8", "surrogatepass"))
            key = digest.hexdigest()
            value = self.get(key)
            if not isinstance(value, str):
                value = function(text)
                self.set(key, value)
            return value

        return remembered

    def forget_unused(self, partial: bool = False) -> None:
        """End a build: what it did not use is dropped before the next one ends.

        A partial build, which took items over, keeps the rest for those that come after it, until that is too much.
        """
        partial = partial and self._old is not None and len(self._old) + len(self._used) <= 2 * self._needed + _SPARE
        if partial:
            self._old = {**(self._old or {}), **self._used}
        else:
            self._old, self._needed = self._used, len(self._used)
        self._used = {}
        self.warm = True
        for kept in self.live.values():
            kept.forget_unused(partial)

    def save(self, partial: bool = False) -> None:
        """Write what this build used to disk, at once, if anything is new; after a partial build what was there as well."""
        if self._folder is None or not self._changed:
            return
        if save_sealed(self._folder, _FILE, {**(self._old or {}), **self._used} if partial else self._used):
            self._changed = False

    def _load(self) -> dict[str, Any]:
        return load_sealed(os.path.join(self._folder, _FILE)) if self._folder is not None else {}


def save_sealed(folder: str, name: str, values: dict[str, Any]) -> bool:
    """Write values as JSON under a seal to a file of the cache folder, at once; say whether that was possible."""
    body = json.dumps(values, ensure_ascii=True)
    path = os.path.join(folder, name)
    try:
        seal = _seal(body)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        hide_from_git(folder)
        partial = f"{path}.{os.getpid()}"
        with open(partial, "w", encoding="ascii") as file:
            file.write(f"{seal}\n{body}")
        os.replace(partial, path)
    except (OSError, ValueError):
        return False
    return True


def load_sealed(path: str) -> dict[str, Any]:
    """Return what `save_sealed` wrote; nothing if it is not there, damaged, or sealed by somebody else."""
    try:
        if os.path.islink(path):
            return {}
        with open(path, encoding="ascii") as file:
            seal, _, body = file.read().partition("\n")
        import hmac

        values = json.loads(body) if hmac.compare_digest(seal, _seal(body)) else {}
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _seal(body: str) -> str:
    import hmac

    return hmac.new(_user_key(), f"{VERSION}\n{body}".encode(), "sha256").hexdigest()


def _user_key() -> bytes:
    """Return this user's key, made on first use. Raises OSError where it cannot be kept."""
    folder = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache"), "pyjekyll")
    path = os.path.join(folder, "key")
    try:
        with open(path, "rb") as file:
            key = file.read()
        if len(key) == 32:
            return key
    except FileNotFoundError:
        pass
    os.makedirs(folder, exist_ok=True)
    key = os.urandom(32)
    partial = f"{path}.{os.getpid()}"
    with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key)
    os.replace(partial, path)
    return key


def hide_from_git(folder: str) -> None:
    """Write the `.gitignore` that Jekyll puts into its cache folder."""
    path = os.path.join(folder, ".gitignore")
    if not os.path.exists(path):
        with open(path, "w", encoding="ascii") as file:
            file.write("# ignore everything in this directory\n*\n")
