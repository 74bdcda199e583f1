"""The environment of one build: tags, filters, modes, and the templates parsed with them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, MutableMapping
from typing import TYPE_CHECKING, Any, Protocol

from pyjekyll.errors import PyjekyllError
from pyjekyll.liquid.body import Body, Compiler
from pyjekyll.liquid.context import Context, Step
from pyjekyll.liquid.errors import ForeignError, LiquidStackError, LiquidSyntaxError
from pyjekyll.liquid.expression import parse as parse_expression
from pyjekyll.liquid.parsing import ParseContext
from pyjekyll.liquid.tokenizer import Tokenizer
from pyjekyll.ruby.errors import RubyError, RubyTypeError
from pyjekyll.ruby.inspect import class_name

if TYPE_CHECKING:
    from pyjekyll.liquid.calls import Apply
    from pyjekyll.liquid.condition import Condition
    from pyjekyll.liquid.output import Output
    from pyjekyll.liquid.tag import Tag

TagFactory = Callable[[str, str, ParseContext], "Tag"]
# A hundred includes, each a hundred blocks deep, at a few frames each: Ruby gets there, so Python must.
_FRAMES = 40_000
# So many parsed expressions are kept from build to build: many more than a large site has, and more must be forgotten ones.
_MANY = 50_000
_INVALID_BYTES = re.compile("[\udc80-\udcff]")


class Recorder(Protocol):
    """Who wants to know what templates use."""

    def included(self, template: Template, name: str, relative: bool) -> None:
        """Hear of a file that a template includes."""

    def apply(self, name: str, arguments: tuple[Any, ...], apply: Apply, context: Context, value: Any) -> Any:
        """Apply a filter that `watched_filters` names; the arguments are expressions."""


class Environment:
    """Parse templates with a set of tags and filters.

    `error_mode` ("lax", "warn", "strict"), `strict_filters` and `strict_variables` are Jekyll's `liquid:` settings; `blank_method`
    says that ActiveSupport is loaded (by jekyll-mentions), which gives values a `blank?`.
    """

    def __init__(
        self, error_mode: str = "warn", strict_filters: bool = False, strict_variables: bool = False, blank_method: bool = False
    ) -> None:
        from pyjekyll.liquid.tags import STANDARD_TAGS

        self.error_mode = error_mode
        self.strict_filters = strict_filters
        self.strict_variables = strict_variables
        self.blank_method = blank_method
        self.tags: dict[str, TagFactory | str] = dict(STANDARD_TAGS)
        self.filters: dict[str, Callable[..., Any] | str] = _standard_filters()
        self.expressions: dict[str, Any] = {}
        self.outputs: dict[str, Any] = {}
        self.partials: dict[str, Template] = {}
        self._parsed: dict[tuple[str, str], Template] = {}
        self._earlier: dict[tuple[str, str], Template] = {}
        # Told what templates use, for incremental builds.
        self.recorder: Recorder | None = None
        # Tags that are known to be missing, and the plugin that would bring each.
        self.lost_tags: dict[str, str] = {}
        # The filters that the recorder wants to see applied.
        self.watched_filters: frozenset[str] = frozenset()
        # Told path, text and seconds of each included file, under `--profile`.
        self.measure: Callable[[str, str, float], None] | None = None
        self.upstream: Any = None
        # What the tags and filters were made from, for whoever wants to know whether an environment can serve again.
        self.rules: Any = None

    # --- registry -------------------------------------------------------------------------------------------------------

    def add_tag(self, name: str, factory: TagFactory | str) -> None:
        """Register a tag: a Tag class or another factory, "module:name" for one that is imported when first used.

        A Tag class written for python-liquid will do, too.
        """
        if isinstance(factory, type) and any(base.__module__ == "liquid.tag" for base in factory.__mro__):
            from pyjekyll.liquid._upstream import adapted_tag

            factory = adapted_tag(factory)
        self.tags[name] = factory

    def add_filter(self, name: str, function: Callable[..., Any] | str) -> None:
        """Register a filter `function(value, *args)`; one with a true attribute `wants_context` gets the context first.

        A filter that python-liquid's decorators give its own context or environment will do, too.
        """
        if getattr(function, "with_context", False) or getattr(function, "with_environment", False):
            from pyjekyll.liquid._upstream import adapted_filter

            function = adapted_filter(self, function)  # type: ignore[arg-type]
        self.filters[name] = function

    def tag_factory(self, name: str) -> TagFactory | None:
        """Return what makes the tag of that name."""
        factory = self.tags.get(name)
        if isinstance(factory, str):
            factory = self.tags[name] = _imported(factory)
        return factory

    def tag_names(self) -> Iterable[str]:
        """Return the names of all tags."""
        return self.tags

    def filter_function(self, name: str) -> Callable[..., Any] | None:
        """Return the filter of that name."""
        function = self.filters.get(name)
        if isinstance(function, str):
            function = self.filters[name] = _imported(function)
        return function

    def filter_call(self, name: str, arguments: tuple[Any, ...], keywords: dict[str, Any] | None) -> Apply:
        """Return the closure that applies a filter with these arguments; an unknown one leaves the value alone, as in Ruby."""
        from pyjekyll.liquid.calls import filter_call

        apply = filter_call(self, name, arguments, keywords)
        return _watched(name, (*arguments, *(keywords or {}).values()), apply) if name in self.watched_filters else apply

    # --- parsing --------------------------------------------------------------------------------------------------------

    def parse(self, source: str, name: str = "") -> Template:
        """Parse a template; the same text is parsed once for as long as `forget_unused` finds it in use.

        Raises LiquidSyntaxError, and LiquidStackError for blocks nested deeper than a hundred.
        """
        key = (source, name)
        template = self._parsed.get(key)
        if template is None:
            template = self._earlier.pop(key) if key in self._earlier else Template(self, source, name)
            self._parsed[key] = template
        return template

    def begin(self) -> None:
        """Start another build: files are read again, texts parsed before need not be."""
        self.partials.clear()
        self.recorder = None
        self._earlier.update(self._parsed)
        self._parsed.clear()

    def forget_unused(self, partial: bool = False) -> None:
        """End a build: drop what it did not use, unless that was a part of the items only."""
        if not partial:
            self._earlier.clear()
        if len(self.expressions) + len(self.outputs) > _MANY:
            self.expressions.clear()
            self.outputs.clear()

    def expression(self, markup: str | None) -> Any:
        """Parse an expression; results are kept, for templates repeat themselves."""
        if markup is None:
            return None
        try:
            return self.expressions[markup]
        except KeyError:
            expression = self.expressions[markup] = parse_expression(markup)
            return expression

    def parse_condition(self, markup: str) -> Condition:
        """Parse a condition by the strict rules, as Jekyll's where_exp does; it has `evaluate(context)`.

        Raises LiquidSyntaxError, and RubyTypeError for markup that is no string.
        """
        from pyjekyll.liquid.condition import parse_condition

        return parse_condition(self, _text(markup), self.expression)

    def parse_variable(self, markup: str) -> Output:
        """Parse what may stand in `{{ }}`, as Jekyll's group_by_exp does; it has `evaluate(context)`.

        Raises RubyTypeError: the markup is no string.
        """
        return ParseContext(self).output(_text(markup))


class Template:
    """A parsed template.

    `warnings` are the syntax errors that a lenient parse got over; `names`, `tags`, `filters` and `partials` say which top-level
    names it reads, which tags and filters it uses, and which files it includes (None: a name known only while rendering).
    """

    __slots__ = ("_checked", "_run", "body", "environment", "filters", "name", "names", "partials", "tags", "warnings")

    def __init__(self, environment: Environment, source: str, name: str = "") -> None:
        allow_deep_recursion()
        parse_context = ParseContext(environment)
        self.environment, self.name = environment, name
        self.body = _document(source, parse_context)
        self.warnings = parse_context.warnings
        self.names, self.tags = parse_context.names, parse_context.tags
        self.filters, self.partials = parse_context.filters, parse_context.partials
        self._run: Step | None = None
        self._checked: Step | None = None

    def render(self, variables: Any, registers: MutableMapping[str, Any] | None = None) -> str:
        """Return the template's text for these variables, which `increment` and `decrement` change.

        Raises LiquidError: anything that aborts Ruby's `render!`.
        """
        context = Context(self.environment, variables, {} if registers is None else registers)
        out: list[str] = []
        try:
            self.render_into(context, out)
        except RecursionError:
            raise LiquidStackError("Nesting too deep") from None
        except RubyError as error:
            raise ForeignError(str(error), error.ruby_class) from error
        return "".join(out)

    def render_into(self, context: Context, out: list[str]) -> None:
        """Render inside another template's context, as an include does."""
        if context.interrupts:
            (self._checked or self._compile(True))(context, out)
        else:
            (self._run or self._compile(False))(context, out)

    def _compile(self, checked: bool) -> Step:
        step = self.body.compile(Compiler(self.environment, checked))
        if checked:
            self._checked = step
        else:
            self._run = step
        return step

    def analyze(self) -> Any:
        """Return the variables, filters and tags that the template uses, with their lines."""
        from pyjekyll.liquid.analysis import analyze

        return analyze(self)


