"""URL templates: permalink styles, placeholders, and the cleaning that every URL gets (URL-1 to URL-6)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from pyjekyll.errors import InvalidPermalinkError
from pyjekyll.ruby.text import downcase, slugify, to_s
from pyjekyll.ruby.time import strftime
from pyjekyll.ruby.url import escape_path

_DATE_FORMATS = {
    "year": "%Y", "month": "%m", "day": "%d", "hour": "%H", "minute": "%M", "second": "%S", "i_day": "%-d", "i_month": "%-m",
    "short_month": "%b", "long_month": "%B", "short_year": "%y", "w_year": "%G", "week": "%V", "w_day": "%u",
    "short_day": "%a", "long_day": "%A", "y_day": "%j",
}  # fmt: skip
_PLACEHOLDER = re.compile(r":([a-z_]+)")


def add_suffix(template: str, style: str) -> str:
    """Append what the site's permalink style asks of pages and of collections without a permalink of their own."""
    if style == "pretty":
        return template + "/"
    if style in ("date", "ordinal", "none"):
        return template + ":output_ext"
    if style.endswith("/"):
        return template + "/"
    return template + ":output_ext" if style.endswith(":output_ext") else template


def clean(url: str) -> str:
    """Make a URL absolute and free of empty and dotted steps, in Jekyll's own order of replacements."""
    url = f"/{url}".replace("..", "/").replace("./", "")
    return re.sub("/{2,}", "/", url)


def fill_from_hash(template: str, values: Mapping[str, str | None]) -> str:
    """Fill a page's or static file's template: unknown placeholders stay as text, nil ones vanish with their slash."""
    for name, value in values.items():
        if ":" not in template:
            break
        template = template.replace(f"/:{name}", "") if value is None else template.replace(f":{name}", escape_path(value))
    return template


def unusable(key: str, value: Any, path: str) -> InvalidPermalinkError:
    """Return the error for a permalink or slug that is not a string, on which Ruby crashes."""
    from pyjekyll.ruby.text import inspect

    return InvalidPermalinkError(f"{key}: {inspect(value)} is not a text", path=path, key=key, hint=f"Put the {key} in quotes.")


def fill_from_document(template: str, document: Any) -> str:
    """Fill a document's template. Raises InvalidPermalinkError for a placeholder that does not exist (URL-3)."""

    def replace(match: re.Match[str]) -> str:
        name = match[1]
        # `:month_` falls back to `:month`, the underscore staying in the URL.
        pool = [name, name[:-1]] if name.endswith("_") else [name]
        winner = next((key for key in pool if key in PLACEHOLDERS), None)
        if winner is None:
            error = InvalidPermalinkError(
                f"The URL template doesn't have {' or '.join(pool)} keys. Check your permalink template!",
                path=document.path,
                key="permalink",
                hint=f"The template is {template!r}; the placeholders are {', '.join(f':{key}' for key in PLACEHOLDERS)}.",
            )
            error.value = template
            raise error
        return match[0].replace(f":{winner}", escape_path(PLACEHOLDERS[winner](document) or ""), 1)

    return _PLACEHOLDER.sub(replace, template)


def _title(document: Any) -> str | None:
    return _slugified(document, _slug_source(document), "pretty", True)


def _slug(document: Any) -> str | None:
    return _slugified(document, _slug_source(document))


def _slug_source(document: Any) -> str:
    text = document.data["slug"]
    if text is None:
        return document.basename_without_ext  # type: ignore[no-any-return]
    if not isinstance(text, str):
        raise unusable("slug", text, document.path)
    return text


def _slugified(document: Any, text: str, mode: str | None = None, cased: bool = False) -> str | None:
    slug = slugify(text, mode, cased)
    if slug == "":
        document.site.log.warn("Warning:", f"Empty `slug` generated for '{text}'.")
    return slug


def _categories(document: Any) -> str:
    return "/".join(dict.fromkeys(downcase(to_s(name)) for name in as_list(document.data["categories"])))


def _slugified_categories(document: Any) -> str:
    return "/".join(dict.fromkeys(slugify(to_s(name)) or "" for name in as_list(document.data["categories"])))


def as_list(value: Any) -> list[Any]:
    """Do what Ruby's Array() does with nil, lists, hashes and anything else."""
    if value is None:
        return []
    if isinstance(value, list):
        return value
    return [list(pair) for pair in value.items()] if isinstance(value, dict) else [value]


PLACEHOLDERS: dict[str, Callable[[Any], str | None]] = {
    "collection": lambda document: document.collection.label,
    "path": lambda document: document.cleaned_relative_path,
    "name": lambda document: _slugified(document, document.basename_without_ext),
    "title": _title,
    "slug": _slug,
    "categories": _categories,
    "slugified_categories": _slugified_categories,
    "output_ext": lambda document: document.output_ext,
}


def _date_placeholder(form: str) -> Callable[[Any], str]:
    def fill(document: Any) -> str:
        date = document.date
        if not isinstance(date, datetime.date):
            raise document.bad_date(date)
        return strftime(date, form)

    return fill


PLACEHOLDERS.update({name: _date_placeholder(form) for name, form in _DATE_FORMATS.items()})
