"""The one place that imports mistune.

mistune gives the registry of rules, the parser states and the renderer base; kramdown's grammar is ours, because
CommonMark's algorithms for lists, emphasis, HTML blocks and tables are other algorithms.

Only `mistune.core` is needed. Importing the package runs its `__init__`, which builds a whole CommonMark parser and pulls in
`dataclasses` and `inspect`: ten times the cost of the core alone. So the core is imported below a package object that is
found but not run; a later `import mistune` by a plugin runs the package as usual and shares the core.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys


def _import_core() -> None:
    if "mistune" in sys.modules:
        importlib.import_module("mistune.core")
        return
    spec = importlib.util.find_spec("mistune")
    if spec is None:
        raise ModuleNotFoundError("No module named 'mistune'", name="mistune")
    sys.modules["mistune"] = importlib.util.module_from_spec(spec)
    try:
        importlib.import_module("mistune.core")
    finally:
        del sys.modules["mistune"]


if "mistune.core" not in sys.modules:
    _import_core()

# Found in sys.modules; the package itself stays unimported.
_core = sys.modules["mistune.core"]

from typing import TYPE_CHECKING  # noqa: E402

if TYPE_CHECKING:
    from mistune.core import BaseRenderer, BlockState, InlineState, Parser
else:
    BaseRenderer, BlockState, InlineState, Parser = _core.BaseRenderer, _core.BlockState, _core.InlineState, _core.Parser

__all__ = ["BaseRenderer", "BlockState", "InlineState", "Parser"]
