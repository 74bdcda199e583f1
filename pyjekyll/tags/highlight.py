"""`{% highlight lang linenos mark_lines="1 3" %} ... {% endhighlight %}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.errors import ForeignError
from pyjekyll.liquid.tag import Block
from pyjekyll.liquid.values import STRIPPED
from pyjekyll.ruby.inspect import to_s

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context
    from pyjekyll.liquid.parsing import ParseContext

# ^ and $ are Ruby's: one good line among others is enough.
_SYNTAX = re.compile(r'^([a-zA-Z0-9.+#_-]+)((\s+\w+(=(\w+|"([0-9]+\s)*[0-9]+"))?)*)$', re.ASCII | re.MULTILINE)
_OPTION = re.compile(r'(?:\w="[^"]*"|\w=\w|\w)+', re.ASCII)


class Highlight(Block):
    """Print the body as a highlighted figure."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        found = _SYNTAX.search(markup.strip(STRIPPED))
        if found is None:
            raise ForeignError(
                f"Syntax Error in tag 'highlight' while parsing the following markup:\n\n{markup}\n\n"
                "Valid syntax: highlight <lang> [linenos]\n",
                "SyntaxError",
            )
        self.lang = found[1].lower()
        self.options = _options(found[2])

    def render(self, context: Context) -> str:
        """Return the figure, between the converter's prefix and suffix."""
        from pyjekyll.highlight.tag import render_block

        site: Any = context.registers["site"]
        code = self.body.render(context).strip("\r\n")
        figure = render_block(code, self.lang, self.options, str(site.config["highlighter"]))
        return _text(context, "highlighter_prefix") + figure + _text(context, "highlighter_suffix")


def _text(context: Context, name: str) -> str:
    value = context.visible.get(name)
    return "" if value is None or value is False else to_s(value)


def _options(text: str) -> dict[str, Any]:
    options: dict[str, Any] = {}
    for option in _OPTION.findall(text):
        key, _, value = option.partition("=")
        if '"' in value:
            options[key] = value.replace('"', "").split()
        else:
            options[key] = value or True
    if options.get("linenos") is True:
        options["linenos"] = "inline"
    return options
