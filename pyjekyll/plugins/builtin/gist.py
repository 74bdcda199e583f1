"""jekyll-gist 1.5: `{% gist id [file] %}`, without fetching anything: the noscript copy of the code is left out."""

from __future__ import annotations

import re
from typing import Any

from pyjekyll.liquid.errors import LiquidArgumentError
from pyjekyll.plugins import tag
from pyjekyll.ruby.text import strip, to_s

_ARGUMENTS = re.compile(r"\A([^ \t\r\n\f\v]+|.*(?=/).+)[ \t\r\n\f\v]?([^ \t\r\n\f\v]*)\Z")


@tag("gist", parallel=True)
def gist(context: Any, markup: str) -> str:
    """Return the script element of a gist; id and file may be names of variables."""
    match = _ARGUMENTS.match(strip(markup))
    if match is None:
        raise LiquidArgumentError(f"Syntax error in tag 'gist' while parsing the following markup:\n\n  {markup}", hint="Write {% gist ID [FILE] %}.")
    name, file = (_value(context, strip(part)) for part in match.groups())
    return f'<script src="https://gist.github.com/{name}.js{f"?file={file}" if file else ""}"> </script>'


def _value(context: Any, text: str) -> str:
    # Ruby looks the whole word up as a variable first, so a quoted id arrives here without its quotes.
    if not text:
        return ""
    value = context[text]
    return text if value is None else to_s(value)
