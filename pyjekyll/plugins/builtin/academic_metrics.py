"""academic-metrics: fill `site.data.gs_data`, which the academic theme shows, with citation counts from OpenAlex, Crossref or a file.

    academic_metrics:
      source: openalex          # or crossref, or file
      author: 0000-0002-1825-0097   # an ORCID; at OpenAlex also an author's id; without it, author.orcid
      works: { "SCHOLAR:abc": 10.1000/x }   # more names for works, by DOI; without any author, the works to count
      file: _data/counts.json

What a service answered is kept in the cache folder for `refresh_hours`. Without the network the counts kept are used, however old;
nothing that goes wrong here stops a build. Nothing is asked in safe mode or while PYJEKYLL_OFFLINE is set.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from typing import Any

from pyjekyll.cache import hide_from_git
from pyjekyll.errors import PyjekyllError
from pyjekyll.model.item import join_inside, leaves
from pyjekyll.plugins import GeneratedFile, generator
from pyjekyll.plugins.builtin import _citation_sources as sources
from pyjekyll.plugins.builtin._citation_sources import Counts, Unavailable

TOPIC = "Academic Metrics:"
SERVICES = {"openalex": ("https://api.openalex.org", sources.openalex), "crossref": ("https://api.crossref.org", sources.crossref)}
FOLDER = "google-scholar-stats"
# How long nobody is asked after a failure: a site that is being served must not wait for a dead network at every change.
_PATIENCE = 3600.0  # seconds, with counts to show meanwhile
_IMPATIENCE = 300.0  # without any


class Options:
    """The plugin's part of the configuration."""

    def __init__(self, config: Any) -> None:
        own = config.get("academic_metrics")
        own = own if isinstance(own, Mapping) else {}
        person = config.get("author")
        works = own.get("works") or {}
        self.source = str(own.get("source") or ("file" if own.get("file") else "openalex")).lower()
        self.author = own.get("author") or (person.get("orcid") if isinstance(person, Mapping) else None)
        self.names = {str(name): sources.bare_doi(str(doi)) for name, doi in works.items()} if isinstance(works, Mapping) else {}
        self.dois = list(self.names.values()) if isinstance(works, Mapping) else [sources.bare_doi(str(doi)) for doi in works]
        self.file, self.email = own.get("file"), own.get("email")
        self.api = str(own.get("api") or SERVICES.get(self.source, ("",))[0]).rstrip("/")
        self.refresh_hours, self.timeout = _number(own.get("refresh_hours"), 24), _number(own.get("timeout"), 10)

    def question(self) -> str:
        """Return what is asked, as one text: an answer kept for another question is none."""
        return json.dumps([self.source, self.api, str(self.author or ""), sorted(self.dois)])


def _number(value: Any, default: float) -> float:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else default


@generator(priority="high")
def academic_metrics(site: Any) -> None:
    """Set `site.data["gs_data"]` and its badge, and add both as files, unless no counts can be had."""
    options = Options(site.config)
    try:
        counts = _named(options, read_file(site, options) if options.source == "file" else from_service(site, options))
    except Unavailable as reason:
        site.log.warn(TOPIC, f"no citation counts: {reason}. The site is built without new ones.")
        return
    badge = {"schemaVersion": 1, "label": "citations", "message": str(counts.get("citedby", ""))}
    site.data["gs_data"], site.data["gs_data_shieldsio"] = counts, badge
    there = {file.relative_path for file in site.static_files}
    for name, value in (("gs_data.json", counts), ("gs_data_shieldsio.json", badge)):
        if f"/{FOLDER}/{name}" not in there:
            site.static_files.append(GeneratedFile(site, f"/{FOLDER}", name, json.dumps(value, ensure_ascii=False, default=str)))


def _named(options: Options, counts: Counts) -> Counts:
    """Give the works their further names."""
    works = counts["publications"]
    named = {name: works[doi] for name, doi in options.names.items() if doi in works}
    return {**counts, "publications": {**works, **named}}


