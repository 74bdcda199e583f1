"""Read documents: posts, drafts and the files of collections (DOC-1 to DOC-5, RD-8)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from pyjekyll.errors import ConfigError, FatalError, PyjekyllError, ReadError, YamlError
from pyjekyll.model.document import Document
from pyjekyll.model.item import INVALID_BYTES
from pyjekyll.read import yaml
from pyjekyll.read.pages import ABSENT, FRONT_MATTER_ADVICE, read_parts, read_text
from pyjekyll.ruby.text import inspect, truthy
from pyjekyll.site import Site


def read_documents(site: Site, base: str, entries: list[str], pattern: re.Pattern[str]) -> Iterator[Document]:
    """Yield the posts or drafts of a folder that may be published."""
    for entry in entries:
        if not pattern.match(entry):
            continue
        document = Document(site, os.path.join(base, entry), site.posts)
        if read_document(site, document) and _valid(site, document) and _publishable(site, document):
            yield document


def read_document(site: Site, document: Document) -> bool:
    """Read a document's file into it; return False for a post that is YAML or cannot be opened, which Jekyll does not take."""
    site.log.debug("Reading:", document.relative_path)
    if document.is_yaml:
        return _read_yaml(site, document)
    try:
        _read(site, document)
    except ConfigError:
        raise
    except FatalError as error:
        site.log.error("Error:", f"could not read file {document.path}: {error.message}")
        raise
    except PyjekyllError as error:
        words = "YAML Exception reading" if isinstance(error, YamlError) and error.is_syntax else "could not read file"
        site.log.error("Error:", f"{words} {document.path}: {error.message}")
        if site.config.strict_front_matter:
            error.reported = True
            raise
        return document.collection.label != "posts" or not (isinstance(error, ReadError) and error.unopened)
    return True


def _read_yaml(site: Site, document: Document) -> bool:
    values = yaml.load(read_text(site, document.path), site.zone, document.path)
    if document.collection.label == "posts":
        return False
    document.data.clear()
    if truthy(values):
        document.data.update(values if isinstance(values, dict) else _reject(document, values))
    return True


def _reject(document: Document, data: Any) -> NoReturn:
    kind = "a list" if isinstance(data, list) else f"the value {inspect(data)}"
    raise PyjekyllError(f"front matter is {kind}, not a mapping", path=document.path, line=2, hint=FRONT_MATTER_ADVICE)


def _read(site: Site, document: Document) -> None:
    defaults = site.defaults.all(document.relative_path, document.type)
    if defaults:
        document.merge_data(dict(defaults), "front matter defaults")
    data = read_parts(site, document.path, document.take)
    if data is not ABSENT and data is not None and data is not False:
        document.merge_data(data if isinstance(data, dict) else _reject(document, data))
    document.populate()


def _valid(site: Site, document: Document) -> bool:
    if document.content.isascii() or not INVALID_BYTES.search(document.content):
        return True
    site.log.debug("Skipping:", f"{document.relative_path} is not valid UTF-8")
    return False


def _publishable(site: Site, document: Document) -> bool:
    if site.publishes(document):
        return True
    if site.hidden_in_future(document):
        site.log.warn("Skipping:", f"{document.relative_path} has a future date")
    return False
