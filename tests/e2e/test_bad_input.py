"""What people get wrong, and what they are told: file, line, offending text, the includes that led there, the next step.

Jekyll's own lines and exit codes are compared with Ruby's in the `.site` files; here it is what pyjekyll adds to them.
"""

from __future__ import annotations

import builtins
import errno
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from running import run

FRONT = "---\ntitle: A\n---\n"
NESTED = {"_includes/outer.html": "one\n{% include inner.html %}\n"}
LOOP = {"_includes/a.html": "\n{% include b.html %}", "_includes/b.html": "{% include a.html %}"}
USES_LAYOUT = {"a.md": "---\nlayout: l\n---\nhi\n"}


class Case(NamedTuple):
    """Files beside a good site, and lines that must be said, in this order."""

    files: dict[str, str | bytes]
    said: list[str]


CASES: dict[str, Case] = {
    "unclosed tag": Case(
        {"a.md": FRONT + "text\n{% if page.x %}\nmore\n"},
        ["'if' tag was never closed in a.md", "In: /SITE/a.md, line 5", "Text: {% if page.x %}", "Hint: Close it with {% endif %}."],
    ),
    "unclosed raw": Case({"a.md": FRONT + "\n{% raw %}\n"}, ["In: /SITE/a.md, line 5", "Text: {% raw %}", "Hint: Close it with {% endraw %}."]),
    "unclosed braces": Case({"a.md": FRONT + "{{ page.title\n"}, ["In: /SITE/a.md, line 4", "Text: {{ page.title", "Hint: End it with }}."]),
    "wrong end": Case(
        {"a.md": FRONT + "{% if x %}\n{% endfor %}\n"},
        ["In: /SITE/a.md, line 5", "Text: {% endfor %}", "Hint: Close the open {% if %} with {% endif %} first."],
    ),
    "end of nothing": Case({"a.md": FRONT + "{% endif %}\n"}, ["In: /SITE/a.md, line 4", "Hint: No {% if %} is open here"]),
    "unknown tag in a post": Case(
        {"_posts/2020-01-02-a.md": FRONT + "\n\n{% incude x.html %}\n"},
        ["Unknown tag 'incude'", "In: /SITE/_posts/2020-01-02-a.md, line 6", "Text: {% incude x.html %}", "Hint: Did you mean the tag 'include'?"],
    ),
    "unknown tag of a plugin": Case({"a.md": FRONT + "{% bibliography %}\n"}, ["Hint: The tag 'bibliography' comes with jekyll-scholar"]),
    "unknown tag in a layout": Case(
        {"_layouts/l.html": "---\nx: 1\n---\n{{ content }}\n{% fro x %}\n", **USES_LAYOUT},
        ["Unknown tag 'fro' in /SITE/_layouts/l.html", "In: /SITE/_layouts/l.html, line 5", "Text: {% fro x %}"],
    ),
    "unknown tag in an include of an include": Case(
        {**NESTED, "_includes/inner.html": "\n\n{% fro x %}", "a.md": FRONT + "\n{% include outer.html %}\n"},
        [
            *("Unknown tag 'fro' included in a.md", "In: /SITE/_includes/inner.html, line 3", "Text: {% fro x %}"),
            *("Included from: /SITE/_includes/outer.html, line 2", "Included from: /SITE/a.md, line 5"),
        ],
    ),
    "unclosed tag in a sheet": Case({"a.scss": "---\n---\n\n{% for x in y %}\n"}, ["In: /SITE/a.scss, line 4", "Hint: Close it with {% endfor %}."]),
    "bad tag in an excerpt": Case(
        {"_posts/2020-01-02-a.md": FRONT + "\n{% fro %}\n\nmore\n", "i.html": "---\n---\n{{ site.posts.first.excerpt }}\n"},
        ["In: /SITE/_posts/2020-01-02-a.md, line 5", "Text: {% fro %}"],
    ),
    "missing include": Case(
        {"_includes/head.html": "x", "_layouts/l.html": "{% include heda.html %}\n{{ content }}", **USES_LAYOUT},
        [
            *("Could not locate the included file 'heda.html'", "In: /SITE/_layouts/l.html, line 1", "Text: {% include heda.html %}"),
            "Hint: Did you mean 'head.html'?",
        ],
    ),
    "missing include, nothing like it": Case(
        {**NESTED, "a.md": FRONT + "{% include outer.html %}\n"},
        ["In: /SITE/_includes/outer.html, line 2", "Included from: /SITE/a.md, line 4", "Hint: Create inner.html in /SITE/_includes"],
    ),
    "bad parameters of an include": Case(
        {"a.md": FRONT + "\n{% include x.html a=b c %}\n"},
        ["In: /SITE/a.md, line 5", "Text: {% include x.html a=b c %}", 'Hint: Write values as key="text"'],
    ),
    "include named by nothing": Case({"a.md": FRONT + "{% include {{ page.gone }} %}\n"}, ["Hint: The variable that names the file is empty."]),
    "cycle of includes": Case(
        {**LOOP, "a.md": FRONT + "{% include a.html %}\n"},
        [
            *("Nesting too deep", "In: /SITE/_includes/a.html, line 2", "Included from: /SITE/_includes/b.html, line 1"),
            *("Included from: /SITE/a.md, line 4", "Included from: …", "Hint: These files include each other"),
        ],
    ),
    "missing document": Case(
        {"a.md": FRONT + "{% link b.mb %}\n", "b.md": FRONT},
        ["Could not find document 'b.mb'", "In: /SITE/a.md, line 4", "Text: {% link b.mb %}", "Hint: Did you mean 'b.md'?"],
    ),
    "missing post": Case(
        {"a.md": FRONT + "\n{% post_url 2020-01-02-nope %}\n"}, ["In: /SITE/a.md, line 5", "Hint: Write the post's file name without its extension."]
    ),
    "bad name of a post": Case({"a.md": FRONT + "\n{% post_url nope %}\n"}, ["In: /SITE/a.md, line 5", "Text: {% post_url nope %}"]),
    "bad filter": Case({"a.md": FRONT + "{{ 1 | divided_by: 0 }}\n"}, ["divided by 0", "In: /SITE/a.md, line 4", "Text: {{ 1 | divided_by: 0 }}"]),
    "bad date in an include": Case(
        {"_includes/i.html": "\n{{ 'x' | date_to_string }}", "a.md": FRONT + "{% include i.html %}\n"},
        ["Invalid Date: '\"x\"' is not a valid datetime.", "In: /SITE/_includes/i.html, line 2", "Included from: /SITE/a.md, line 4"],
    ),
    "bad bytes in a layout": Case(
        {"_layouts/l.html": b"a\n\xe9{{ content }}", **USES_LAYOUT}, ["In: /SITE/_layouts/l.html, line 2", "Hint: Save the file as UTF-8."]
    ),
    "bad bytes in a sheet": Case({"a.scss": b"---\n---\na{}\n/* \xe9 */"}, ["In: /SITE/a.scss, line 4", "Hint: Save the file as UTF-8."]),
    "broken sheet": Case({"a.scss": "---\n---\n\na { b: $c }\n"}, ["Undefined variable", "In: /SITE/a.scss, line 4", "Text: a { b: $c }"]),
    "broken import of a sheet": Case(
        {"a.scss": '---\n---\n@import "b";\n', "_sass/b.scss": "\n\na { b: $c }\n"}, ["In: /SITE/_sass/b.scss, line 3", "Text: a { b: $c }"]
    ),
    "broken function of an import": Case(
        {"a.scss": '---\n---\n@import "b";\n', "_sass/b.scss": "\n\na { b: percentage(x) }\n"},
        ["in function `percentage`", "In: /SITE/_sass/b.scss, line 3", "Text: a { b: percentage(x) }"],
    ),
    "missing layout of automatic pages": Case(
        {
            "_config.yml": "plugins: [jekyll-paginate-v2]\npagination: {enabled: true}\nautopages: {enabled: true}\nstrict_front_matter: true\n",
            "_posts/2020-01-02-a.md": "---\ntags: x\n---\n",
        },
        ["No such file or directory", "In: /SITE/_layouts/autopage_tags.html", "Hint: Create the file"],
    ),
    "automatic pages by a bare word": Case(
        {"_config.yml": "plugins: [jekyll-paginate-v2]\nautopages:\n  enabled: true\n  categories: false\n"},
        ["'categories' below 'autopages' should be set as a mapping, but was: false.", "In: /SITE/_config.yml, line 4", "Text: categories: false"],
    ),
    "CodeRay by its old key": Case(
        {"_config.yml": "kramdown:\n  enable_coderay: true\n", "a.md": FRONT + "x\n"},
        ["Deprecation: You are using 'enable_coderay'", "CodeRay is not supported", "Hint: Write `syntax_highlighter: rouge` below `kramdown:`"],
    ),
    "bad call in an import": Case(
        {"a.scss": '---\n---\n@import "b";\n', "_sass/b.scss": "\na { b: hsl(var(--x), 50%); }\n"},
        ["is missing argument", "In: /SITE/_sass/b.scss, line 2", "Text: a { b: hsl(var(--x), 50%); }"],
    ),
    "bad call, twice in an import": Case(
        {"a.scss": '---\n---\n@import "b";\n', "_sass/b.scss": "a { b: hsl(1, 50%); }\n" * 2},
        ["is missing argument", "In: /SITE/a.scss\n", "b: hsl(1, 50%); }"],
    ),
    "cycle of imports": Case(
        {"a.scss": '---\n---\n@import "b";\n', "_sass/b.scss": '@import "c";', "_sass/c.scss": '@import "b";'},
        ["An @import loop has been found", "In: /SITE/_sass/c.scss, line 1"],
    ),
    "front matter that is a list": Case(
        {"a.md": "---\n- x\n---\n"}, ["Invalid YAML front matter", "In: /SITE/a.md, line 2", "Text: - x", "Hint: Front matter is made of"]
    ),
    "empty permalink": Case({"a.md": '---\na: 1\npermalink: ""\n---\n'}, ["In: /SITE/a.md, line 3", 'Text: permalink: ""']),
    "empty permalink of a layout": Case({"_layouts/l.html": '---\npermalink: ""\n---\n'}, ["Invalid permalink in /SITE/_layouts/l.html", "line 2"]),
    "permalink that is a number": Case(
        {"_posts/2020-01-02-a.md": "---\npermalink: 5\n---\n"},
        ["In: /SITE/_posts/2020-01-02-a.md, line 2", "Text: permalink: 5", "Hint: Put the permalink in quotes."],
    ),
    "unknown placeholder": Case(
        {"_posts/2020-01-02-a.md": "---\npermalink: /:titel/\n---\n"}, ["doesn't have titel keys", "line 2", "Text: permalink: /:titel/", ":title"]
    ),
    "slug that is a list": Case({"_posts/2020-01-02-a.md": "---\nslug: [a]\n---\n"}, ["In: /SITE/_posts/2020-01-02-a.md, line 2", "Text: slug: [a]"]),
    "bad date": Case(
        {"_posts/2020-01-02-a.md": "---\ntitle: A\ndate: soon\n---\n"},
        ["Invalid date 'soon'", "In: /SITE/_posts/2020-01-02-a.md, line 3", "Text: date: soon", "Hint: Write dates as YYYY-MM-DD"],
    ),
    "broken data": Case(
        {"_data/d.yml": "a: 1\nb: 'open\nc: 2\n"},
        ["In: /SITE/_data/d.yml, line 2", "Text: b: 'open", "Hint: Close the quote that opens here."],
    ),
    "broken table": Case({"_data/d.csv": 'a,b\n1,"2" x\n'}, ["In: /SITE/_data/d.csv, line 2", "Hint: Write a cell with quotes"]),
    "broken configuration": Case(
        {"_config.yml": "a: 1\ntitle: b: c\n"},
        ["In: /SITE/_config.yml, line 2", "Text: title: b: c", "Hint: Put a value that contains `: ` in quotes."],
    ),
    "tab in the configuration": Case(
        {"_config.yml": "a:\n\tb: 1\n"}, ["In: /SITE/_config.yml, line 2", "Hint: Indent with spaces: YAML knows no tabs."]
    ),
    "configuration of another kind": Case(
        {"_config.yml": "title: T\nlimit_posts: many\n"},
        ["'limit_posts' should be set as a number", "In: /SITE/_config.yml, line 2", "Text: limit_posts: many", "Hint: Write a number"],
    ),
    "plugins on one line": Case(
        {"_config.yml": "\nplugins: jekyll-feed\n"},
        ["'plugins' should be set as an array", "In: /SITE/_config.yml, line 2", "Hint: Write each plugin"],
    ),
    "source map neither one nor the other": Case(
        {"_config.yml": "sass: {sourcemap: false}\n"}, ["should be set as always, never or development, but was: false.", "/_config.yml, line 1"]
    ),
    "error mode that is a number": Case({"_config.yml": "liquid:\n  error_mode: 5\n"}, ["In: /SITE/_config.yml, line 2", "Text: error_mode: 5"]),
    "options of the highlighter": Case(
        {"_config.yml": "kramdown:\n  syntax_highlighter_opts: [a]\n"}, ["should be set as a mapping", "In: /SITE/_config.yml, line 2"]
    ),
    "include that is a list of lists": Case({"_config.yml": "include: [[a]]\n"}, ["should be set as an array of names", "line 1"]),
    "theme without a name": Case({"_config.yml": 'theme: ""\n', "_layouts/l.html": ""}, ["theme could not be found", "Hint:"]),
    "permalink of a collection": Case(
        {"_config.yml": "collections:\n  c:\n    output: true\n    permalink: /:foo/\n", "_c/a.md": FRONT},
        ["doesn't have foo keys", "In: /SITE/_config.yml, line 4", "Text: permalink: /:foo/"],
    ),
    "bad bytes in a table": Case(
        {"_data/d.csv": b"a,b\n\n\xe9,1\n"}, ["Invalid byte sequence in UTF-8 in line 3.", "In: /SITE/_data/d.csv, line 3"]
    ),
    "unknown processor of Markdown": Case(
        {"_config.yml": "\nmarkdown: foo\n", "a.md": FRONT},
        ["Invalid Markdown processor given: foo", "In: /SITE/_config.yml, line 2", "Text: markdown: foo"],
    ),
    "unknown engine of kramdown": Case(
        {"_config.yml": "kramdown:\n  math_engine: foo\n", "a.md": FRONT + "x"}, ["In: /SITE/_config.yml, line 2", "Text: math_engine: foo"]
    ),
    "file in the place of the destination": Case({"_site": "x"}, ["In: /SITE/_site", "Hint: A file stands where a folder has to be"]),
    "extension of nothing": Case({"a.scss": "---\n---\n\na { @extend .b; }\n"}, ["on line 1 of a.scss", "In: /SITE/a.scss, line 4"]),
    "order of a collection": Case(
        {"_config.yml": "collections:\n  c:\n    order: [5]\n"}, ["'order' should be set as an array of paths", "In: /SITE/_config.yml, line 3"]
    ),
    "file in the place of the posts": Case({"_posts": "x"}, ["Not a directory", "In: /SITE/_posts", "Hint: A folder has to stand here"]),
    "file in the place of the layouts": Case({"_layouts": "x"}, ["Not a directory", "In: /SITE/_layouts", "Hint: A folder has to stand here"]),
    "folders of sheets": Case(
        {"_config.yml": "sass:\n  load_paths: [5]\n"}, ["'load_paths' should be set as an array of folders", "In: /SITE/_config.yml, line 2"]
    ),
    "date of a document that is YAML": Case(
        {"_config.yml": "collections: {c: {output: true, permalink: '/:year'}}\n", "_c/n.yml": '---\ndate: "."\n---\nx'},
        ["Invalid date '.'", "In: /SITE/_c/n.yml, line 2", 'Text: date: "."', "Hint: Write dates as"],
    ),
    "text in a document that is YAML": Case(
        {"_config.yml": "collections: {c: {output: true}}\n", "_c/n.yml": "---\nonly text\n"},
        ['front matter is the value "only text", not a mapping', "In: /SITE/_c/n.yml, line 2", "Text: only text"],
    ),
    "permalinks of archives": Case(
        {"_config.yml": "plugins: [jekyll-archives]\njekyll-archives: {enabled: all,\n  permalinks: x}\n", "_posts/2020-01-02-a.md": FRONT},
        ["'permalinks' below 'jekyll-archives' should be set as a mapping", "In: /SITE/_config.yml, line 3"],
    ),
    "path of a feed": Case(
        {"_config.yml": "plugins: [jekyll-feed]\nfeed:\n  path: 5\n"},
        ["'path' below 'feed' should be set as a string, but was: 5.", "In: /SITE/_config.yml, line 3"],
    ),
    "categories of a feed": Case(
        {"_config.yml": "plugins: [jekyll-feed]\nfeed:\n  categories: news\n"},
        ["'categories' below 'feed' should be set as an array", "In: /SITE/_config.yml, line 3", "Hint: Write `categories: [news]`."],
    ),
    "file that is another's folder": Case(
        {"a": "---\npermalink: /x\n---\n", "b.md": "---\npermalink: /x/y.html\n---\n"},
        ["File exists @ dir_s_mkdir - /SITE/_site/x", "In: /SITE/a", "Hint: b.md is written below it: give one of the two another permalink."],
    ),
    "posts per page": Case(
        {"_config.yml": "plugins: [jekyll-paginate]\npaginate: true\n"},
        ["'paginate' should be set as a number, but was: true.", "In: /SITE/_config.yml, line 2", "Hint: Write how many posts go on a page"],
    ),
    "path of pages": Case(
        {"_config.yml": "plugins: [jekyll-paginate]\npaginate: 1\npaginate_path: 5\n"},
        ["'paginate_path' should be set as a string, but was: 5.", "In: /SITE/_config.yml, line 3", "Text: paginate_path: 5"],
    ),
    "plugin that is no name": Case(
        {"_config.yml": "plugins:\n  - jekyll-feed: true\n"}, ["'plugins' should be set as an array of names", "In: /SITE/_config.yml, line 1"]
    ),
    "permalink of a collection with an odd output": Case(
        {"_config.yml": "collections: {c: {output: 0, permalink: 5}}\n"}, ["'permalink' should be set as a string, but was: 5.", "Text: collect"]
    ),
    "excerpt of itself": Case(
        {"_posts/2020-01-02-a.md": FRONT + "head {{ page.output }}\n\nrest\n", "a.html": FRONT + "{{ site.posts.first.excerpt }}"},
        [
            *("stack level too deep in /SITE/_posts/2020-01-02-a.md/#excerpt", "In: /SITE/_posts/2020-01-02-a.md, line 4"),
            "Hint: This excerpt prints itself",
        ],
    ),
    "destination over the source": Case(
        {"_config.yml": "destination: .\n"}, ["Text: source: /SITE, destination: /SITE", "Hint: Choose a destination"]
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_message_leads_to_the_mistake(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    code, said = build(tmp_path / "site", case.files)
    assert code == 1
    assert "Traceback" not in said
    assert "mistake in pyjekyll" not in said
    position = 0
    for wanted in case.said:
        assert wanted in said[position:], f"{wanted!r} is not said, or too early, in\n{said}"
        position = said.index(wanted, position)


LATE = ["unclosed tag", "missing include", "broken data", "broken sheet", "bad date", "broken configuration", "file that is another's folder"]


@pytest.mark.parametrize("name", LATE)
def test_a_failed_build_leaves_the_last_good_one(name: str, tmp_path: Path) -> None:
    root = tmp_path / "site"
    assert build(root, {"gone.txt": "old"})[0] == 0
    before = snapshot(root / "_site")
    (root / "gone.txt").unlink()
    assert build(root, CASES[name].files)[0] == 1
    assert snapshot(root / "_site") == before


@pytest.mark.parametrize("page", ["big.html", "big.bin"])
def test_where_a_file_cannot_be_written_nothing_is(page: str, tmp_path: Path) -> None:
    """A disk that is full is not to be had, but a limit for the size of files is."""
    resource = pytest.importorskip("resource")
    root = tmp_path / "site"
    assert build(root, {"gone.txt": "old", "a.html": FRONT, "z.html": FRONT, page: "small"})[0] == 0
    before = snapshot(root / "_site")
    (root / "gone.txt").unlink()
    (root / page).write_text("long " * 100_000 if page == "big.bin" else f"{FRONT}{'long ' * 100_000}")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, limits[1]))
    try:
        code, said = build(root, {"a.html": f"{FRONT}new", "z.html": f"{FRONT}new"}, "--disable-disk-cache")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert code == 1
    assert f"Error: File too large: /SITE/_site/{page}\n" in said
    assert f"In: /SITE/_site/{page}\n" in said
    assert snapshot(root / "_site") == before
    assert sorted(path.name for path in (root / "_site").iterdir()) == ["a.html", page, "gone.txt", "index.html", "z.html"]
    assert build(root, {})[0] == 0
    assert sorted(path.name for path in (root / "_site").iterdir()) == ["a.html", page, "index.html", "z.html"]


def test_a_folder_in_the_place_of_a_file_stops_the_build_before_it_writes(tmp_path: Path) -> None:
    root = tmp_path / "site"
    assert build(root, {"a.html": FRONT})[0] == 0
    (root / "_site/z.txt").mkdir()
    before = snapshot(root / "_site")
    code, said = build(root, {"a.html": f"{FRONT}new", "z.txt": "z"})
    assert code == 1
    assert "Error: Is a directory: /SITE/_site/z.txt\n" in said
    assert snapshot(root / "_site") == before


def test_what_a_link_held_is_written_in_its_place(tmp_path: Path) -> None:
    """A folder that is a link is removed, though the files behind it were as they have to be."""
    root = tmp_path / "site"
    assert build(root, {"sub/a.html": FRONT, "sub/b.txt": "b"})[0] == 0
    (root / "_site/sub").rename(tmp_path / "elsewhere")
    before = snapshot(tmp_path / "elsewhere")
    (root / "_site/sub").symlink_to(tmp_path / "elsewhere")
    assert build(root, {})[0] == 0
    assert not (root / "_site/sub").is_symlink()
    assert snapshot(tmp_path / "elsewhere") == before
    assert {path: body for path, (body, _) in snapshot(root / "_site/sub").items()} == {path: body for path, (body, _) in before.items()}


def test_the_words_of_a_long_line_are_cut(tmp_path: Path) -> None:
    said = build(tmp_path / "site", {"a.md": FRONT + "{% fro %}" + "x" * 500})[1]
    text = next(line for line in said.split("\n") if "Text:" in line)
    assert text.endswith("x…")
    assert len(text) < 200


def test_a_place_is_found_though_a_plugin_has_changed_the_text(tmp_path: Path) -> None:
    config = "plugins: [jekyll-titles-from-headings]\ntitles_from_headings: {strip_title: true}\n"
    said = build(tmp_path / "site", {"_config.yml": config, "a.md": "---\n---\n# Title\n\ntext\n\n{% fro x %}\n"})[1]
    assert "In: /SITE/a.md, line 7" in said


def test_a_missing_layout_is_a_warning_with_a_place(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.md": "---\ntitle: A\nlayout: pgae\n---\n", "b.md": "---\nlayout: pgae\n---\n", "_layouts/page.html": ""}
    code, said = build(tmp_path / "site", files)
    assert code == 0
    assert "Layout 'pgae' requested in a.md does not exist.\n" in said
    assert "Layout 'pgae' requested in b.md does not exist.\n" in said
    assert re.findall(r"(In|Text|Hint): (.+)", said) == [
        *(("In", "/SITE/a.md, line 3"), ("Text", "layout: pgae"), ("Hint", "The layouts are page.")),
    ]


def test_a_layout_of_a_remote_theme_that_no_plugin_brings(tmp_path: Path) -> None:
    said = build(tmp_path / "site", {"_config.yml": "remote_theme: a/b\n", "a.md": "---\nlayout: single\n---\n"})[1]
    assert "Hint: The site has a `remote_theme`: name jekyll-remote-theme under `plugins`" in said


def test_layouts_that_name_each_other(tmp_path: Path) -> None:
    layouts: dict[str, str | bytes] = {"_layouts/a.html": "---\nlayout: b\n---\n", "_layouts/b.html": "---\nx: 1\nlayout: a\n---\n"}
    code, said = build(tmp_path / "site", {**layouts, "p.md": "---\nlayout: a\n---\n", "q.md": "---\nlayout: a\n---\n"})
    assert code == 0
    assert re.findall(r"(Layout|In|Text|Hint): (.+)", said) == [
        ("Layout", "'a', which _layouts/b.html names, is in use already: the chain of layouts ends here."),
        ("In", "/SITE/_layouts/b.html, line 3"),
        ("Text", "layout: a"),
        ("Hint", "Take `layout` out of the front matter of the outermost one."),
    ]


def test_a_layout_without_its_parent_is_said_to_who_asks(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"_layouts/a.html": "---\nlayout: zz\n---\n", "p.md": "---\nlayout: a\n---\n"}
    code, said = build(tmp_path / "site", files)
    assert (code, "Layout:" in said) == (0, False)
    assert "'zz', which _layouts/a.html names, does not exist." in build(tmp_path / "site", files, "--verbose")[1]


LINKS: dict[str, Callable[[Path], None]] = {
    "page": lambda root: (root / "a.md").symlink_to("nowhere"),
    "static file": lambda root: (root / "a.txt").symlink_to("nowhere"),
    "data file": lambda root: ((root / "_data").mkdir(), (root / "_data/d.yml").symlink_to("d.yml"))[0],
}


@pytest.mark.parametrize("kind", LINKS)
def test_a_file_that_cannot_be_read_is_named(kind: str, tmp_path: Path) -> None:
    root = tmp_path / "site"
    build(root, {})
    LINKS[kind](root)
    code, said = build(root, {})
    assert code == 1
    assert re.search(r"In: /SITE/(a\.md|a\.txt|_data/d\.yml)\n", said), said
    assert "Hint:" in said


def test_broken_toml(tmp_path: Path) -> None:
    root = tmp_path / "site"
    code, said = build(root, {"_config.toml": "a = 1\nb =\n"}, "--config", str(root / "_config.toml"))
    assert code == 1
    assert re.search(r"TOML: .*\n +In: /SITE/_config\.toml, line 2\n +Text: b =\n +Hint: Text stands in quotes", said), said


def refuse(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let no file of that name be opened: permissions do not stop a test that runs as root."""
    true_open = builtins.open

    def refusing(path: Any, *arguments: Any, **options: Any) -> Any:
        if str(path).endswith(name):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return true_open(path, *arguments, **options)

    monkeypatch.setattr(builtins, "open", refusing)


def test_an_include_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "i.html")
    code, said = build(tmp_path / "site", {"_includes/i.html": "x", "a.md": FRONT + "{% include i.html %}\n"})
    assert code == 1
    assert "Liquid Exception: Permission denied @ rb_sysopen - /SITE/_includes/i.html in a.md" in said
    assert "Included from: /SITE/a.md, line 4" in said


def test_a_configuration_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "_config.yml")
    code, said = build(tmp_path / "site", {})
    assert code == 0
    assert re.search(r"Configuration file: none\n +Hint: /SITE/_config\.yml is there, but cannot be read", said), said


def build(root: Path, files: dict[str, str | bytes], *flags: str) -> tuple[int, str]:
    """Write a site, build it, and return exit code and output without colours and the machine's path."""
    for path, content in {"_config.yml": "title: T\n", "index.html": FRONT, **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    code, said = run(root, ["build", *flags])
    return code, re.sub(r"\x1b\[[\d;]*m", "", said).replace(str(root.resolve()), "/SITE").replace(str(root), "/SITE")


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the content and time of each file below a folder."""
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}
