"""The block of YAML that a page or document may begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyjekyll.read import yaml

if TYPE_CHECKING:
    import datetime

# Ruby's \s, which is ASCII only.
_OPENER = re.compile(r"---[ \t\r\n\f\v]*\n")
_CLOSER = re.compile(r"^(?:---|\.\.\.)[ \t\r\n\f\v]*$\n?", re.MULTILINE)
_REST_OF_OPENER = re.compile(rb"[ \t\r\f\v]*\n")


def starts_file(path: str) -> bool:
    """Tell whether the raw first line of a file opens front matter, which is what makes it a page.

    A byte order mark, `----` or a comment after the dashes make it a static file. Raises OSError as open does.
    """
    with open(path, "rb") as file:
        # Three bytes decide for nearly every file: the first line of a binary one may be all of it.
        return file.read(3) == b"---" and _REST_OF_OPENER.fullmatch(file.readline()) is not None


def split(text: str) -> tuple[str | None, str]:
    """Divide a text into its front matter, opening line included, and the content after it.

    Without a block, or with one that is never closed, the front matter is None and the whole text is content.
    """
    opener = _OPENER.match(text)
    closer = _CLOSER.search(text, opener.end()) if opener else None
    if closer is None:
        return None, text
    return text[: closer.start()], text[closer.end() :]


def parse(text: str, zone: datetime.tzinfo, path: str | None = None) -> tuple[Any, str]:
    """Read front matter and content in one go.

    Empty and absent front matter give {}. What is not a mapping is returned as it is, for the caller to reject.
    Raises YamlError, whose line counts from the top of the file.
    """
    source, body = split(text)
    if source is None:
        return {}, body
    data = yaml.load(source, zone, path)
    # Ruby says `||=`: false counts as absent.
    return ({} if data is None or data is False else data), body
