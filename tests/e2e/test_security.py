"""A cloned repository is not trusted: what it can not read, write, remove or run."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import BuiltSite, SiteFactory

SECRET = "the secret text"


def beside(site: BuiltSite) -> dict[str, bytes]:
    """Return every file in the folder that holds the site, the destination left out."""
    folder = site.root.parent
    files = [path for path in folder.rglob("*") if path.is_file() and "_site" not in path.parts and ".user-cache" not in path.parts]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files if ".jekyll-cache" not in path.parts}


def built_text(site: BuiltSite) -> str:
    """Return everything that was built, in one string."""
    return "\n".join(entry.data.decode("utf-8", "replace") for entry in site.case.read_outputs(site.root)) + "\n" + site.log


# --- what safe mode reads ----------------------------------------------------------------------------------------------------

OUTSIDE = {
    "page": ("secret.html", "---\n---\n" + SECRET, "secret.html"),
    "static file": ("secret.txt", SECRET, "secret.txt"),
    "post": ("2020-01-02-secret.md", SECRET, "_posts/2020-01-02-secret.md"),
    "document": ("secret.md", "---\n---\n" + SECRET, "_c/secret.md"),
    "collection file": ("secret.txt", SECRET, "_c/secret.txt"),
    "layout": ("used.html", SECRET + "{{ content }}", "_layouts/used.html"),
    "data file": ("secret.yml", "a: " + SECRET, "_data/secret.yml"),
    "data as csv": ("secret.csv", "a\n" + SECRET, "_data/secret.csv"),
    "sass partial": ("_used.scss", f'a {{ content: "{SECRET}" }}', "_sass/_used.scss"),
    "included page": ("secret.html", "---\n---\n" + SECRET, "named/secret.html"),
}


@pytest.mark.parametrize("kind", OUTSIDE)
@pytest.mark.parametrize("whole_folder", [False, True], ids=["file", "folder"])
def test_safe_mode_reads_nothing_through_a_link_out_of_the_source(site: SiteFactory, kind: str, whole_folder: bool) -> None:
    name, text, place = OUTSIDE[kind]
    built = site(
        {
            "_config.yml": "collections: {c: {output: true}}\ninclude: [named]\n",
            "index.html": "---\nlayout: used\n---\n{{ site.data | jsonify }}{% for p in site.documents %}{{ p.content }}{% endfor %}",
            "css/a.scss": '---\n---\n@import "used";\n' if kind == "sass partial" else "---\n---\na { b: c }\n",
        }
    )
    outside = built.root.parent / "outside"
    outside.mkdir()
    (outside / name).write_text(text)
    link = built.root / (os.path.dirname(place) if whole_folder and "/" in place else "linked" if whole_folder else place)
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(outside if whole_folder else outside / name)
    built.build("--safe")
    assert SECRET not in built_text(built)
    shutil.rmtree(built.root / "_site", ignore_errors=True)
    if "/" in place and kind != "sass partial":
        assert SECRET in built_text(built.build(env={"JEKYLL_ENV": "production"})), "without safe mode the link is followed: the test would see the secret"  # noqa: E501


THEME = {
    "asset": ("secret.txt", SECRET, "assets/secret.txt"),
    "asset page": ("secret.html", "---\n---\n" + SECRET, "assets/secret.html"),
    "include": ("part.html", SECRET, "_includes/part.html"),
    "layout": ("used.html", SECRET + "{{ content }}", "_layouts/used.html"),
    "data file": ("secret.yml", "a: " + SECRET, "_data/secret.yml"),
    "sass partial": ("_used.scss", f'a {{ content: "{SECRET}" }}', "_sass/_used.scss"),
    "configuration": ("_config.yml", "title: " + SECRET, "_config.yml"),
}


@pytest.mark.parametrize("kind", THEME)
@pytest.mark.parametrize("whole_folder", [False, True], ids=["file", "folder"])
def test_safe_mode_reads_nothing_through_a_theme_s_link(site: SiteFactory, kind: str, whole_folder: bool) -> None:
    name, text, place = THEME[kind]
    built = site(
        {
            "_config.yml": "theme: mine\n",
            "index.html": "---\nlayout: used\n---\n{{ site.data | jsonify }} {{ site.title }}" + "{% include part.html %}" * (kind == "include"),
            "css/a.scss": '---\n---\n@import "used";\n' if kind == "sass partial" else "---\n---\na { b: c }\n",
            "mine/_layouts/other.html": "",
        }
    )
    outside = built.root.parent / "outside"
    outside.mkdir()
    (outside / name).write_text(text)
    target = built.root / "mine" / place
    if whole_folder and target.parent.name != "mine":
        shutil.rmtree(target.parent, ignore_errors=True)
        target.parent.symlink_to(outside)
    else:
        target.parent.mkdir(exist_ok=True)
        target.symlink_to(outside / name)
    assert SECRET not in built_text(built.build("--safe"))
    if target.is_symlink():
        target.unlink()
        target.write_text(text)
        assert SECRET in built_text(built.build("--safe")), "a file of the theme's own is read: the test would see the secret"


@pytest.mark.parametrize("tag", ["{% include secret.html %}", "{% include_relative secret.html %}", "{% include_relative sub/secret.html %}"])
def test_safe_mode_includes_nothing_through_a_link(site: SiteFactory, tag: str) -> None:
    built = site({"index.html": "---\n---\n" + tag, "_includes/x": "", "sub/x": ""})
    (built.root.parent / "secret.html").write_text(SECRET)
    for place in ("_includes/secret.html", "secret.html", "sub/secret.html"):
        (built.root / place).symlink_to(built.root.parent / "secret.html")
    assert SECRET not in built_text(built.build("--safe"))


@pytest.mark.parametrize(
    "name",
    ["../secret.html", "../../secret.html", "a/../../secret.html", "./../secret.html", "/../secret.html", "..//secret.html", "{{ page.up }}", "a/{{ page.up }}"],  # noqa: E501
)
@pytest.mark.parametrize("tag", ["include", "include_relative"])
def test_an_include_name_cannot_climb(site: SiteFactory, tag: str, name: str) -> None:
    built = site({"index.html": f"---\nup: ../../secret.html\n---\n{{% {tag} {name} %}}", "_includes/a/x.html": "", "a/x.html": ""})
    (built.root.parent / "secret.html").write_text(SECRET)
    (built.root / "secret.html").write_text(SECRET)
    built.build()
    assert built.exit == 1
    assert SECRET not in built_text(built)


@pytest.mark.parametrize("key", ["layouts_dir", "includes_dir", "data_dir", "collections_dir", "plugins_dir", "cache_dir"])
def test_safe_mode_keeps_every_folder_inside_the_source(site: SiteFactory, key: str) -> None:
    built = site({"_config.yml": f"{key}: ../outside\n", "index.html": "---\nlayout: used\n---\n{{ site.data | jsonify }}{% include used.html %}"})
    outside = built.root.parent / "outside"
    for name in ("used.html", "_posts/2020-01-02-x.md"):
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_text(SECRET)
    (outside / "d.yml").write_text("a: " + SECRET)
    (outside / "p.py").write_text(f"print({SECRET!r})")
    before = beside(built)
    built.build("--safe")
    assert SECRET not in built_text(built)
    assert beside(built) == before


# --- where a build writes ----------------------------------------------------------------------------------------------------

CLIMBING = [
    "/../../evil.html", "../../evil.html", "/a/../../../evil.html", "/%2e%2e/%2e%2e/evil.html", "/..%2f..%2fevil.html", "/a/..\\..\\evil.html",
    "/./../evil.html", "//../../evil.html", "/%252e%252e/evil.html", "/...//../../evil.html",
]  # fmt: skip


@pytest.mark.parametrize("permalink", CLIMBING)
@pytest.mark.parametrize("path", ["page.html", "_posts/2020-01-02-x.html", "_c/doc.html"])
def test_a_permalink_cannot_leave_the_destination(site: SiteFactory, path: str, permalink: str) -> None:
    built = site({"_config.yml": "collections: {c: {output: true}}\n", path: f"---\npermalink: '{permalink}'\n---\nevil"})
    before = beside(built)
    built.build()
    assert beside(built) == before


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ("permalink: /../../:title.html", {"_posts/2020-01-02-x.html": ""}),
        ("collections: {c: {output: true, permalink: '/../../:path.html'}}", {"_c/x.html": "---\n---\n"}),
        ("collections: {'../c': {output: true}}", {"../c/x.html": "---\n---\n", "_../c/x.html": "---\n---\n"}),
        ("collections: {'..': {output: true}, '.': {output: true}}", {"_../x.html": "---\n---\n", "_./x.html": "---\n---\n"}),
        ("a: 1", {"_posts/2020-01-02-x.html": "---\ncategories: ['..', '../..', '%2e%2e']\n---\n"}),
        ("a: 1", {"_posts/2020-01-02-x.html": "---\nslug: ../../../../evil\n---\n"}),
        ("a: 1", {"..%2f..%2fevil.html": "---\n---\n", "%2e%2e%2fevil.txt": "static", "%2e%2e/evil.txt": "static"}),
        ("paginate: 1\npaginate_path: /../../evil:num\nplugins: [jekyll-paginate]", {"index.html": "---\n---\n", "_posts/2020-01-02-x.html": "", "_posts/2020-01-03-y.html": ""}),  # noqa: E501
        ("plugins: [jekyll-redirect-from]", {"a.html": "---\nredirect_from: [/../../evil, '/%2e%2e/%2e%2e/evil2']\n---\n"}),
        ("plugins: [jekyll-feed]\nfeed: {path: ../../evil.xml}", {"a.html": "---\n---\n"}),
        ("plugins: [jekyll-sitemap]", {"a.html": "---\npermalink: /../../evil\n---\n"}),
        ("keep_files: ['../..']", {"a.html": "---\n---\n"}),
        ("sass: {sass_dir: ../outside}", {"a.scss": "---\n---\na { b: c }\n"}),
    ],
    ids=["site permalink", "collection permalink", "label", "dots as labels", "categories", "slug", "file names", "paginate_path", "redirect_from", "feed", "sitemap", "keep_files", "sass_dir"],  # noqa: E501
)
def test_nothing_else_leaves_the_destination(site: SiteFactory, config: str, files: dict[str, str]) -> None:
    built = site({"_config.yml": config + "\n", **files})
    before = beside(built)
    built.build()
    assert beside(built) == before


def test_a_link_in_the_destination_is_not_written_through(site: SiteFactory) -> None:
    built = site({"blog/index.html": "---\n---\nhello", "blog/static.txt": "hello", "note.txt": "hello"})
    outside = built.root.parent / "outside"
    outside.mkdir()
    (outside / "static.txt").write_text(SECRET)
    (built.root / "_site").mkdir()
    (built.root / "_site" / "blog").symlink_to(outside)
    (built.root / "_site" / "note.txt").symlink_to(outside / "note.txt")
    built.build()
    assert {path.name: path.read_text() for path in outside.iterdir()} == {"static.txt": SECRET}
    assert built.read("blog/index.html") == "hello"
    assert built.read("note.txt") == "hello"


# --- what the cleaner removes ------------------------------------------------------------------------------------------------


def test_the_cleaner_does_not_follow_links(site: SiteFactory) -> None:
    built = site({"a.html": "---\n---\na"})
    outside = built.root.parent / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("x")
    (built.root / "_site").mkdir()
    (built.root / "_site" / "folder").symlink_to(outside)
    (built.root / "_site" / "file.txt").symlink_to(outside / "precious.txt")
    built.build()
    assert (outside / "precious.txt").exists()
    assert built.paths == ["a.html"]


@pytest.mark.parametrize("destination", [".", "..", "/", "{root}", "{parent}", "sub/..", "./", "{root}/sub/../", "link"])
def test_a_destination_that_holds_the_source_is_refused(site: SiteFactory, destination: str) -> None:
    built = site({"a.html": "---\n---\na", "sub/b.html": "b"})
    (built.root / "link").symlink_to(built.root)
    before = beside(built)
    wanted = destination.format(root=built.root, parent=built.root.parent)
    built.build("-d", wanted)
    assert built.exit == 1
    assert "Destination directory cannot be or contain the Source directory." in built.log
    assert beside(built) == before


def test_clean_refuses_a_destination_that_holds_the_source(site: SiteFactory) -> None:
    from running import run

    built = site({"_config.yml": "destination: .\ncache_dir: ..\n", "a.html": "---\n---\na"})
    (built.root.parent / "precious.txt").write_text("x")
    before = beside(built)
    run(built.root, ["clean"])
    assert beside(built) == before


def test_a_failed_build_leaves_the_last_site(site: SiteFactory) -> None:
    built = site({"a.html": "---\n---\na", "b.html": "---\n---\nb"}).build()
    built.write("a.html", "---\n---\nchanged")
    built.write("b.html", "---\n---\n{% if %}")
    built.build()
    assert built.exit == 1
    assert (built.read("a.html"), built.read("b.html")) == ("a", "b")


# --- what is constructed, and at what cost -----------------------------------------------------------------------------------

OBJECTS = [
    "!!python/object/apply:os.system ['touch pwned']",
    "!!python/object/new:os.system ['touch pwned']",
    "!!python/name:os.system",
    "!!python/module:os",
    "!!python/object:pathlib.Path {}",
    "!ruby/object:Gem::Installer {i: x}",
    "!ruby/hash:Hash {a: b}",
]


@pytest.mark.parametrize("value", OBJECTS)
@pytest.mark.parametrize("place", ["_config.yml", "_data/d.yml", "a.html", "_posts/2020-01-02-x.html", "_layouts/l.html"])
def test_yaml_constructs_no_objects(site: SiteFactory, place: str, value: str) -> None:
    front = f"k: {value}\n" if place.endswith(".yml") else f"---\nk: {value}\n---\n{{{{ page.k }}}}"
    built = site({"b.html": "---\nlayout: l\n---\n{{ site.k }}{{ site.data | jsonify }}{{ layout.k }}", place: front}).build()
    assert not list(built.root.parent.rglob("pwned"))
    assert "built-in function" not in built_text(built)
    assert "Traceback" not in built.log


LIMIT = 1_500_000_000
LAUGHS = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}], k{n}: v}}\n" for n in range(1, 12))
NESTED = "a: " + "[" * 100_000 + "]" * 100_000 + "\n"


def build_with_limits(root: Path, seconds: int = 60, memory: int = LIMIT) -> subprocess.CompletedProcess[str]:
    """Build in a process that is killed when it takes too much."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    command = [sys.executable, "-m", "pyjekyll", "build", "--disable-disk-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=seconds, preexec_fn=limit, check=False)


