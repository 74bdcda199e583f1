"""What to try next when a template uses a tag or filter that nobody registered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

# Tags that sites use, and the plugin that brings each.
PLUGIN_TAGS: dict[str, str] = {
    "seo": "jekyll-seo-tag",
    "feed_meta": "jekyll-feed",
    "gist": "jekyll-gist",
    "avatar": "jekyll-avatar",
    "include_cached": "jekyll-include-cache",
    "toc": "jekyll-toc",
    "github_edit_link": "jekyll-github-metadata",
    "octicon": "jekyll-octicons",
    "last_modified_at": "jekyll-last-modified-at",
    "bibliography": "jekyll-scholar",
    "bibliography_count": "jekyll-scholar",
    "cite": "jekyll-scholar",
    "cite_details": "jekyll-scholar",
    "quote": "jekyll-scholar",
    "reference": "jekyll-scholar",
    "details": "jekyll-scholar",
    "static_href": "jekyll-polyglot",
    "I18n_Headers": "jekyll-polyglot",
    "twitter": "jekyll-twitter-plugin",
    "tabs": "jekyll-tabs",
    "tab": "jekyll-tabs",
    "jupyter_notebook": "jekyll-jupyter-notebook",
    "file_exists": "jekyll-file-exists",
    "social_links": "jekyll-socials",
    "remote_include": "jekyll-remote-include",
    "asset": "jekyll-assets",
    "picture": "jekyll_picture_tag",
    "plantuml": "jekyll-plantuml",
    "spaceship": "jekyll-spaceship",
    "video": "jekyll-video-embed",
    "youtube": "jekyll-youtube",
    "redirect_from": "jekyll-redirect-from",
    "cloudinary": "jekyll-cloudinary",
    "responsive_image": "jekyll-responsive-image",
}


_OTHERWISE = "Correct the name, or name the plugin that brings the tag under `plugins`; {% raw %} shows braces as they are."


def tag_hint(name: str, known: Iterable[str], lost: Mapping[str, str]) -> str:
    """Say which plugin has the tag, which known tag has nearly that name, or where else it may come from.

    `lost` are the tags of plugins that are not run, and the plugin of each.
    """
    plugin = lost.get(name.removeprefix("end"), lost.get(name))
    if name in PLUGIN_TAGS and plugin is None:
        return f"The tag '{name}' comes with {PLUGIN_TAGS[name]}: name it under `plugins`; a warning at the start says if pyjekyll has no port."
    ends = [f"end{each}" for each in known]
    if name in ends:
        return f"No {{% {name[3:]} %}} is open here: remove the tag, or see where the block was closed before."
    missing = plugin and f"The tag '{name}' is lost with {plugin}, which is not run: port that, or take the tag out of the templates."
    return _nearest(name, [*known, "elsif", "else", "when", *ends], "tag") or missing or _OTHERWISE


def filter_hint(name: str, known: Iterable[str]) -> str | None:
    """Say which known filter has nearly that name."""
    return _nearest(name, list(known), "filter")


def file_hint(name: str, known: Sequence[str]) -> str | None:
    """Say which of the files has nearly that name; what all of them end in does not make them alike."""
    import difflib

    end = name[name.rfind(".") :] if "." in name else ""
    stems = {each.removesuffix(end): each for each in known if each.endswith(end)}
    found = difflib.get_close_matches(name.removesuffix(end), stems, n=1)
    near = stems[found[0]] if found else next(iter(difflib.get_close_matches(name, known, n=1, cutoff=0.75)), None)
    return f"Did you mean '{near}'?" if near else None


def _nearest(name: str, known: list[str], kind: str) -> str | None:
    import difflib

    found = difflib.get_close_matches(name, known, n=1)
    return f"Did you mean the {kind} '{found[0]}'?" if found else None
