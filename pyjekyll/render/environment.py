"""Compose the Liquid environment of one build: standard and Jekyll tags and filters, then the plugins'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pyjekyll.cache import Store
from pyjekyll.liquid.context import Context
from pyjekyll.liquid.environment import Environment
from pyjekyll.liquid.tag import Block, Tag
from pyjekyll.plugins.registry import Registry
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
        "strict_filters": bool(options.get("strict_filters")),
        "strict_variables": bool(options.get("strict_variables")),
        "blank_method": "jekyll-mentions" in registry.loaded,
    }
    rules = (modes, dict(registry.filters), dict(registry.tags))
    environment: Environment | None = store.live.get("environment")
    if environment is not None and environment.rules == rules:
        environment.begin()
    else:
        environment = store.live["environment"] = _compose(modes, registry)
        environment.rules = rules
    site.block_tags = lambda name: _is_block(environment, name)
    return environment


def _compose(modes: dict[str, Any], registry: Registry) -> Environment:
    from pyjekyll import filters, tags

    environment = Environment(**modes)
    environment.watched_filters = TIMED | _VOLATILE | registry.impure_filters
    filters.register(environment)
    tags.register(environment)
    for name, function in registry.filters.items():
        environment.add_filter(name, function)
    for name, (target, block) in registry.tags.items():
        environment.add_tag(name, target if isinstance(target, type) else function_tag(target, block))
    return environment


def _is_block(environment: Environment, name: str) -> bool:
    factory: Any = environment.tag_factory(name)
    return isinstance(factory, type) and issubclass(factory, Block)


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
