"""Tags, filters and static analysis of python-liquid in our templates."""

from __future__ import annotations

import pytest
from liquid.ast import BlockNode, Node
from liquid.builtin.tags.for_tag import ForTag
from liquid.context import RenderContext
from liquid.extra import WithTag
from liquid.filter import with_context
from liquid.parser import get_parser
from liquid.stream import TokenStream
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG

from pyjekyll.liquid import Environment, LiquidError, LiquidSyntaxError


class HelloNode(Node):
    """Greet."""

    def __init__(self, token: object, name: str) -> None:
        super().__init__(token)  # type: ignore[arg-type]
        self.name = name

    def render_to_output(self, context: RenderContext, buffer: object) -> int:
        text = f"Hello {context.resolve(self.name)}"
        buffer.write(text)  # type: ignore[attr-defined]
        context.assign("greeted", self.name)
        return len(text)


class HelloTag(Tag):
    """A tag without a block."""

    block = False
    name = "hello"

    def parse(self, stream: TokenStream) -> Node:
        token = stream.eat(TOKEN_TAG)
        stream.expect(TOKEN_EXPRESSION)
        return HelloNode(token, stream.current.value)


class SwapNode(Node):
    """Render two blocks in reverse."""

    def __init__(self, token: object, blocks: list[BlockNode]) -> None:
        super().__init__(token)  # type: ignore[arg-type]
        self.blocks = blocks

    def render_to_output(self, context: RenderContext, buffer: object) -> int:
        return sum(block.render(context, buffer) for block in reversed(self.blocks))  # type: ignore[arg-type]


class SwapTag(Tag):
    """A tag with a block in two parts."""

    name = "swap"
    end = "endswap"

    def parse(self, stream: TokenStream) -> Node:
        token = stream.eat(TOKEN_TAG)
        parser = get_parser(self.env)
        first = parser.parse_block(stream, ("with", "endswap"))
        stream.eat(TOKEN_TAG)
        second = parser.parse_block(stream, ("endswap",))
        stream.expect(TOKEN_TAG, value="endswap")
        return SwapNode(token, [first, second])


class UpstreamFor(ForTag):
    """python-liquid's own loop in the place of ours."""


def environment() -> Environment:
    """Return an environment with the tags."""
    made = Environment()
    made.add_tag("hello", HelloTag)
    made.add_tag("swap", SwapTag)
    return made


def test_a_plain_tag() -> None:
    assert environment().parse("{% hello a %}, {{ greeted }}").render({"a": "you"}) == "Hello you, a"


def test_a_block_in_two_parts() -> None:
    template = environment().parse("{% swap %}{{ a }}{% if a %}1{% endif %}{% with %}{% assign b = 2 %}{% hello a %}{% endswap %}{{ b }}")
    assert template.render({"a": "x"}) == "Hello xx12"


def test_scopes_go_through() -> None:
    made = Environment()
    made.add_tag("with", WithTag)
    assert made.parse("{% with p: 'x', q: a %}{{ p }}{{ q }}{% assign z = 3 %}{% endwith %}[{{ p }}]{{ z }}").render({"a": 7}) == "x7[]3"


def test_loops_and_interrupts() -> None:
    made = Environment()
    made.add_tag("for", UpstreamFor)
    source = "{% for i in l %}{{ i }}{{ forloop.index }}{% if i == 'b' %}{% break %}{% endif %},{% else %}none{% endfor %}|"
    source += "{% for i in e %}{% else %}none{% endfor %}"
    assert made.parse(source).render({"l": ["a", "b", "c"], "e": []}) == "a1,b2|none"


def test_errors_become_ours() -> None:
    made = Environment()
    made.add_tag("with", WithTag)
    with pytest.raises(LiquidSyntaxError) as caught:
        made.parse("\n{% with %}{% endwith %}")
    assert caught.value.line == 2
    with pytest.raises(LiquidError, match="'with' tag was never closed"):
        made.parse("{% with a: 1 %}")


def test_filters() -> None:
    @with_context
    def join_name(value: object, *, context: RenderContext) -> str:
        return f"{value}{context.resolve('name')}"

    made = Environment()
    made.add_filter("join_name", join_name)
    assert made.parse("{{ 'a' | join_name | upcase }}").render({"name": "b"}) == "AB"


def test_python_liquids_analysis_reads_our_templates() -> None:
    from pyjekyll.liquid._upstream import analyze

    source = "{% assign x = page.title | upcase %}\n{% for i in site.posts %}{{ i.url }}{{ a[b.c] }}{% endfor %}{{ i }}"
    analysis = analyze(Environment().parse(source))
    assert sorted(analysis.globals) == ["a", "b", "i", "page", "site"]
    assert sorted(analysis.locals) == ["x"]
    assert sorted(analysis.tags) == ["assign", "for"]
    assert {name: [span.index for span in spans] for name, spans in analysis.filters.items()} == {"upcase": [1]}
