"""`{% include_relative file.md %}`: an include relative to the page that is rendered."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.values import fetch
from pyjekyll.tags.include import Include, Measured, locate

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context
    from pyjekyll.liquid.environment import Template


class IncludeRelative(Include):
    """Render a file beside the page in place; inside an include it is still the page that counts."""

    def load(self, context: Context, name: str) -> Template | Measured:
        """Return the parsed file; a file is parsed once a build, whichever page includes it."""
        path = locate(name, [page_folder(context)], context.registers["site"].safe)
        partials = context.environment.partials
        template = partials.get(path)
        if template is None:
            template = partials[path] = self.parse_file(context, path)
        if context.environment.recorder is not None:
            context.environment.recorder.included(template, path, relative=True)
        return template if context.environment.measure is None else Measured(template, context.environment.measure)


def page_folder(context: Context) -> str:
    """Return the folder of the page that is rendered, the site's source without one."""
    site: Any = context.registers["site"]
    page = context.registers.get("page")
    if page is None:
        return str(site.source)
    path = page["path"]
    if fetch(page, "collection"):
        path = os.path.join(site.config["collections_dir"] or "", path)
    folder = os.path.dirname(path.removesuffix("/#excerpt"))
    # Nothing leaves the source: ".." at the root of a path stays there.
    return os.path.join(str(site.source), os.path.normpath(f"/{folder}").lstrip("/"))
