"""jekyll-gist 1.5: `{% gist id [file] %}`.

Unless `gist: {noscript: false}` the code is fetched for readers without JavaScript; out of reach, a build tries once only.
"""

from __future__ import annotations

import os
import re
from typing import Any

from pyjekyll.liquid.errors import ForeignError
from pyjekyll.plugins import tag
from pyjekyll.ruby.text import escape_html, strip, to_s

_ARGUMENTS = re.compile(r"\A([^ \t\r\n\f\v]+|[^\n]*(?=/)[^\n]+)[ \t\r\n\f\v]?([^ \t\r\n\f\v]*)\Z")
_EXAMPLES = ("user/1234567", "user/1234567 foo.js", "28949e1d5ee2273f9fd3", "28949e1d5ee2273f9fd3 best.md")
_HOST = "gist.githubusercontent.com"
_SECONDS = 3


@tag("gist", parallel=True)
def gist(context: Any, markup: str) -> str:
    """Return the script element of a gist; id and file may be names of variables."""
    match = _ARGUMENTS.match(strip(markup))
    if match is None:
        examples = "\n".join(f"{{% gist {example} %}}" for example in _EXAMPLES)
        message = f"  Syntax error in tag 'gist' while parsing the following markup:\n\n{markup}\n\nValid syntax:\n{examples}\n"
        raise ForeignError(message, "ArgumentError")
    name, file = (_value(context, strip(part)) for part in match.groups())
    script = f'<script src="https://gist.github.com/{name}.js{f"?file={file}" if file else ""}"> </script>'
    site = context.registers["site"]
    settings = site.config.get("gist")
    wanted = not (isinstance(settings, dict) and settings.get("noscript") is False)
    return (_noscript(site, name, file) if wanted else "") + script


def _value(context: Any, text: str) -> str:
    # Ruby looks the whole word up as a variable first, so a quoted id arrives here without its quotes.
    if not text:
        return ""
    value = context[text]
    return text if value is None else to_s(value)


def _noscript(site: Any, name: str, file: str) -> str:
    fetched = site.cached("gists", dict)
    if (name, file) not in fetched and None in fetched.values():
        fetched[name, file] = None
    if (name, file) not in fetched:
        fetched[name, file] = _fetch(f"{name}/raw{f'/{file}' if file else ''}") if _is_known(_HOST) else None
    code = fetched[name, file]
    if code is None:
        site.log.warn("Warning:", f"The <noscript> tag for your gist {name} ")
        site.log.warn("", "could not be generated. This will affect users who do ")
        site.log.warn("", "not have JavaScript enabled in their browsers.")
        return "true"  # what Ruby prints then: its last warning returns true
    return f"<noscript><pre>{escape_html(code)}</pre></noscript>"


def _is_known(host: str) -> bool:
    """Say whether a request makes sense: out of reach of a name server, loading all that HTTPS takes would be for nothing."""
    import socket

    if any(name.lower().endswith("_proxy") for name in os.environ):
        return True
    try:
        return bool(socket.getaddrinfo(host, 443))
    except OSError:
        return False


def _fetch(path: str) -> str | None:
    from urllib.request import urlopen

    try:
        with urlopen(f"https://{_HOST}/{path}", timeout=_SECONDS) as answer:
            return str(answer.read().decode("utf-8", "replace"))
    except (OSError, ValueError):
        return None