@pytest.mark.parametrize("text", [LAUGHS, MERGES, NESTED], ids=["aliases", "merges", "nesting"])
@pytest.mark.parametrize("place", ["_config.yml", "_data/d.yml", "a.html"])
def test_a_small_yaml_file_stays_small(site: SiteFactory, place: str, text: str) -> None:
    built = site({place: text if place.endswith(".yml") else f"---\n{text}---\n{{{{ page.title }}}}", "b.html": "---\n---\nb"})
    done = build_with_limits(built.root)
    assert done.returncode in (0, 1), done.stderr[-500:]
    assert "Traceback" not in done.stderr
    assert "MemoryError" not in done.stderr


BLOCK_LAUGHS = "a0: &a0\n- lol\n" + "".join(f"a{n}: &a{n}\n" + f"- *a{n - 1}\n" * 10 for n in range(1, 12))


@pytest.mark.parametrize("text", [LAUGHS, BLOCK_LAUGHS], ids=["flow", "block"])
@pytest.mark.parametrize("print_it", ["{{ site.data | jsonify }}", "{{ site.data.d.a11 }}", "{{ site.data.d.a11 | join: ',' }}", "{{ site.data | inspect }}"])  # noqa: E501
def test_what_laughs_is_refused_before_it_is_printed(site: SiteFactory, text: str, print_it: str) -> None:
    built = site({"_data/d.yml": text, "b.html": f"---\n---\n{print_it}"})
    done = build_with_limits(built.root)
    assert done.returncode == 1
    assert "_data/d.yml" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_aliases_of_ordinary_size_are_fine(site: SiteFactory) -> None:
    built = site({"_data/d.yml": "a: &a {x: 1}\nb: [*a, *a]\nc: {<<: *a, y: 2}\n", "b.html": "---\n---\n{{ site.data.d | jsonify }}"}).build()
    assert built.read("b.html") == '{"a":{"x":1},"b":[{"x":1},{"x":1}],"c":{"x":1,"y":2}}'


