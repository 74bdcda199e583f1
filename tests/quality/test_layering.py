"""A module imports only from lower ranks of the design, lazily or not; siblings of one rank do not meet."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import pyjekyll

PACKAGE = Path(pyjekyll.__file__).parent
# Three finer cuts than the design's list: Psych's YAML and its fast half lie in `read/` and know nothing of sites; the registry is built on the
# specification of hooks; `pyjekyll build --watch` and `pyjekyll serve` are commands on top of `serve/`.
RANKS = [
    {"version"},
    {"errors", "log", "places", "ruby"},
    {"failures"},
    {"read.plain_yaml", "read.yaml_hints"},
    {"read.yaml", "themes"},
    {"highlight", "sass"},
    {"liquid", "kramdown"},
    {"config", "cache", "deps"},
    {"model"},
    {"site"},
    {"plugins.blame", "plugins.spec", "plugins.github_pages"},
    {"plugins.registry"},
    {"filters", "tags", "read", "write", "gems"},
    {"render", "theme"},
    {"plugins.builtin", "plugins.loader"},
    {"build", "profile"},
    {"serve"},
    {"commands"},
    {"cli", "testing"},
]
RANK = {name: rank for rank, names in enumerate(RANKS) for name in names}
# The author's API names what is below it; the two facades may look up, lazily.
ANYWHERE = {"plugins", ""}
FACADES = {("liquid.facade", "filters"), ("liquid.facade", "tags"), ("liquid.facade", "render"), ("liquid.facade", "kramdown")}


def unit(module: str) -> str:
    """Return the part of the package that a module belongs to, as it stands in RANKS."""
    parts = module.split(".")
    two = ".".join(parts[:2])
    return two if two in RANK else parts[0]


def modules() -> list[tuple[str, Path]]:
    """Return every module of the package, by its name below `pyjekyll`."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found.append((".".join(part for part in parts if part != "__init__"), path))
    return found


def imports(tree: ast.AST) -> set[str]:
    """Return what a module imports of the package, also inside functions, but not what only type checkers see."""
    hidden = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for statement in node.body
        for inner in ast.walk(statement)
    }
    found = set()
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "pyjekyll":
            base = node.module.removeprefix("pyjekyll").removeprefix(".")
            found |= {f"{base}.{alias.name}".strip(".") if base in ("", "plugins") else base for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name.removeprefix("pyjekyll.") for alias in node.names if alias.name.startswith("pyjekyll.")}
    return found


@pytest.mark.parametrize(("name", "path"), modules(), ids=[name or "pyjekyll" for name, _ in modules()])
def test_imports_only_from_lower_ranks(name: str, path: Path) -> None:
    here = unit(name)
    if here in ANYWHERE or name == "__main__":
        return
    assert here in RANK, f"{name} has no rank: name it in the design's list"
    wrong = []
    for target in imports(ast.parse(path.read_text("utf-8"))):
        there = unit(target)
        if there in ANYWHERE or there == here or (name, there) in FACADES or there not in RANK:
            continue
        if RANK[there] >= RANK[here]:
            wrong.append(target)
    assert wrong == []


UPSTREAM = {"liquid": "liquid._upstream", "mistune": "kramdown._upstream", "livereload": "serve.server"}


def test_engines_have_one_door_each() -> None:
    """python-liquid, mistune and livereload are imported in one module each."""
    wrong = []
    for name, path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) and not node.level else [a.name for a in node.names] if isinstance(node, ast.Import) else []  # noqa: E501
            wrong += [(name, top) for full in names if full for top in [full.split(".")[0]] if top in UPSTREAM and name != UPSTREAM[top]]
    assert wrong == []


def test_no_module_reads_another_clock() -> None:
    """The present time comes from `time.time`, so that a test or a reproducible build can stop it."""
    clocks = ("datetime.now(", "datetime.utcnow(", "date.today(", "datetime.today(", "time.localtime()", "time.gmtime()")
    wrong = [(name, clock) for name, path in modules() for clock in clocks if clock in path.read_text("utf-8") and name != "ruby.zones"]
    assert wrong == []
