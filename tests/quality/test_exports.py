"""What the package offers can be imported, and importing the package costs nothing."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import pyjekyll

MODULES = sorted(module.name for module in pkgutil.walk_packages(pyjekyll.__path__, "pyjekyll.") if not module.name.endswith("__main__"))


@pytest.mark.parametrize("name", ["pyjekyll", "pyjekyll.plugins", "pyjekyll.liquid", "pyjekyll.testing"])
def test_public_names_resolve(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__all__, f"{name} has no __all__"
    assert [public for public in module.__all__ if not hasattr(module, public)] == []


def test_every_module_imports_alone() -> None:
    """No module depends on another one having been imported first."""
    program = "import importlib, sys\nfor name in sys.argv[1:]:\n    importlib.import_module(name)\n"
    done = subprocess.run([sys.executable, "-c", program, *MODULES], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_public_names_have_docstrings() -> None:
    undocumented = []
    for name in MODULES:
        module = importlib.import_module(name)
        if not module.__doc__:
            undocumented.append(name)
        for public, value in vars(module).items():
            if not public.startswith("_") and getattr(value, "__module__", None) == name and callable(value) and not value.__doc__:
                undocumented.append(f"{name}.{public}")
    assert undocumented == []
