"""jekyll-mentions 1.6: `@user` in finished pages becomes a link."""

from __future__ import annotations

import os
import re
from typing import Any

from pyjekyll.errors import FatalError
from pyjekyll.plugins import hook
from pyjekyll.plugins.builtin._finished import edit_texts, is_html, split_body
from pyjekyll.plugins.builtin._fragment import Text
from pyjekyll.ruby.inspect import class_name
from pyjekyll.ruby.text import downcase, to_s

_MENTION = re.compile(
    r"(?:^|\W)@((?>\w[\w-]*))(?!/)(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)",
    re.ASCII | re.IGNORECASE | re.MULTILINE,
)
_NOBODY = ("mention", "mentions", "mentioned", "mentioning")
_IGNORED = ("pre", "code", "a", "style", "script")


@hook(("pages", "documents"), "post_render", parallel=True, pure=True)
def mention(item: Any) -> None:
    """Link the mentions in an HTML page, unless its front matter says `jekyll-mentions: false`."""
    if "@" not in (item.output or "") or not is_html(item) or item.data["jekyll-mentions"] is False:
        return
    before, body, after = split_body(item.output)
    if _MENTION.search(body):
        base = _base(item)
        item.output = before + edit_texts(body, "@", _IGNORED, lambda text: _linked(text, base)) + after


def _base(item: Any) -> str:
    own = item.data.get("jekyll-mentions") if "jekyll-mentions" in item.data else item.site.config.get("jekyll-mentions")
    if own is None or isinstance(own, dict):
        base = to_s(own["base_url"]) if own and "base_url" in own else _default_base()
    elif isinstance(own, str):
        base = own
    else:
        raise FatalError(f"Your jekyll-mentions config has to either be a string or a hash. It's a {class_name(own)} right now.", path=item.path)
    return str(base) if base.endswith(("/", "~")) else f"{base}/"


def _default_base() -> str:
    host, ssl = os.environ.get("GITHUB_HOSTNAME"), os.environ.get("SSL")
    return f"{'https' if ssl == 'true' else 'http'}://{host.removesuffix('/')}" if host and ssl else "https://github.com"


def _linked(node: Text, base: str) -> str | None:
    content = node.html()

    def link(found: re.Match[str]) -> str:
        login = found[1]
        if downcase(login) in _NOBODY:
            return found[0]
        return found[0].replace(f"@{login}", f"<a href='{base}{login}' class='user-mention'>@{login}</a>", 1)

    made = _MENTION.sub(link, content)
    return None if made == content else made
