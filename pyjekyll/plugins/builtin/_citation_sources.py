"""Where citation counts come from: OpenAlex, Crossref, or a file. Each returns them in the form of Google Scholar's `gs_data.json`.

That is `{name, citedby, updated, publications: {key: {author_pub_id, num_citations, doi, bib: {title, pub_year}}}}`; here a key is a DOI in
lower case without its resolver, or the service's own id where a work has none.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from typing import Any

LIMIT = 1 << 25  # bytes of one answer
MOST_PAGES = 50
_ORCID = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")
_OPENALEX_AUTHOR = re.compile(r"A[0-9]+")
_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)", re.IGNORECASE)

Ask = Callable[[str, dict[str, str]], Any]
Counts = dict[str, Any]


class Unavailable(Exception):
    """There are no counts, for the reason that the message gives."""


def bare_doi(text: str) -> str:
    """Return a DOI without its resolver, in lower case: DOIs are the same whatever their case."""
    return _RESOLVER.sub("", text.strip(), count=1).lower()


def asker(base: str, timeout: float) -> Ask:
    """Return a function that gets a path below base with a query and returns the JSON answered. It raises Unavailable."""
    from http.client import HTTPException
    from urllib.error import URLError
    from urllib.parse import urlencode, urlsplit
    from urllib.request import Request, urlopen

    host = urlsplit(base).netloc

    def ask(path: str, query: dict[str, str]) -> Any:
        url = f"{base}{path}?{urlencode(query)}" if query else f"{base}{path}"
        if not url.startswith(("http://", "https://")):
            raise Unavailable(f"{base} is no address of a service")
        try:
            with urlopen(Request(url, headers={"User-Agent": "pyjekyll academic-metrics"}), timeout=timeout) as answer:
                body = answer.read(LIMIT + 1)
            if len(body) > LIMIT:
                raise Unavailable(f"{host} answered with more than {LIMIT} bytes")
            return json.loads(body)
        except URLError as error:  # an HTTP status, too
            raise Unavailable(f"{host}: {getattr(error, 'code', None) or error.reason}") from None
        except (OSError, ValueError, HTTPException, RecursionError) as error:
            raise Unavailable(f"{host}: {error}") from None

    return ask


def openalex(ask: Ask, author: str | None, dois: list[str], email: str | None) -> Counts:
    """Return OpenAlex's counts of an author's works, or of the DOIs alone. The environment's OPENALEX_API_KEY is sent along."""
    access = {"api_key": os.environ.get("OPENALEX_API_KEY"), "mailto": email}
    extra = {key: value for key, value in access.items() if value}
    if author is None:
        return _counted(_openalex_works(ask, f"doi:{'|'.join(part)}", extra) for part in _batches(dois, 50))
    orcid, own = _ORCID.search(author), _OPENALEX_AUTHOR.search(author)
    if not orcid and not own:
        raise Unavailable(f"{author!r} is neither an ORCID nor an author's id at OpenAlex")
    name = f"orcid:{orcid[0]}" if orcid else own[0]  # type: ignore[index]
    person = ask(f"/authors/{name}", extra)
    wanted = f"author.orcid:{orcid[0]}" if orcid else f"author.id:{name}"
    counts = _counted([_openalex_works(ask, wanted, extra)])
    return {**counts, "name": person["display_name"], "citedby": int(person["cited_by_count"])}


def _openalex_works(ask: Ask, wanted: str, extra: dict[str, str]) -> Iterator[Counts]:
    cursor: str | None = "*"
    for _ in range(MOST_PAGES):
        query = {"filter": wanted, "select": "id,doi,title,publication_year,cited_by_count", "per_page": "100", "cursor": cursor or "", **extra}
        answer = ask("/works", query)
        for work in answer["results"]:
            key = bare_doi(work["doi"]) if work.get("doi") else work["id"].rsplit("/", 1)[-1]
            yield _work(key, work.get("doi"), work.get("title"), work.get("publication_year"), work["cited_by_count"])
        cursor = answer["meta"].get("next_cursor")
        if not cursor or not answer["results"]:
            return


def crossref(ask: Ask, author: str | None, dois: list[str], email: str | None) -> Counts:
    """Return Crossref's counts of the works that carry an author's ORCID, or of the DOIs alone."""
    extra = {"mailto": email} if email else {}
    if author is None:
        return _counted(_crossref_works(ask, ",".join(f"doi:{doi}" for doi in part), extra) for part in _batches(dois, 50))
    orcid = _ORCID.search(author)
    if not orcid:
        raise Unavailable(f"{author!r} is no ORCID, and Crossref knows authors by nothing else")
    return _counted([_crossref_works(ask, f"orcid:{orcid[0]}", extra)])


def _crossref_works(ask: Ask, wanted: str, extra: dict[str, str]) -> Iterator[Counts]:
    cursor = "*"
    for _ in range(MOST_PAGES):
        query = {"filter": wanted, "select": "DOI,title,issued,is-referenced-by-count", "rows": "500", "cursor": cursor, **extra}
        message = ask("/works", query)["message"]
        for work in message["items"]:
            year = ((work.get("issued") or {}).get("date-parts") or [[None]])[0][0]
            yield _work(bare_doi(work["DOI"]), work["DOI"], (work.get("title") or [""])[0], year, work["is-referenced-by-count"])
        cursor = message.get("next-cursor")
        if not cursor or not message["items"]:
            return


def from_file(value: Any) -> Counts:
    """Return the counts of a file's content: `gs_data.json` as it is, or a plain mapping from keys to numbers."""
    if not isinstance(value, dict):
        raise Unavailable("it holds no mapping")
    if isinstance(value.get("publications"), dict):
        return dict(value)
    if not all(isinstance(number, int) for number in value.values()):
        raise Unavailable("it holds neither `publications` nor numbers alone")
    return _counted([(_work(_plain_key(str(key)), None, None, None, number) for key, number in value.items())])


def _plain_key(key: str) -> str:
    return bare_doi(key) if _RESOLVER.match(key) or key.startswith("10.") else key


def _work(key: str, doi: str | None, title: str | None, year: Any, count: Any) -> Counts:
    bib = {name: str(value) for name, value in (("title", title), ("pub_year", year)) if value}
    found = {"author_pub_id": key, "num_citations": int(count), "bib": bib}
    return {**found, "doi": bare_doi(doi)} if doi else found


def _counted(parts: Any) -> Counts:
    works = {work["author_pub_id"]: work for part in parts for work in part}
    return {"citedby": sum(work["num_citations"] for work in works.values()), "publications": works}


def _batches(values: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]
