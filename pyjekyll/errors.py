"""Every error this package raises on purpose.

PyjekyllError                   what a user can cause and mend
├── ConfigError                 a configuration file or flag that cannot be used
│   └── MissingConfigError      a file named by --config is not there
├── UsageError                  a command called with arguments it cannot use
├── YamlError                   text that is not YAML
├── LayoutError                 a layout that is not there, rendering that never ends
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


class PyjekyllError(Exception):
    """Say what went wrong, where, and what to do next.

    `message` is Jekyll's wording. `path` and `line` name the place, `excerpt` is the offending text, `key` the setting at fault
    (its line is looked up when the error is shown) and `hint` the next step. A stage that knows more than the one that raised
    may fill in what is still empty with `locate`. For what happened in a template, `template_line` counts from the first line
    below the front matter, as Liquid does, and `includes` lists the (file, line of the tag) that led there, outermost first;
    whoever knows the template's file makes `place` and `stack`, which are for people, of them.
    """

    topic = "Error:"
    reported = False  # set by a stage that has written Jekyll's line already; the command then adds the details only
    template_line: int | None = None
    includes: tuple[tuple[str, int | None], ...] = ()
    value: str = ""  # what the setting `key` is, where several of a file have that name
    place: tuple[str, int | None] | None = None
    stack: tuple[str, ...] = ()  # the places that led to it, innermost first

    def __init__(
        self,
        message: str,
        path: str | None = None,
        line: int | None = None,
        hint: str | None = None,
        excerpt: str | None = None,
        key: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint
        self.excerpt = excerpt
        self.key = key

    def __str__(self) -> str:
        return self.message

    @property
    def where(self) -> tuple[str | None, int | None]:
        """Return path and line for people, the line as an editor counts it."""
        return self.place or (self.path, self.line)

    def locate(self, path: str | None = None, line: int | None = None, excerpt: str | None = None) -> None:
        """Add what is known about the place, keeping what the raiser already said."""
        self.path = self.path or path
        self.line = self.line or line
        self.excerpt = self.excerpt or excerpt

    def rendered_at(self, line: int | None) -> None:
        """Note the line of the node of a template in which it happened; the innermost one counts."""
        if self.template_line is None:
            self.template_line = line

    def included_from(self, path: str, line: int | None) -> None:
        """Note that it came out of the file `path`, included by a tag in that line of the template around it."""
        self.includes = ((path, line), *self.includes)


class ConfigError(PyjekyllError):
    """Reject a configuration file or flag; `key` is the setting, whose file is looked for among those of the build."""


class MissingConfigError(ConfigError):
    """Report a configuration file that was named and is not there."""

    topic = "Fatal:"


class UsageError(PyjekyllError):
    """Reject the arguments of a command."""


class YamlError(PyjekyllError):
    """Report text that is not YAML, in Psych's words."""

    @property
    def is_syntax(self) -> bool:
        """Say whether libyaml found it: of an unknown alias only Psych complains, by another exception."""
        return self.message.startswith("(<unknown>)")


class LayoutError(PyjekyllError):
    """Report a layout that is not there, or rendering that never ends."""


class IncludeError(PyjekyllError):
    """Report an include that cannot be used."""

    topic = "Liquid Exception:"


class ReadError(PyjekyllError):
    """Report a source file that cannot be read; `unopened` where not a byte of it is known."""

    unopened = False


class PluginError(PyjekyllError):
    """Report a plugin that fails or cannot be loaded."""


class FatalError(PyjekyllError):
    """Stop the build the way Jekyll's fatal exceptions do."""

    topic = "ERROR:"


class FrontMatterError(FatalError):
    """Report front matter that cannot be used."""


class InvalidDateError(FatalError):
    """Report a date that cannot be parsed."""

    advice = "Write dates as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS +ZZZZ."


class InvalidPermalinkError(FatalError):
    """Report a permalink that gives no URL."""


class PostUrlError(FatalError):
    """Report a link to a post or file that does not exist."""


class ThemeError(FatalError):
    """Report a theme that cannot be found."""


class MissingDependencyError(FatalError):
    """Report a converter or highlighter that is not available."""
