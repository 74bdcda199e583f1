"""Name the plugin that an exception came out of, what it was doing, and the line in it."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import Any, NamedTuple

from pyjekyll.errors import PluginError, PyjekyllError
from pyjekyll.liquid.errors import ForeignError
from pyjekyll.ruby.errors import RubyError

# What speaks for itself already, or is told apart further up.
_PASSED_ON = (PyjekyllError, RubyError, RecursionError)


class Origin(NamedTuple):
    """Where a function or class comes from: its plugin's name, and the file (of a package: the folder) that holds it."""

    plugin: str
    file: str

    def holds(self, path: str) -> bool:
        """Say whether a file is the plugin's."""
        return path == self.file or path.startswith(self.file.rstrip(os.sep) + os.sep)


def origin_of(module: Any, plugin: str) -> Origin:
    """Return the origin of what a module holds."""
    file = str(getattr(module, "__file__", None) or "")
    is_package = os.path.basename(file) == "__init__.py"
    return Origin(plugin, os.path.dirname(file) if is_package else file)


def guarded(function: Callable[..., Any], origin: Origin, what: str, *, in_template: bool = False) -> Callable[..., Any]:
    """Return the function; what it raises becomes a PluginError that says who failed, over which item, and where.

    In a template it becomes a ForeignError: its place is the template's, and the plugin's line stands in the message.
    """

    @functools.wraps(function)
    def run(*arguments: Any, **keywords: Any) -> Any:
        try:
            return function(*arguments, **keywords)
        except _PASSED_ON:
            raise
        except Exception as error:
            item = None if in_template or not arguments else getattr(arguments[0], "relative_path", None)
            raise _blamed(error, origin, f"{what} for {item}" if item else what, in_template) from error

    return run


def _blamed(error: Exception, origin: Origin, what: str, in_template: bool) -> PyjekyllError:
    path, line, text = _place(error, origin)
    message = f"{origin.plugin}, {what}: {type(error).__name__}: {error}"
    if in_template:
        return ForeignError(f"{message} ({path}:{line})", type(error).__name__)
    return PluginError(message, path=path, line=line, excerpt=text)


def _place(error: Exception, origin: Origin) -> tuple[str, int | None, str | None]:
    """Return the innermost place that is the plugin's own, not that of a library it called."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    frame = next((frame for frame in reversed(frames) if origin.holds(frame.filename)), frames[-1])
    return frame.filename, frame.lineno, frame.line
