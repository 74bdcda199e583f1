"""The examples of the manual work as they stand there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from running import run
from theme.theme_files import ROOT

DOCS = ROOT / "_pages/docs"


def examples(page: str, language: str) -> list[str]:
    """Return the code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", (DOCS / page).read_text("utf-8"), re.S | re.M)


def test_the_plugins_of_the_manual_run(site: Callable[..., Any]) -> None:
    plugins = {f"_plugins/p{number}.py": code for number, code in enumerate(examples("writing-plugins.md", "python"))}
    assert len(plugins) == 7
    built = site(
        {
            **plugins,
            "_config.yml": "title: T\n",
            "_data/people.yml": "ada: {name: Ada}\n",
            "_layouts/single.html": "{{ page.title }}: {{ content }}",
            "_layouts/post.html": "{{ page.minutes }} minutes",
            "_posts/2026-01-02-a.md": "---\nlayout: post\n---\n" + "word " * 450,
            "index.md": '---\n---\n{{ "Ada Lovelace" | initials }} {% doi 10.1000/182 %}\n\n{% boxed info %}inside{% endboxed %}\n',
            "loud.upcase": "---\n---\nquiet\n",
        }
    ).build()
    assert built.exit == 0, built.log
    assert run(built.root, ["greet", "Ada"])[1].endswith("T greets Ada\n")
    assert built.read("2026/01/02/a.html") == "3 minutes"
    assert built.read("people/ada/index.html").startswith("Ada:")
    assert built.read("loud.html") == "QUIET\n"
    index = built.read("index.html")
    assert 'A.L. <a href="https://doi.org/10.1000/182">doi:10.1000/182</a>' in index
    assert '<div class="notice--info">inside</div>' in index


def test_the_table_of_hooks_is_made_from_the_catalogue() -> None:
    from theme.hook_table import PAGE, page

    assert page() == PAGE.read_text("utf-8"), "run tests/theme/hook_table.py"


def test_the_plugins_listed_are_those_built_in() -> None:
    from pyjekyll.plugins.loader import BUILTIN

    page = (DOCS / "plugins.md").read_text("utf-8")
    listed = {name.strip() for row in re.findall(r"^\| ((?:academic-|jekyll-|jemoji|hawkins)[^|]*) \|", page, re.M) for name in row.split(",")}
    assert {name.replace("-ghpages", "jekyll-commonmark-ghpages") if name == "-ghpages" else name for name in listed} >= set(BUILTIN)


def test_the_keys_of_plugins_are_those_that_they_read() -> None:
    import pyjekyll.plugins.builtin
    from pyjekyll.plugins.loader import BUILTIN

    folder = Path(pyjekyll.plugins.builtin.__file__ or "").parent
    shared = "".join(path.read_text("utf-8") for path in folder.glob("_*.py")) + "paginate_path encoding include image"
    rows = re.findall(r"^\| ((?:jekyll-|jemoji)[\w-]*)[^|]* \| .* \| ([^|]*) \|$", (DOCS / "plugins.md").read_text("utf-8"), re.M)
    assert len(rows) > 20
    for gem, keys in rows:
        sources = shared + "".join(path.read_text("utf-8") for path in folder.glob(f"{BUILTIN[gem]}*.py"))
        assert [key for key in re.findall(r"`([^`]+)`", keys) if key not in sources] == [], gem


def test_the_flags_of_build_exist() -> None:
    from pyjekyll.commands.table import COMMANDS

    options = {f"--{option.long}" for option in COMMANDS["build"].options} | {f"-{option.short}" for option in COMMANDS["build"].options}
    options |= {"--safe", "--profile", "-t", "--config"}
    rows = (DOCS / "configuration.md").read_text("utf-8").split("## Flags of build")[1].split("##")[0]
    flags = {flag.split()[0] for flag in re.findall(r"`(-{1,2}[\w-][^`]*)`", rows)}
    assert flags and flags <= options


def test_the_language_alone_works_as_shown() -> None:
    (code,) = examples("liquid.md", "python")
    code = code.replace("{{ '{{' }}", "{{")
    scope: dict[str, Any] = {}
    *lines, last = code.strip().splitlines()
    exec("\n".join(lines), scope)
    assert eval(last, scope) == "Ada and Grace"


def test_every_page_of_the_manual_is_in_its_list() -> None:
    import yaml

    groups = yaml.safe_load((ROOT / "_data/navigation.yml").read_text("utf-8"))["docs"]
    listed = {child["url"] for group in groups for child in group["children"]}
    pages = {re.search(r"^permalink: (\S+)", Path(path).read_text("utf-8"), re.M)[1] for path in DOCS.glob("*.md")}  # type: ignore[index]
    assert listed == pages


def test_the_messages_of_the_error_page_are_the_program_s_own() -> None:
    import pyjekyll

    sources = "\n".join(path.read_text("utf-8") for path in sorted(Path(pyjekyll.__file__).parent.rglob("*.py")))
    sources += "did not find expected "  # libyaml's, worded as Psych words it
    rows = re.findall(r"^\| (`[^|]*`) \|", (DOCS / "errors.md").read_text("utf-8"), re.M)
    messages = [message for row in rows for message in re.findall(r"`([^`]+)`", row)]
    assert len(messages) > 40
    parts = [part.strip(" '\"{}.`") for message in messages for part in re.split("…|`", message)]
    assert [part for part in parts if len(part) > 3 and part not in sources] == []
