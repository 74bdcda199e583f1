"""Compose the Liquid environment of one build: standard and Jekyll tags and filters, then the plugins'."""

from __future__ import annotations

from typing import Any

from pyjekyll.plugins.registry import Registry
from pyjekyll.site import Site


def make_environment(site: Site, registry: Registry) -> Any:
    """Return the environment for the site's templates, with the modes that `liquid:` in the configuration names."""
    from pyjekyll import filters, tags
    from pyjekyll.liquid.environment import Environment

    options = site.config.liquid
    environment = Environment(
        error_mode=str(options.get("error_mode") or "warn"),
        strict_filters=bool(options.get("strict_filters")),
        strict_variables=bool(options.get("strict_variables")),
        blank_method="jekyll-mentions" in registry.loaded,
    )
    filters.register(environment)
    tags.register(environment)
    for name, function in registry.filters.items():
        environment.add_filter(name, function)
    for name, (target, block) in registry.tags.items():
        environment.add_tag(name, _tag_factory(target, block))
    site.block_tags = environment.is_block
    return environment


def _tag_factory(target: Any, block: bool) -> Any:
    """Return a tag class as it is; wrap a plain function (context, markup[, body]) -> text."""
    if isinstance(target, type):
        return target
    from pyjekyll.liquid.tag import function_tag

    return function_tag(target, block)