@pytest.mark.parametrize("name", ["long.txt", "long.html", "long.md"])
def test_a_line_of_a_hundred_megabytes(site: SiteFactory, name: str) -> None:
    built = site({"index.html": "---\n---\nhome"})
    with open(built.root / name, "w") as file:
        file.write("---\n---\n")
        for _ in range(100):
            file.write("word " * 200_000)
    done = build_with_limits(built.root, seconds=300, memory=6_000_000_000)
    assert done.returncode == 0, done.stderr[-500:]
    assert (built.root / "_site" / "index.html").read_text() == "home"


def test_a_page_of_brackets_is_read_in_time(site: SiteFactory) -> None:
    lines = ["[" * 5000, "*a **b " * 2000, "`" * 5001, "> " * 400 + "x", "{:" * 2000, "<b " * 3000, "$$" * 2001, "![](" * 2000, "{{ '" * 1]
    built = site({f"p{number}.md": f"---\nrender_with_liquid: false\n---\n{line}\n" for number, line in enumerate(lines)})
    done = build_with_limits(built.root, seconds=60)
    assert done.returncode == 0, done.stderr[-500:]


# --- what a cache may say ----------------------------------------------------------------------------------------------------

FORGERIES = [b"", b"\x00" * 100, b"\x80\x04\x95cos\nsystem\n(S'touch pwned'\ntR.", b"\x04\bo:\x0bObject\x00", b"{}", b"[[[[", b"null"]


