"""The only importer of python-liquid: third-party tags and filters written for it, and its static analysis.

Importing python-liquid takes as long as building a small site, so nothing here is on the path of an ordinary build: this module
is imported when a python-liquid tag or filter is registered, or when somebody asks for python-liquid's analysis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, Any, TextIO

from liquid import Environment as UpstreamEnvironment
from liquid import Mode
from liquid import RenderContext as UpstreamContext
from liquid.ast import Node as UpstreamNode
from liquid.builtin.expressions import (
    Filter,
    FilteredExpression,
    Identifier,
    KeywordArgument,
    Nil,
    Path,
    PositionalArgument,
    StringLiteral,
)
from liquid.builtin.expressions.primitive import RangeLiteral
from liquid.exceptions import BreakLoop, ContinueLoop, StopRender
from liquid.exceptions import LiquidError as UpstreamError
from liquid.expression import Expression
from liquid.static_analysis import TemplateAnalysis
from liquid.static_analysis import analyze as upstream_analyze
from liquid.stream import TokenStream
from liquid.tag import Tag as UpstreamTag
from liquid.template import BoundTemplate
from liquid.token import TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG, Token

from pyjekyll.liquid.body import Body, Node
from pyjekyll.liquid.context import BREAK, CONTINUE, Context
from pyjekyll.liquid.errors import LiquidError, LiquidSyntaxError
from pyjekyll.liquid.expression import Lookup, RangeLookup
from pyjekyll.liquid.output import Output
from pyjekyll.liquid.tag import Block, Tag
from pyjekyll.liquid.values import to_liquid

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Step
    from pyjekyll.liquid.environment import Environment, Template
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.liquid.tokenizer import Tokenizer

_BODY = "pyjekyll body"


# --- tags -------------------------------------------------------------------------------------------------------------


def adapted_tag(tag_class: type[UpstreamTag]) -> Callable[[str, str, ParseContext], Tag]:
    """Return a factory of tags that parse and render by a python-liquid Tag class."""

    def factory(name: str, markup: str, parse_context: ParseContext) -> Tag:
        return AdaptedTag(tag_class, name, markup, parse_context)

    return factory


class AdaptedTag(Block):
    """A python-liquid tag inside our templates: it sees its own tag's tokens, and our bodies as opaque nodes."""

    def __init__(self, tag_class: type[UpstreamTag], name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.environment = upstream_environment(parse_context.environment)
        self.tag = tag_class(self.environment)
        self.blank = False
        self.sections: list[tuple[str, str, Body]] = []
        self.node: UpstreamNode | None = None

    @property
    def block_delimiter(self) -> str:
        return self.tag.end or f"end{self.name}"

    def parse(self, tokens: Tokenizer) -> None:
        """Read the bodies with our parser, then let the tag parse a stream in which each is one token."""
        if self.tag.block and self.tag.end:
            body = self.body
            while self.parse_body(body, tokens):
                body = self.sections[-1][2]
            self.blank = False
        self.environment.tags[_BODY] = _BodyTag(self.environment, list(self.bodies))
        try:
            self.node = self.tag.parse(TokenStream(iter(self._tokens())))
        except UpstreamError as error:
            raise LiquidSyntaxError(_message(error), line=self.line) from error

    def unknown_tag(self, name: str, markup: str) -> None:
        """Take any tag that we do not know for one that divides the block; the tag itself objects if it is not."""
        self.sections.append((name, markup, Body()))

    @property
    def bodies(self) -> list[Body]:
        return [self.body, *(body for _, _, body in self.sections)]

    def _tokens(self) -> Iterator[Token]:
        yield from _tag_tokens(self.name, self.markup)
        if not (self.tag.block and self.tag.end):
            return
        yield Token(TOKEN_TAG, _BODY, 0, "")
        for index, (name, markup, _) in enumerate(self.sections, start=1):
            yield from _tag_tokens(name, markup)
            yield Token(TOKEN_TAG, _BODY, index, "")
        yield Token(TOKEN_TAG, self.tag.end, 0, "")

    def compile(self, compiler: Compiler) -> Step:
        for body in self.bodies:
            body.compile(compiler)
        node, environment = self.node, self.environment
        assert node is not None

        def run(context: Context, out: list[str]) -> None:
            buffer = StringIO()
            try:
                node.render(bridge(environment, context), buffer)
            except BreakLoop:
                context.interrupts.append(BREAK)
            except ContinueLoop:
                context.interrupts.append(CONTINUE)
            except StopRender:
                context.interrupts.append(BREAK)
            except UpstreamError as error:
                raise LiquidError(_message(error)) from error
            out.append(buffer.getvalue())

        return run

    @property
    def may_interrupt(self) -> bool:
        return True


def _tag_tokens(name: str, markup: str) -> Iterator[Token]:
    yield Token(TOKEN_TAG, name, 0, markup)
    if markup.strip():
        yield Token(TOKEN_EXPRESSION, markup.strip(), 0, markup)


def _message(error: UpstreamError) -> str:
    return str(error.args[0]) if error.args else type(error).__name__


class _BodyTag(UpstreamTag):
    block = False
    name = _BODY

    def __init__(self, env: UpstreamEnvironment, bodies: list[Body]) -> None:
        super().__init__(env)
        self.bodies = bodies

    def parse(self, stream: TokenStream) -> UpstreamNode:
        return _BodyNode(stream.current, self.bodies[stream.current.start_index])


class _BodyNode(UpstreamNode):
    def __init__(self, token: Token, body: Body) -> None:
        super().__init__(token)
        self.body = body
        self.blank = False

    def render_to_output(self, context: UpstreamContext, buffer: TextIO) -> int:
        outer = _outer(context)
        for namespace in getattr(context, "namespaces", ()):
            # A loop changes its namespace between two renderings of the body.
            outer.visible.update((name, to_liquid(value)) for name, value in namespace.items())
        text = self.body.render(outer)
        buffer.write(text)
        if outer.interrupts:
            raise (BreakLoop if outer.interrupts.pop() is BREAK else ContinueLoop)("")
        return len(text)


class _Bridge(UpstreamContext):
    """A python-liquid render context over ours: scopes and assignments go through."""

    outer: Context | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.namespaces: list[Mapping[str, object]] = []

    @contextmanager
    def extend(self, namespace: Mapping[str, object], *args: Any, **kwargs: Any) -> Iterator[UpstreamContext]:
        assert self.outer is not None
        self.namespaces.append(namespace)
        with super().extend(namespace, *args, **kwargs) as context, self.outer.scope(namespace):
            yield context
        self.namespaces.pop()

    def assign(self, key: str, val: Any) -> None:
        super().assign(key, val)
        assert self.outer is not None
        self.outer.assign(str(key), val)


def bridge(environment: UpstreamEnvironment, context: Context) -> _Bridge:
    """Return a python-liquid render context that sees what ours sees."""
    result = _Bridge(BoundTemplate(environment, []), globals=context.visible)
    result.outer = context
    return result


def _outer(context: UpstreamContext | None) -> Context:
    while context is not None:
        outer = getattr(context, "outer", None)
        if isinstance(outer, Context):
            return outer
        context = context.parent_context
    raise LiquidError("a python-liquid tag rendered its block without its context")


def upstream_environment(environment: Environment) -> UpstreamEnvironment:
    """Return the python-liquid environment that goes with ours; our filters are in it."""
    if environment.upstream is None:
        upstream = UpstreamEnvironment(tolerance=Mode.STRICT)
        for name in environment.filters:
            upstream.filters[name] = _lent_filter(environment, name)
        environment.upstream = upstream
    return environment.upstream  # type: ignore[no-any-return]


def _lent_filter(environment: Environment, name: str) -> Callable[..., Any]:
    def apply(value: Any, *arguments: Any, context: UpstreamContext, **keywords: Any) -> Any:
        return environment.filter_call(name, arguments, keywords or None)(_outer(context), value)

    apply.with_context = True  # type: ignore[attr-defined]
    return apply


# --- filters ----------------------------------------------------------------------------------------------------------


def adapted_filter(environment: Environment, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return our kind of filter for one that python-liquid's `with_context` or `with_environment` marks."""
    takes_context = getattr(function, "with_context", False)
    takes_environment = getattr(function, "with_environment", False)

    def apply(context: Context, value: Any, *arguments: Any, **keywords: Any) -> Any:
        upstream = upstream_environment(environment)
        if takes_context:
            keywords["context"] = bridge(upstream, context)
        if takes_environment:
            keywords["environment"] = upstream
        try:
            return function(value, *arguments, **keywords)
        except UpstreamError as error:
            raise LiquidError(_message(error)) from error

    apply.wants_context = True  # type: ignore[attr-defined]
    return apply


# --- static analysis --------------------------------------------------------------------------------------------------


def analyze(template: Template) -> TemplateAnalysis:
    """Run python-liquid's static analysis over one of our templates; positions in it are line numbers."""
    environment = upstream_environment(template.environment)
    nodes: list[UpstreamNode] = [_NodeView(node) for node in template.body.nodes if isinstance(node, Node)]
    return upstream_analyze(BoundTemplate(environment, nodes, template.name), include_partials=False)


class _NodeView(UpstreamNode):
    """One of our nodes as python-liquid's analysis walks it."""

    def __init__(self, node: Node) -> None:
        kind, name = (TOKEN_TAG, node.name) if isinstance(node, Tag) else (TOKEN_OUTPUT, "")
        super().__init__(Token(kind, name, node.line or 0, ""))
        self.node = node

    def render_to_output(self, context: UpstreamContext, buffer: TextIO) -> int:
        raise NotImplementedError

    def children(self, static_context: UpstreamContext, *, include_partials: bool = True) -> Iterable[UpstreamNode]:
        return [_NodeView(child) for child in self.node.children()]

    def expressions(self) -> Iterable[Expression]:
        if isinstance(self.node, Output):
            return [_filtered(self.node, self.token)]
        return [_expression(each, self.token) for each in self.node.expressions()]

    def template_scope(self) -> Iterable[Identifier]:
        return [Identifier(name, token=self.token) for name in self.node.assigns()]

    def block_scope(self) -> Iterable[Identifier]:
        return [Identifier(name, token=self.token) for name in self.node.scope()]


def _filtered(output: Output, token: Token) -> Expression:
    filters = []
    for each in output.filters:
        arguments: list[KeywordArgument | PositionalArgument] = [
            PositionalArgument(_expression(argument, token)) for argument in each.arguments
        ]
        arguments += [KeywordArgument(token, key, _expression(value, token)) for key, value in (each.keywords or {}).items()]
        filters.append(Filter(token, each.name, arguments))
    return FilteredExpression(token, _expression(output.name, token), filters)


def _expression(value: Any, token: Token) -> Expression:
    if isinstance(value, Lookup):
        return _path(value, token)
    if isinstance(value, RangeLookup):
        return RangeLiteral(token, _expression(value.first, token), _expression(value.last, token))
    return Nil(token) if value is None else StringLiteral(token, str(value))


def _path(lookup: Lookup, token: Token) -> Path:
    return Path(token, [_path(key, token) if isinstance(key, Lookup) else key if isinstance(key, (str, int)) else str(key) for key in lookup.path])
