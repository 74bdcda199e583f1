"""Say what a site loses with a plugin that is not run, and where it uses it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pyjekyll.plugins.known_gems import KNOWN, Brings
from pyjekyll.read.frontmatter import starts_file

if TYPE_CHECKING:
    from pyjekyll.config import Config
    from pyjekyll.plugins.registry import Registry
    from pyjekyll.theme import Theme

PORTING = 'See "Porting a Ruby plugin" in the manual (docs/writing-plugins/#porting).'
_LIMIT = 1 << 20  # bytes of a file that is looked into
_SHOWN = 3  # places that are named for each use
_SKIPPED = ("node_modules", "vendor", "_site", "_data", "_plugins", "_sass")
_QUIET = re.compile(r"\{%-?\s*(raw|comment)\s*-?%\}.*?\{%-?\s*end\1\s*-?%\}", re.DOTALL)
_MARKUP = re.compile(r"\{%-?\s*(?P<tag>\w+)(?P<rest>.*?)%\}|\{\{(?P<output>.*?)\}\}", re.DOTALL)
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
_FILTER = re.compile(r"\|\s*([A-Za-z_]\w*)")
# What is a tag only inside another one's body.
_PARTS = ("else", "elsif", "when")


class Uses(NamedTuple):
    """Where the templates of a site use which tags and filters: `path:line` by name."""

    tags: dict[str, list[str]]
    filters: dict[str, list[str]]


def uses_of(config: Config, theme: Theme | None) -> Uses:
    """Look through the templates of the site and its theme."""
    uses = Uses({}, {})
    for path, shown in _templates(config, theme):
        with open(path, "rb") as file:
            data = file.read(_LIMIT)
        if (b"{%" in data or b"{{" in data) and b"\0" not in data:
            _note(uses, data.decode("utf-8", "replace"), shown)
    return uses


def _templates(config: Config, theme: Theme | None) -> Iterator[tuple[str, str]]:
    """Yield the files that may be templates, and what they are called in a message."""
    roots = [(str(config.source), "")]
    if theme is not None and not theme.root.startswith(str(config.source)):
        roots.append((theme.root, f"{theme.name}: "))
    for root, prefix in roots:
        for base, folders, files in os.walk(root):
            left_out = (*_SKIPPED, os.path.basename(str(config.destination)))
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in left_out)
            for name in sorted(files):
                path = os.path.join(base, name)
                shown = os.path.relpath(path, root)
                if not name.startswith(".") and os.path.isfile(path) and _may_be_rendered(path, shown, config):
                    yield path, prefix + shown


def _may_be_rendered(path: str, shown: str, config: Config) -> bool:
    """Tell a layout, an include, a document or a page from a static file, which may hold anything, braces too."""
    if shown.startswith(("_", config.includes_dir, config.layouts_dir)):
        return True
    return path.rpartition(".")[2] in config.markdown_ext.split(",") or starts_file(path)


def _note(uses: Uses, text: str, shown: str) -> None:
    text = _QUIET.sub(lambda found: "\n" * found[0].count("\n"), text)
    for found in _MARKUP.finditer(text):
        place = f"{shown}:{text.count(chr(10), 0, found.start()) + 1}"
        if found["tag"]:
            uses.tags.setdefault(found["tag"], []).append(place)
        for name in _FILTER.findall(_TEXT.sub("", found["rest"] or found["output"] or "")):
            uses.filters.setdefault(name, []).append(place)


def brought_by(gem: str, uses: Uses, registry: Registry, others: list[Brings]) -> Brings:
    """Return what a gem brings; of one that is not known, what the site uses and neither a plugin nor one of the others provides."""
    if gem in KNOWN:
        return KNOWN[gem]
    tags, filters = provided(registry)
    tags.update(_PARTS, *(each.tags for each in (*KNOWN.values(), *others)))
    filters.update(*(each.filters for each in (*KNOWN.values(), *others)))
    return Brings(
        tuple(name for name in uses.tags if name not in tags and not name.startswith("end")),
        tuple(name for name in uses.filters if name not in filters),
    )


def provided(registry: Registry) -> tuple[set[str], set[str]]:
    """Return the names of all tags and filters of a build."""
    from pyjekyll import filters, tags
    from pyjekyll.liquid.environment import Environment

    environment = Environment()
    filters.register(environment)
    tags.register(environment)
    return {*environment.tag_names(), *registry.tags}, {*environment.filters, *registry.filters}


def sentence(brings: Brings, uses: Uses) -> str:
    """Return what the site loses in words, each tag and filter with the places of its use."""
    tags = [_with_places(name, uses.tags[name]) for name in brings.tags if name in uses.tags]
    filters = [_with_places(name, uses.filters[name]) for name in brings.filters if name in uses.filters]
    lost = [*_listed("tag", tags), *_listed("filter", filters), *brings.others]
    if lost:
        return f"The site loses {', '.join(lost)}."
    return "No template uses what it brings." if brings.tags or brings.filters else "What it adds is missing."


def _listed(kind: str, names: list[str]) -> list[str]:
    if not names:
        return []
    return [f"the {kind if len(names) == 1 else kind + 's'} {', '.join(names)}"]


def _with_places(name: str, places: list[str]) -> str:
    places = list(dict.fromkeys(places))
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return f"{name} ({', '.join(places[:_SHOWN])}{more})"