def cache_files(built: BuiltSite) -> list[Path]:
    """Return the files of the disk cache."""
    return [path for path in (built.root / ".jekyll-cache").rglob("*") if path.is_file()]


def test_an_edited_cache_changes_nothing(site: SiteFactory) -> None:
    files = {"a.md": "---\n---\nHello *you*", "_layouts/l.html": "{{ content }}", "b.scss": "---\n---\na { color: red }\n"}
    built = site(files).build()
    first = [(entry.path, entry.data) for entry in built.case.read_outputs(built.root)]
    for path in cache_files(built):
        path.write_bytes(path.read_bytes().replace(b"Hello", b"Hacked").replace(b"red", b"url"))
    shutil.rmtree(built.root / "_site")
    again = built.build()
    assert [(entry.path, entry.data) for entry in again.case.read_outputs(again.root)] == first


def test_a_cache_made_by_somebody_else_changes_nothing(site: SiteFactory) -> None:
    theirs = site({"a.md": "---\n---\nHello *you*"}).build()
    ours = site({"a.md": "---\n---\nHello *you*"})
    shutil.copytree(theirs.root / ".jekyll-cache", ours.root / ".jekyll-cache")
    for path in cache_files(ours):
        path.write_bytes(path.read_bytes().replace(b"Hello", b"Hacked"))
    assert "Hacked" not in built_text(ours.build())


