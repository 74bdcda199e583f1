"""A `.gem` file: a tar that holds the specification (`metadata.gz`) and the files (`data.tar.gz`)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from gzip import BadGzipFile
from typing import NamedTuple

from pyjekyll.errors import ThemeError
from pyjekyll.gems import archive
from pyjekyll.gems.specification import Specification, from_yaml

_METADATA = "metadata.yml"


class Gem(NamedTuple):
    """A gem's folder and its specification."""

    root: str
    specification: Specification


def open_file(path: str) -> Gem:
    """Unpack a `.gem` file on disk, unless the cache has it. Raises ThemeError."""
    with open(path, "rb") as file:
        content = file.read()
    return opened(archive.digest_of(content)) or unpack(content)


def opened(digest: str) -> Gem | None:
    """Return the gem unpacked before from the file of this digest, None where there is none."""
    folder = archive.unpacked(digest)
    return _gem(folder) if folder and os.path.isfile(os.path.join(folder, _METADATA)) else None


def unpack(content: bytes) -> Gem:
    """Unpack a `.gem` file into the cache. Raises ThemeError where it is none."""
    return _gem(archive.keep(archive.digest_of(content), _files(content)))


def _files(content: bytes) -> Iterator[tuple[str, bytes]]:
    import gzip

    parts = {name: data for name, data in archive.files_of(content) if name in ("metadata.gz", "data.tar.gz")}
    try:
        metadata = gzip.decompress(parts["metadata.gz"])
        spec = _read(metadata.decode("utf-8", "replace"))
        yield _METADATA, metadata
        for name, data in archive.files_of(parts["data.tar.gz"]):
            yield f"{_folder(spec)}/{name}", data
    except (KeyError, BadGzipFile, EOFError) as error:
        raise ThemeError(f"This is no gem: {error} is missing or damaged.", hint="Fetch the file anew.") from None


def _gem(folder: str) -> Gem:
    with open(os.path.join(folder, _METADATA), encoding="utf-8", errors="replace") as file:
        spec = _read(file.read())
    return Gem(os.path.join(folder, _folder(spec)), spec)


def _folder(spec: Specification) -> str:
    return os.path.basename(f"{spec.name}-{spec.version}")


def _read(text: str) -> Specification:
    import datetime

    from pyjekyll.read.yaml import load

    return from_yaml(load(text, datetime.UTC, _METADATA))
