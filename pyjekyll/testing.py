"""What tests of sites and plugins use."""

from __future__ import annotations

from typing import Any

__all__ = ["render_page"]


def render_page(source: str, ext: str = ".md", config: dict[str, Any] | None = None) -> str:
    """Render one page body (after its front matter) through Liquid and its converter, with Jekyll's defaults and no layout.

    `config` is merged over the defaults. Raises what a build raises.
    """
    import tempfile

    from pyjekyll.build import make_site
    from pyjekyll.cache import Store
    from pyjekyll.config import load
    from pyjekyll.log import Log
    from pyjekyll.model.page import GeneratedPage
    from pyjekyll.plugins.loader import load as load_plugins
    from pyjekyll.render.environment import make_environment
    from pyjekyll.render.renderer import Renderer

    with tempfile.TemporaryDirectory() as folder:
        log = Log("error")
        settings = load({**(config or {}), "source": folder, "destination": f"{folder}/_site", "disable_disk_cache": True}, log)
        registry = load_plugins(settings, log)
        site = make_site(settings, registry, log, Store())
        page = GeneratedPage(site, name=f"page{ext}", content=source)
        site.renderer = renderer = Renderer(site, registry, make_environment(site, registry, Store()))
        return renderer.run(page, renderer.payload)