def read_file(site: Any, options: Options) -> Counts:
    """Return the counts of the file that the configuration names, JSON or YAML. Raises Unavailable."""
    from pyjekyll.read.data import load_data

    if not options.file:
        raise Unavailable("academic_metrics.source is file, and academic_metrics.file names none")
    path = join_inside(site.source, str(options.file))
    try:
        if site.safe and leaves(site.source, path):
            raise Unavailable(f"{options.file} lies outside the site")
        with open(path, encoding="utf-8") as file:
            return sources.from_file(load_data(file.read(), site.config, path))
    except (OSError, ValueError) as error:
        raise Unavailable(f"{options.file}: {getattr(error, 'strerror', None) or error}") from None
    except (Unavailable, PyjekyllError) as error:
        raise Unavailable(f"{options.file}: {error}") from None


def from_service(site: Any, options: Options) -> Counts:
    """Return a service's counts: those kept while they are fresh, else new ones, else those kept. Raises Unavailable."""
    if options.source not in SERVICES:
        raise Unavailable(f"academic_metrics.source is {options.source!r}; there are {', '.join([*SERVICES, 'file'])}")
    if not options.author and not options.dois:
        raise Unavailable("neither academic_metrics.author (an ORCID) nor academic_metrics.works (DOIs) is set in _config.yml")
    kept = Kept(site, options.question())
    if kept.is_fresh(options.refresh_hours):
        return kept.counts
    if kept.has_just_failed():
        if not kept.counts:
            raise Unavailable(f"{options.api} could not be asked a few minutes ago")
        return kept.counts
    try:
        counts = _ask(site, options)
    except Unavailable as reason:
        if not _offline(site):
            kept.note_failure()
        if not kept.counts:
            raise
        site.log.warn(TOPIC, f"{reason}. The citation counts are those of {kept.counts.get('updated')}.")
        return kept.counts
    kept.keep(counts)
    return counts


def _offline(site: Any) -> bool:
    return bool(site.safe or os.environ.get("PYJEKYLL_OFFLINE"))


def _ask(site: Any, options: Options) -> Counts:
    if _offline(site):
        raise Unavailable("nothing is asked in safe or offline mode")
    site.log.info(TOPIC, f"Asking {options.api}")
    author = str(options.author) if options.author else None
    try:
        counts = SERVICES[options.source][1](sources.asker(options.api, options.timeout), author, options.dois, options.email)
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise Unavailable(f"{options.api} answered what cannot be read ({type(error).__name__}: {error})") from None
    now = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(time.time()))
    return {"name": site.config.get("name") or site.config.get("title"), **counts, "updated": now}


class Kept:
    """The last answer to a question, in the cache folder. A damaged file counts as none, and no OSError stops a build."""

    def __init__(self, site: Any, question: str) -> None:
        on_disk = not (site.safe or site.config.disable_disk_cache)
        self.path = os.path.join(join_inside(site.source, site.config.cache_dir), "academic-metrics.json") if on_disk else None
        self.question, self.asked, self.failed = question, 0.0, 0.0
        self.counts: Counts = {}
        self._load()

    def _load(self) -> None:
        if self.path is None or os.path.islink(self.path):
            return
        try:
            with open(self.path, encoding="utf-8") as file:
                value = json.load(file)
            if value["question"] == self.question and isinstance(value["counts"].get("publications", {}), dict):
                self.counts, self.asked, self.failed = value["counts"], float(value["asked"]), float(value["failed"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return

    def is_fresh(self, hours: float) -> bool:
        """Say whether there are counts that need not be asked for again."""
        return bool(self.counts) and 0 <= time.time() - self.asked < hours * 3600

    def has_just_failed(self) -> bool:
        """Say whether it is too early to ask again after a failure."""
        return 0 <= time.time() - self.failed < (_PATIENCE if self.counts else _IMPATIENCE)

    def keep(self, counts: Counts) -> None:
        """Keep a new answer."""
        self.counts, self.asked, self.failed = counts, time.time(), 0.0
        self._save()

    def note_failure(self) -> None:
        """Keep that the service could not be asked just now."""
        self.failed = time.time()
        self._save()

    def _save(self) -> None:
        if self.path is None:
            return
        text = json.dumps({"question": self.question, "asked": self.asked, "failed": self.failed, "counts": self.counts})
        partial = f"{self.path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self.path), exist_ok=True)
            hide_from_git(os.path.dirname(self.path))
            with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(partial, self.path)
        except OSError:
            return
