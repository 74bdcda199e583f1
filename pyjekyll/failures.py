"""Turn what stopped a build into Jekyll's lines, and into what Jekyll does not say: where, on which way, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from pyjekyll.errors import FatalError, PyjekyllError
from pyjekyll.log import Log, program_error
from pyjekyll.places import in_words, line_of, place_of_key


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
    for topic, text in details(error):
        log.error(topic, text)


def details(error: PyjekyllError) -> Iterator[tuple[str, str]]:
    """Yield topic and text of the lines that say where it happened, how the build came there, and what to do."""
    place_of_key(error)
    path, line = error.where
    if path:
        yield "In:", in_words(path, line)
    if excerpt := error.excerpt or line_of(path, line):
        yield "Text:", excerpt
    for place in error.stack:
        yield "Included from:", place
    if error.hint:
        yield "Hint:", error.hint


def _report_foreign(error: Exception, log: Log) -> None:
    from pyjekyll.ruby.errors import RubyError

    if isinstance(error, RubyError):
        log.error("Error:", str(error))
    elif isinstance(error, OSError):
        log.error("Error:", f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        if error.filename:
            log.error("In:", str(error.filename))
            log.error("Hint:", _file_hint(error))
    else:
        log.error("Error:", f"{type(error).__name__}: {error}")
        log.error("", "This is a mistake in pyjekyll, or in a plugin. Please report it.")


def _file_hint(error: OSError) -> str:
    import errno

    if error.errno in (errno.ENOENT, errno.ELOOP):
        return "Mend or remove the file, which may be a broken link, or name it under `exclude` in _config.yml."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "Change the permissions of the file or its folder, or name it under `exclude` in _config.yml."
    if error.errno in (errno.EEXIST, errno.ENOTDIR, errno.EISDIR):
        return "A file stands where a folder has to be, or a folder where a file has: move it away."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Make room on the disk: what was built before is as it was."
    return "See what the system says about the file."