@pytest.mark.parametrize("forged", FORGERIES)
def test_a_forged_cache_runs_nothing(site: SiteFactory, forged: bytes) -> None:
    built = site({"a.md": "---\n---\nHello *you*"}).build()
    first = built.read("a.html")
    names = [*cache_files(built), built.root / ".jekyll-metadata", built.root / ".jekyll-cache/Jekyll/Cache/Jekyll--Cache/b7/9606fb3afea5bd1609ed40b622142f1c98125abcfe89a76a661b0e8e343910"]  # noqa: E501
    for path in names:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(forged)
    shutil.rmtree(built.root / "_site")
    built.build("--incremental")
    assert built.exit == 0
    assert built.read("a.html") == first
    assert not list(built.root.parent.rglob("pwned"))


def test_a_cache_that_is_a_link_is_not_written_through(site: SiteFactory) -> None:
    built = site({"a.md": "---\n---\nHello *you*"}).build()
    outside = built.root.parent / "outside.txt"
    outside.write_text("precious")
    for path in cache_files(built):
        path.unlink()
        path.symlink_to(outside)
    built.write("a.md", "---\n---\nHello *me*")
    built.build()
    assert outside.read_text() == "precious"


def test_safe_mode_leaves_the_caches_alone(site: SiteFactory) -> None:
    built = site({"a.md": "---\n---\nHello *you*"}).build("--safe")
    assert not (built.root / ".jekyll-cache").exists()
