"""Compare pyjekyll/ruby with tables that Ruby filled in; see generate.rb."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pyjekyll.gems.specification import from_ruby
from pyjekyll.ruby import dateparse, numbers, order, slug, text, url
from pyjekyll.ruby import gem_version as versions
from pyjekyll.ruby.fnmatch import fnmatch
from pyjekyll.ruby.hash import deep_merge, pluralized_array
from pyjekyll.ruby.json import pretty_json, to_json
from pyjekyll.ruby.strftime import strftime
from pyjekyll.ruby.time import from_epoch, make_local, parse_time
from pyjekyll.ruby.zones import fixed_zone, local_zone

TABLES = Path(__file__).parent / "tables"
NEW_YORK = local_zone("America/New_York")
TIMES: dict[str, datetime.date] = {
    "fixed": datetime.datetime(2020, 3, 5, 7, 8, 9, tzinfo=fixed_zone(7200)),
    "utc": datetime.datetime(1999, 12, 31, 23, 59, 59, 500000, tzinfo=datetime.UTC),
    "west": datetime.datetime(2021, 1, 3, tzinfo=fixed_zone(-12600)),
    "local": datetime.datetime(2016, 7, 3, 12, 30, 1, tzinfo=NEW_YORK),
    "far": make_local((22024, 7, 3, 12, 30, 1), NEW_YORK),
    "before": make_local((-1, 2, 3, 0, 0, 0), datetime.UTC),
    "date": datetime.date(2008, 12, 29),
}
NOW = datetime.datetime.fromtimestamp(1583384889.25, datetime.UTC)
FOUND = ("year", "mon", "mday", "yday", "hour", "min", "sec", "zone", "wday", "cwyear", "cweek", "cwday")


def attempt(function: Callable[..., Any], *arguments: Any) -> Any:
    """Return a result, or the error's message behind "!"."""
    try:
        return function(*arguments)
    except Exception as error:
        return f"!{error}"


def parsed(case: tuple[str, str]) -> Any:
    """Return what Time.parse makes of a text."""
    zone = local_zone(case[0])
    time = parse_time(case[1], zone, NOW.astimezone(zone))
    return [text.to_s(time), strftime(time, "%Z %6N"), int(strftime(time, "%s"))]


def strings(value: str) -> list[Any]:
    """Return what the methods of strings make of one."""
    return [
        text.inspect(value), text.downcase(value), text.upcase(value), text.capitalize(value), text.strip(value), text.lstrip(value),
        text.rstrip(value), text.split_lines(value), text.chomp(value), text.words(value), text.words(value, 3), text.split(value, "-"),
        text.squeeze(value, "-"), text.escape_html(value), text.cgi_escape(value), text.url_decode(value), text.titleize_slug(value),
        to_json(value), text.to_i(value), text.to_s(text.to_f(value)), attempt(integer, value),
    ]  # fmt: skip


def integer(value: str) -> int:
    """Return Integer(value), with the words of Kernel#Integer."""
    try:
        return numbers.integer(value)
    except ValueError:
        raise ValueError(f"invalid value for Integer(): {text.inspect(value)}") from None


def distinct(values: list[Any]) -> list[Any]:
    """Return Array#uniq."""
    seen: dict[Any, Any] = {}
    for value in values:
        seen.setdefault(order.hash_key(value), value)
    return list(seen.values())


def pairs(values: list[Any]) -> list[Any]:
    """Return <=> and == of all pairs."""
    return [[order.compare(a, b), order.equal(a, b)] for index, a in enumerate(values) for b in values[index + 1 :]]


def gem_version(case: tuple[str, str, str]) -> list[Any]:
    """Return how two versions compare, whether the first is a prerelease, and whether it meets the requirement."""
    order = versions.compare(case[0], case[1])
    return [(order > 0) - (order < 0), versions.is_prerelease(case[0]), versions.satisfies(case[0], [case[2]])]


def gemspec(value: str) -> list[Any]:
    """Return what a specification says."""
    spec = from_ruby(value)
    return [spec.name, spec.version, spec.authors, spec.description, spec.metadata, [str(each) for each in spec.dependencies]]


CHECKS: dict[str, Callable[[Any], Any]] = {
    "strftime": lambda pattern: {name: attempt(strftime, time, pattern) for name, time in TIMES.items()},
    "dateparse": lambda value: attempt(lambda: [getattr(dateparse.parse(value), name) for name in FOUND]),
    "time": lambda case: attempt(parsed, case),
    "gem_version": gem_version,
    "gemspec": gemspec,
    "fnmatch": lambda case: [
        fnmatch(*case),
        fnmatch(*case, pathname=True),
        fnmatch(*case, dotmatch=True),
        fnmatch(*case, pathname=True, dotmatch=True),
        fnmatch(*case, extglob=True),
    ],
    "url": lambda value: [
        attempt(url.normalize, value),
        attempt(url.escape_path, value),
        attempt(url.unescape_path, value),
        attempt(url.normalize_component, value),
        attempt(lambda: url.parse(value).scheme is not None),
    ],
    "text": strings,
    "slugify": lambda value: [slug.slugify(value, mode, False) for mode in (None, "pretty", "raw", "ascii", "latin", "none")],
    "sort": lambda values: [attempt(lambda: text.inspect(order.sort(values))), text.inspect(distinct(values)), pairs(values)],
    "float": lambda value: [
        text.float_to_s(float(value)),
        str(text.round_half_away(float(value))),
        text.to_s(text.round_half_away(float(value), 2)),
    ],
    "json": lambda value: [to_json(value), pretty_json(value), text.inspect(value)],
    "merge": lambda case: text.inspect(deep_merge(*case)),
    "plural": lambda value: text.inspect(pluralized_array(value, "tag", "tags")),
    "zones": lambda name: [strftime(from_epoch(seconds, local_zone(name or "UTC")), "%F %T %z %Z") for seconds in (1593604800, 1577934245)],
}




@pytest.mark.parametrize("name", CHECKS)
def test_table(name: str) -> None:
    """Every row of a table."""
    table = json.loads((TABLES / f"{name}.json").read_text("utf-8"))
    assert table["inputs"]
    differences = []
    for value, ruby in zip(table["inputs"], table["ruby"], strict=True):
        got = json.loads(json.dumps(CHECKS[name](value)))
        if isinstance(ruby, list) and isinstance(got, list) and len(ruby) == len(got):
            # null stands for bytes that are no text, which Python holds as surrogates
            got = [None if expected is None and _has_surrogates(each) else each for expected, each in zip(ruby, got, strict=True)]
        if got != ruby:
            differences.append((value, ruby, got))
    assert differences == []


def _has_surrogates(value: Any) -> bool:
    return isinstance(value, str) and any("\ud800" <= char < "\ue000" for char in value)


def test_local_zone_reads_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """TZ names the zone where none is given."""
    monkeypatch.setitem(os.environ, "TZ", "Asia/Tokyo")
    assert strftime(from_epoch(0, local_zone()), "%F %T %Z") == "1970-01-01 09:00:00 JST"
    assert strftime(from_epoch(0, local_zone("UTC")), "%F %T %Z") == "1970-01-01 00:00:00 UTC"
