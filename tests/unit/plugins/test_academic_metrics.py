"""academic-metrics against services on a local port, offline, and from files."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

SiteMaker = Callable[..., Any]
ORCID = "0000-0002-1825-0097"
PAGE = (
    '{{ site.data.gs_data.name }}|{{ site.data.gs_data.citedby }}|{{ site.data.gs_data.publications["10.1000/heat"].num_citations }}|'
    '{{ site.data.gs_data.publications["S:heat"].num_citations }}|{{ site.data.gs_data_shieldsio.message }}'
)
OPENALEX = {
    f"/authors/orcid:{ORCID}": {"display_name": "Mara Lindqvist", "cited_by_count": 50, "id": "https://openalex.org/A1"},
    "/works *": {
        "results": [
            {"id": "https://openalex.org/W1", "doi": "https://doi.org/10.1000/HEAT", "title": "Heat", "publication_year": 2026, "cited_by_count": 41},
        ],
        "meta": {"next_cursor": "second"},
    },
    "/works second": {
        "results": [{"id": "https://openalex.org/W2", "doi": None, "title": None, "publication_year": None, "cited_by_count": 2}],
        "meta": {"next_cursor": None},
    },
}
CROSSREF = {
    "/works *": {
        "message": {
            "items": [{"DOI": "10.1000/HEAT", "title": ["Heat"], "issued": {"date-parts": [[2026, 1]]}, "is-referenced-by-count": 7}],
            "next-cursor": "second",
        }
    },
    "/works second": {"message": {"items": [], "next-cursor": "second"}},
}


@pytest.fixture(autouse=True)
def online(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the plugin ask: only this machine is asked here."""
    monkeypatch.delenv("PYJEKYLL_OFFLINE", raising=False)