def _watched(name: str, arguments: tuple[Any, ...], apply: Apply) -> Apply:
    def run(context: Context, value: Any) -> Any:
        recorder = context.environment.recorder
        return apply(context, value) if recorder is None else recorder.apply(name, arguments, apply, context, value)

    return run


def _document(source: str, parse_context: ParseContext) -> Body:
    body = Body()
    _require_text(source)
    try:
        found = body.parse(Tokenizer(source), parse_context)
        if found is not None:
            raise _stray(found[0], parse_context)
    except LiquidSyntaxError as error:
        error.rendered_at(parse_context.line_number)
        raise
    except PyjekyllError as error:
        # A message of another kind does not show the line.
        error.template_line = error.template_line or parse_context.line_number
        raise
    except RubyError as error:
        foreign = ForeignError(str(error), error.ruby_class)
        foreign.rendered_at(parse_context.line_number)
        raise foreign from error
    except RecursionError:
        raise LiquidStackError("Nesting too deep") from None
    return body


def _require_text(source: str) -> None:
    """Raise what Ruby's scanner raises for bytes that are no UTF-8, which stand as surrogates here."""
    found = None if source.isascii() else _INVALID_BYTES.search(source)
    if found is not None:
        error = ForeignError("invalid byte sequence in UTF-8", "ArgumentError", hint="Save the file as UTF-8.")
        error.rendered_at(source.count("\n", 0, found.start()) + 1)
        raise error


def _stray(name: str, parse_context: ParseContext) -> LiquidSyntaxError:
    if name in ("else", "end"):
        return LiquidSyntaxError(f"Unexpected outer '{name}' tag", hint="No block is open here.")
    return parse_context.unknown_tag(name)


def allow_deep_recursion() -> None:
    """Let Python's stack grow as deep as Ruby's; it is never lowered again, for another thread may be rendering."""
    if sys.getrecursionlimit() < _FRAMES:
        sys.setrecursionlimit(_FRAMES)


def _text(markup: Any) -> str:
    if isinstance(markup, str):
        return markup
    shown = {None: "nil", True: "true", False: "false"}.get(markup) if markup is None or isinstance(markup, bool) else class_name(markup)
    raise RubyTypeError(f"no implicit conversion of {shown} into String")


def _standard_filters() -> dict[str, Callable[..., Any] | str]:
    from pyjekyll.liquid.filters import FILTERS

    return dict(FILTERS)


def _imported(place: str) -> Any:
    from importlib import import_module

    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
