"""`{% post_url [folder/]2020-01-02-slug %}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import PostUrlError
from pyjekyll.liquid.tag import Tag
from pyjekyll.liquid.values import STRIPPED
from pyjekyll.tags.link import relative_url

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context
    from pyjekyll.liquid.parsing import ParseContext

# Ruby repeats the folder's group; only its last turn is used, and one greedy turn finds the same without trying every division.
_NAME = re.compile(r"^(.+/)?(\d+-\d+-\d+)-(.*)$", re.ASCII | re.MULTILINE)


class PostUrl(Tag):
    """Print the URL, below baseurl, of a post named by folder, date and slug; the extension is left out."""

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.post = markup.strip(STRIPPED)
        found = _NAME.search(self.post.removeprefix("/"))
        if found is None:
            raise PostUrlError(
                f"Could not parse name of post \"{self.post}\" in tag 'post_url'.\n Make sure the post exists and the name is correct.\n"
                f" Jekyll::Errors::InvalidPostNameError: '{self.post}' does not contain valid date and/or title.\n",
                hint="Write {% post_url 2020-01-31-title %}: date and slug, no extension.",
            )
        folder, self.date, self.slug = found[1] or "", found[2], found[3]
        # Ruby puts the folder into the pattern unescaped.
        file = rf"{self.date}-{re.escape(self.slug)}\.[^.]+"
        self.pattern = re.compile(rf"^_posts/{_pattern(folder)}{file}|^{_pattern(folder)}_posts/?{file}", re.MULTILINE)

    def render(self, context: Context) -> str:
        """Return the URL.

        Raises PostUrlError: no post has that name.
        """
        site: Any = context.registers["site"]
        site.note("posts")
        posts = getattr(site.posts, "docs", site.posts)
        for post in posts:
            if self.pattern.search(post.relative_path):
                return relative_url(context, post)
        for post in posts:
            if self._nearly(post, site):
                site.log.warn(
                    "Deprecation:",
                    f"A call to '{{% post_url {self.post} %}}' did not match a post using the new "
                    "matching method of checking name (path-date-slug) equality. Please make sure "
                    "that you change this tag to match the post's name exactly.",
                )
                return relative_url(context, post)
        raise PostUrlError(
            f"Could not find post \"{self.post}\" in tag 'post_url'.\nMake sure the post exists and the name is correct.\n",
            hint=_hint(self.post, posts),
        )

    def _nearly(self, post: Any, site: Any) -> bool:
        # The old rule: same slug, same day, whatever the folder.
        if self.slug != post.data["slug"]:
            return False
        from pyjekyll.ruby.time import parse_time

        day = parse_time(self.date, site.zone)
        return day is not None and (day.year, day.month, day.day) == (post.date.year, post.date.month, post.date.day)


def _pattern(folder: str) -> str:
    try:
        re.compile(folder)
    except re.error:
        return re.escape(folder)
    return folder


def _hint(name: str, posts: Any) -> str:
    import os

    from pyjekyll.liquid.hints import file_hint

    known = [os.path.splitext(post.basename)[0] for post in posts]
    return file_hint(name, known) or "Write the post's file name without its extension."
