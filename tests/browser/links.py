"""Find links of a built site that lead nowhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Links(HTMLParser):
    """Collect what a page refers to, and the ids that can be referred to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value and not (tag == "link" and ("rel", "canonical") in attrs):
                self.targets.append(value)
            elif name == "id" and value:
                self.ids.add(value)


def target_of(built: Path, page: Path, link: str) -> Path | None:
    """Return the file that an internal link leads to, or None for what leaves the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    target = built / path.lstrip("/") if path.startswith("/") else (page.parent / path if path else page)
    return target / "index.html" if target.is_dir() or path.endswith("/") else target


def broken_links(built: Path) -> list[str]:
    """Return every internal link of the pages below built that leads to no file, or to no id of its page."""
    pages = {path: Links(path.read_text("utf-8")) for path in sorted(built.rglob("*.html"))}
    broken = []
    for page, links in pages.items():
        for link in links.targets:
            target = target_of(built, page, link)
            fragment = unquote(urlsplit(link).fragment)
            if target is None:
                continue
            if not target.exists():
                broken.append(f"{page.relative_to(built)}: {link}")
            elif fragment and target in pages and fragment not in pages[target].ids:
                broken.append(f"{page.relative_to(built)}: {link} has no such id")
    return broken
