"""Compose the Liquid environment of one build: standard and Jekyll tags and filters, then the plugins'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pyjekyll.cache import Store
from pyjekyll.liquid.context import Context
from pyjekyll.liquid.environment import Environment
from pyjekyll.liquid.errors import LiquidError
from pyjekyll.liquid.tag import Block, Tag
from pyjekyll.plugins.blame import Origin, guarded
from pyjekyll.plugins.registry import Registry
from pyjekyll.ruby.text import truthy
from pyjekyll.site import Site

# What depends on more than its arguments: on the clock, on chance, on files that nobody notes.
TIMED = frozenset({"date", "date_to_string", "date_to_long_string", "date_to_xmlschema", "date_to_rfc822"})
_VOLATILE = frozenset({"sample", "sassify", "scssify"})


def make_environment(site: Site, registry: Registry, store: Store) -> Environment:
    """Return the environment for the site's templates, with the modes that `liquid:` in the configuration names.

    The environment of an earlier build over the same store serves again, with the templates it has parsed, if nothing that
    parsing depends on has changed since.
    """
    options = site.config.liquid
    modes: dict[str, Any] = {
        "error_mode": str(options.get("error_mode") or "warn"),
        "strict_filters": truthy(options.get("strict_filters")),
        "strict_variables": truthy(options.get("strict_variables")),
        "blank_method": "jekyll-mentions" in registry.loaded,
    }
    rules = (modes, dict(registry.filters), dict(registry.tags))
    environment: Environment | None = store.live.get("environment")
    if environment is not None and environment.rules == rules:
        environment.begin()
    else:
        environment = store.live["environment"] = _compose(modes, registry)
        environment.rules = rules
    environment.lost_tags = registry.lost_tags
    site.block_tags = lambda name: _is_block(environment, name)
    return environment


def _compose(modes: dict[str, Any], registry: Registry) -> Environment:
    from pyjekyll import filters, tags

    environment = Environment(**modes)
    environment.watched_filters = TIMED | _VOLATILE | registry.impure_filters
    filters.register(environment)
    tags.register(environment)
    for name, function in registry.filters.items():
        environment.add_filter(name, guarded(function, registry.origins[function], f"filter {name}", in_template=True))
    for name, (target, block) in registry.tags.items():
        origin, what = registry.origins[target], f"tag {name}"
        if isinstance(target, type):
            factory: Any = guarded_tag(target, origin, what) if issubclass(target, Tag) else target
            environment.add_tag(name, factory)
        else:
            environment.add_tag(name, function_tag(guarded(target, origin, what, in_template=True), block))
    return environment


def _is_block(environment: Environment, name: str) -> bool:
    factory: Any = environment.tag_factory(name)
    return isinstance(factory, type) and issubclass(factory, Block)


def guarded_tag(target: Any, origin: Origin, what: str) -> type[Tag]:
    """Make a tag class like the plugin's, whose exceptions name the plugin."""

    make = guarded(target.__init__, origin, what, in_template=True)

    class GuardedTag(target):  # type: ignore[misc]
        def __init__(self, name: str, markup: str, parse_context: Any) -> None:
            try:
                make(self, name, markup, parse_context)
            except LiquidError as error:
                error.line = error.line or parse_context.line_number
                raise

        parse = guarded(target.parse, origin, what, in_template=True)

        def compile(self, compiler: Any) -> Any:
            step = super().compile(compiler)
            return guarded(step, origin, what, in_template=True) if callable(step) else step

    guarded_class: type[Tag] = GuardedTag
    return guarded_class


def function_tag(function: Callable[..., Any], block: bool) -> type[Tag]:
    """Make a tag class of a function (context, markup) -> text; as a block it gets the rendered body as its third argument."""
    if block:

        class FunctionBlock(Block):
            def render(self, context: Context) -> str:
                return str(function(context, self.markup, super().render(context)))

        return FunctionBlock

    class FunctionTag(Tag):
        def render(self, context: Context) -> str:
            return str(function(context, self.markup))

    return FunctionTag