class Service:
    """A service that answers what it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        service = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                service.asked.append((parts.path, query))
                answer = service.answers.get(f"{parts.path} {query['cursor']}" if "cursor" in query else parts.path)
                body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(404 if answer is None else 200)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None: ...

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        """Answer no more."""
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def service() -> Iterator[Service]:
    """Start a service on a local port."""
    started = Service()
    yield started
    started.stop()


def config(**options: Any) -> str:
    """Return a configuration with the plugin and its options."""
    return json.dumps({"title": "T", "plugins": ["academic-metrics"], "author": {"orcid": f"https://orcid.org/{ORCID}"}, "academic_metrics": options})


def page(site: SiteMaker, **options: Any) -> Any:
    """Return a site that prints the counts."""
    return site({"_config.yml": config(**options), "index.html": f"---\n---\n{PAGE}"})


def test_openalex_counts_every_page_of_an_author_s_works(site: SiteMaker, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENALEX_API_KEY", "secret")
    service.answers = OPENALEX
    built = page(site, api=service.address, works={"S:heat": "https://doi.org/10.1000/Heat"}, email="me@example.org").build()
    assert built.exit == 0, built.log
    assert built.read("index.html") == "Mara Lindqvist|50|41|41|50"
    assert [path for path, _ in service.asked] == [f"/authors/orcid:{ORCID}", "/works", "/works"]
    assert service.asked[1][1]["filter"] == f"author.orcid:{ORCID}"
    assert service.asked[1][1]["api_key"] == "secret" and service.asked[1][1]["mailto"] == "me@example.org"
    data = json.loads(built.read("google-scholar-stats/gs_data.json"))
    assert data["publications"]["W2"] == {"author_pub_id": "W2", "num_citations": 2, "bib": {}}
    assert data["publications"]["S:heat"]["bib"] == {"title": "Heat", "pub_year": "2026"}
    badge = json.loads(built.read("google-scholar-stats/gs_data_shieldsio.json"))
    assert badge == {"schemaVersion": 1, "label": "citations", "message": "50"}
    assert "secret" not in built.log


def test_works_alone_are_asked_for_by_doi(site: SiteMaker, service: Service) -> None:
    service.answers = {"/works *": {**OPENALEX["/works *"], "meta": {}}}
    files = {"_config.yml": json.dumps({"plugins": ["academic-metrics"], "academic_metrics": {"api": service.address, "works": ["10.1000/heat"]}})}
    built = site({**files, "index.html": f"---\n---\n{PAGE}"}).build()
    assert built.read("index.html") == "|41|41||41"
    assert service.asked[0][1]["filter"] == "doi:10.1000/heat"


def test_crossref_sums_what_carries_the_orcid(site: SiteMaker, service: Service) -> None:
    service.answers = CROSSREF
    built = page(site, source="crossref", api=service.address).build()
    assert built.read("index.html") == "T|7|7||7"
    assert [query["filter"] for _, query in service.asked] == [f"orcid:{ORCID}"] * 2


def test_an_answer_is_kept_and_asked_for_again_when_it_is_old(site: SiteMaker, service: Service) -> None:
    service.answers = OPENALEX
    made = page(site, api=service.address).build()
    asked = len(service.asked)
    made.build()
    assert len(service.asked) == asked
    made.write("_config.yml", config(api=service.address, refresh_hours=0))
    made.build()
    assert len(service.asked) == 2 * asked


def test_without_the_network_the_counts_kept_are_used_and_a_warning_says_so(site: SiteMaker, service: Service) -> None:
    service.answers = OPENALEX
    made = page(site, api=service.address, refresh_hours=0).build()
    service.stop()
    made.build()
    assert made.exit == 0
    assert "The citation counts are those of 20" in made.log
    assert made.read("index.html").startswith("Mara Lindqvist|50")
    service.server.server_close()


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({}, "404"),
        ({f"/authors/orcid:{ORCID}": b"<html>"}, "Expecting value"),
        ({**OPENALEX, f"/authors/orcid:{ORCID}": [1]}, "cannot be read"),
        ({f"/authors/orcid:{ORCID}": {"display_name": "M", "cited_by_count": 1}, "/works *": {"results": [{}], "meta": {}}}, "cannot be read"),
    ],
)
def test_a_service_in_trouble_never_fails_the_build(site: SiteMaker, service: Service, answers: dict[str, Any], reason: str) -> None:
    service.answers = answers
    built = page(site, api=service.address).build()
    assert built.exit == 0
    assert "no citation counts" in built.log and reason in built.log
    assert built.read("index.html") == "||||"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"source": "oracle"}, "there are openalex, crossref, file"),
        ({"source": "file"}, "academic_metrics.file names none"),
        ({"file": "_data/none.json"}, "No such file"),
        ({"api": "file:///etc"}, "no address of a service"),
        ({"author": "Mara", "api": "http://127.0.0.1:9"}, "neither an ORCID nor"),
        ({"source": "crossref", "author": "A1", "api": "http://127.0.0.1:9"}, "no ORCID"),
    ],
)
def test_a_wrong_setting_is_named_and_never_fails_the_build(site: SiteMaker, options: dict[str, Any], reason: str) -> None:
    built = page(site, **options).build()
    assert built.exit == 0
    assert reason in built.log


def test_after_a_failure_nobody_is_asked_at_once(site: SiteMaker, service: Service) -> None:
    made = page(site, api=service.address)
    assert "404" in made.build().log
    asked = len(service.asked)
    service.answers = OPENALEX
    assert "a few minutes ago" in made.build().log
    assert len(service.asked) == asked
    made.write("_config.yml", config(api=service.address, author="A5"))  # another question is asked at once
    made.build()
    assert len(service.asked) > asked


def test_nothing_is_asked_offline_or_in_safe_mode(site: SiteMaker, service: Service) -> None:
    made = page(site, api=service.address)
    assert "offline" in made.build(env={"PYJEKYLL_OFFLINE": "1"}).log
    assert made.build("--safe").exit == 0
    assert service.asked == []


def test_files_in_either_form(site: SiteMaker) -> None:
    scholar = {"name": "M", "citedby": 9, "publications": {"S:heat": {"num_citations": 4}}}
    built = site({"_config.yml": config(file="_data/s.json"), "_data/s.json": json.dumps(scholar), "index.html": f"---\n---\n{PAGE}"}).build()
    assert built.read("index.html") == "M|9||4|9"
    plain = "https://doi.org/10.1000/HEAT: 4\n"
    built = site({"_config.yml": config(file="counts.yml"), "counts.yml": plain, "index.html": f"---\n---\n{PAGE}"}).build()
    assert built.read("index.html") == "|4|4||4"
    built = site({"_config.yml": config(file="counts.yml"), "counts.yml": "a: [", "index.html": f"---\n---\n{PAGE}"}).build()
    assert built.exit == 0 and "counts.yml" in built.log


def test_counts_that_the_site_brings_stay_when_there_are_no_others(site: SiteMaker) -> None:
    own = {"_data/gs_data.json": '{"citedby": 3}', "index.html": "---\n---\n{{ site.data.gs_data.citedby }}"}
    assert site({"_config.yml": config(source="oracle"), **own}).build().read("index.html") == "3"


def test_a_forged_or_damaged_cache_counts_as_none(site: SiteMaker, service: Service) -> None:
    service.answers = OPENALEX
    made = page(site, api=service.address)
    for text in ("{", "[]", '{"question": 1}', json.dumps({"question": "x", "counts": {}, "asked": 9e99, "failed": 0})):
        made.write(".jekyll-cache/academic-metrics.json", text)
        assert made.build().read("index.html").startswith("Mara Lindqvist|50")
    assert len(service.asked) == 12  # three questions, asked anew by each of the four builds
