"""Every error this package raises on purpose.

PyjekyllError                   what a user can cause and mend
├── ConfigError                 a configuration file or flag that cannot be used
│   └── MissingConfigError      a file named by --config is not there
├── UsageError                  a command called with arguments it cannot use
├── YamlError                   text that is not YAML
├── LayoutError                 layouts that contain each other
├── IncludeError                an include that is missing, badly named or includes itself
├── ReadError                   a source file that cannot be read
├── PluginError                 a plugin that fails or cannot be loaded
└── FatalError                  the kind Jekyll announces with "YOUR SITE COULD NOT BE BUILT"
    ├── FrontMatterError        front matter that is not a mapping, or broken under --strict_front_matter
    ├── InvalidDateError        a date that cannot be parsed
    ├── InvalidPermalinkError   an empty permalink, a URL template with unknown placeholders
    ├── PostUrlError            post_url or link pointing nowhere
    ├── ThemeError              a theme that cannot be found
    └── MissingDependencyError  a converter or highlighter that is not available

Liquid's errors derive from PyjekyllError too and live with their engine.
"""

from __future__ import annotations

from collections.abc import Sequence


class PyjekyllError(Exception):
    """Say what went wrong, where, and what to do next.

    `message` is Jekyll's wording. `path` and `line` name the place, `excerpt` is the offending text, `stack` lists the
    files that led there (outermost first) and `hint` is the next step. A stage that knows more than the one that raised
    may fill in what is still empty with `locate`.
    """

    topic = "Error:"
    file_line: int | None = None  # the line from the top of the file, where `line` counts as Ruby's message does, below the front matter
    reported = False  # set by a stage that has written Jekyll's line already; the command then adds the details only

    def __init__(
        self,
        message: str,
        path: str | None = None,
        line: int | None = None,
        hint: str | None = None,
        excerpt: str | None = None,
        stack: Sequence[str] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint
        self.excerpt = excerpt
        self.stack = tuple(stack)

    def __str__(self) -> str:
        return self.message

    def locate(self, path: str | None = None, line: int | None = None, excerpt: str | None = None, stack: Sequence[str] = ()) -> None:
        """Add what is known about the place, keeping what the raiser already said."""
        self.path = self.path or path
        self.line = self.line or line
        self.excerpt = self.excerpt or excerpt
        self.stack = self.stack or tuple(stack)


class ConfigError(PyjekyllError):
    """Reject a configuration file or flag."""


class MissingConfigError(ConfigError):
    """Report a configuration file that was named and is not there."""

    topic = "Fatal:"


class UsageError(PyjekyllError):
    """Reject the arguments of a command."""


class YamlError(PyjekyllError):
    """Report text that is not YAML, in Psych's words."""


class LayoutError(PyjekyllError):
    """Report layouts that contain each other."""


class IncludeError(PyjekyllError):
    """Report an include that cannot be used."""

    topic = "Liquid Exception:"


class ReadError(PyjekyllError):
    """Report a source file that cannot be read."""


class PluginError(PyjekyllError):
    """Report a plugin that fails or cannot be loaded."""


class FatalError(PyjekyllError):
    """Stop the build the way Jekyll's fatal exceptions do."""

    topic = "ERROR:"


class FrontMatterError(FatalError):
    """Report front matter that cannot be used."""


class InvalidDateError(FatalError):
    """Report a date that cannot be parsed."""


class InvalidPermalinkError(FatalError):
    """Report a permalink that gives no URL."""


class PostUrlError(FatalError):
    """Report a link to a post or file that does not exist."""


class ThemeError(FatalError):
    """Report a theme that cannot be found."""


class MissingDependencyError(FatalError):
    """Report a converter or highlighter that is not available."""
