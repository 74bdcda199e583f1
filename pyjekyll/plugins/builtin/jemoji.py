"""jemoji 0.13: `:name:` in finished pages becomes GitHub's picture of that emoji."""

from __future__ import annotations

import os
import re
from typing import Any

from pyjekyll.plugins import hook
from pyjekyll.plugins.builtin._finished import edit_texts, is_html, split_body
from pyjekyll.plugins.builtin._fragment import Text

_NAME = re.compile(r":([a-z0-9_+'\u2019.-]+):")
_IGNORED = ("pre", "code", "tt")


@hook(("pages", "documents"), "post_render", parallel=True, pure=True)
def emojify(item: Any) -> None:
    """Put pictures into an HTML page that names emoji somewhere."""
    if ":" not in (item.output or "") or not is_html(item):
        return
    files = item.site.cached("emoji", images)
    if _replaced(item.output, "", files) == item.output:
        return
    root = _asset_root(item.site.config)
    before, body, after = split_body(item.output)
    item.output = before + edit_texts(body, ":", _IGNORED, lambda text: _pictured(text, root, files)) + after


def _asset_root(config: Any) -> str:
    own = config.get("emoji")
    if isinstance(own, dict) and "src" in own:
        return str(own["src"])
    host = os.environ.get("ASSET_HOST_URL") or "https://github.githubassets.com"
    return f"{host.removesuffix('/')}/images/icons/"


def _pictured(node: Text, root: str, files: dict[str, str]) -> str | None:
    # The decoded text is read as HTML again, as the Ruby filter does: what was escaped in it no longer is.
    made = _replaced(node.text, root, files)
    return None if made == node.text else made


def _replaced(text: str, root: str, files: dict[str, str]) -> str:
    """Return the text with pictures; a colon that ends no name may begin one."""
    parts, position = [], 0
    while found := _NAME.search(text, position):
        name = found[1]
        known = name in files
        parts.append(text[position : found.start()])
        parts.append(_picture(name, files[name], root) if known else text[found.start() : found.end() - 1])
        position = found.end() if known else found.end() - 1
    return "".join(parts) + text[position:]


def _picture(name: str, file: str, root: str) -> str:
    src = f"{root.rstrip('/')}/emoji/{file}.png"
    return f'<img class="emoji" title=":{name}:" alt=":{name}:" src="{src}" height="20" width="20">'


def images() -> dict[str, str]:
    """Return the picture of each name: emoji have their code points for a name, GitHub's own pictures theirs."""
    from importlib.resources import files

    table = {}
    for line in files("pyjekyll.plugins.builtin").joinpath("emoji.txt").read_text("utf-8").splitlines():
        file, *names = line.split(" ")
        table.update(dict.fromkeys(names, file if file in names else f"unicode/{file}"))
    return table
