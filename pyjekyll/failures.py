"""Turn what stopped a build into Jekyll's lines, and into what Jekyll does not say: where, on which way, what to do."""

from __future__ import annotations

from pyjekyll.errors import FatalError, PyjekyllError
from pyjekyll.log import Log, program_error


def report_failure(error: Exception, log: Log, graceful: bool = True) -> None:
    """Write the lines for an error; `graceful` is how Jekyll's build and serve end, other commands print the program's error."""
    if isinstance(error, PyjekyllError):
        _report(error, graceful, log)
    else:
        _report_foreign(error, log)


def _report(error: PyjekyllError, graceful: bool, log: Log) -> None:
    if graceful and isinstance(error, FatalError):
        # Jekyll announces these even where the line of a template or converter is out already.
        log.error("ERROR:", "YOUR SITE COULD NOT BE BUILT:")
        log.error("", "------------------------------------")
        log.error("", str(error))
    elif error.reported:
        pass
    elif not graceful:
        log.say(program_error(str(error)))
    else:
        log.error(*((error.topic, str(error)) if error.topic else (str(error),)))
    _explain(error, log)


def _explain(error: PyjekyllError, log: Log) -> None:
    """Say where it happened, how the build came there, and what to do."""
    if error.path:
        line = error.file_line or error.line
        log.error("In:", error.path if line is None else f"{error.path}, line {line}")
    if error.excerpt:
        log.error("Text:", error.excerpt)
    for path in error.stack:
        log.error("Included from:", path)
    if error.hint:
        log.error("Hint:", error.hint)


def _report_foreign(error: Exception, log: Log) -> None:
    from pyjekyll.ruby.errors import RubyError

    if isinstance(error, RubyError):
        log.error("Error:", str(error))
    elif isinstance(error, OSError):
        log.error("Error:", f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
    else:
        log.error("Error:", f"{type(error).__name__}: {error}")
        log.error("", "This is a mistake in pyjekyll, or in a plugin. Please report it.")
