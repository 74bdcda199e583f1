"""What Liquid raises, with Ruby's words.

PyjekyllError
└── LiquidError                  "Liquid error (FILE line 3): divided by 0"
    ├── LiquidSyntaxError        "Liquid syntax error (line 2): Unknown tag 'foo'"
    ├── LiquidArgumentError      a bad argument, a wrong count of arguments, an impossible comparison
    ├── LiquidZeroDivisionError  "divided by 0"
    ├── LiquidFloatDomainError   NaN or Infinity where an integer is needed
    ├── LiquidStackError         nesting deeper than a hundred
    ├── LiquidContextError       a scope popped too often
    ├── LiquidFileSystemError    `render` without a file system
    ├── LiquidUndefinedVariable  only with strict_variables
    ├── LiquidUndefinedFilter    only with strict_filters
    ├── LiquidDisabledError      `include` inside `render`
    ├── LiquidInternalError      a Ruby error that Liquid does not know: "internal"
    └── ForeignError             an error of Ruby's or Jekyll's own that Liquid passes on without a prefix
"""

from __future__ import annotations

from pyjekyll.errors import PyjekyllError


class LiquidError(PyjekyllError):
    """A template that cannot be parsed or rendered; `str()` is Ruby's whole message.

    `message` is the text without prefix, `line` the line in the template where it happened, `template_name` the name that Ruby
    puts beside it (None: the outermost template), `markup_context` what Ruby appends ("included ", or the offending markup) and
    `culprit` the line of the tag to blame where Ruby's line is another: that of a block which is never closed.
    """

    prefix = "Liquid error"

    def __init__(
        self,
        message: str,
        template: str | None = None,
        line: int | None = None,
        *,
        markup_context: str | None = None,
        hint: str | None = None,
        culprit: int | None = None,
    ) -> None:
        super().__init__(message, path=template, line=line, hint=hint)
        self.template_line = culprit
        self.template_name = template
        self.markup_context = markup_context

    def __str__(self) -> str:
        """Join prefix, place, message and context as Liquid::Error#to_s does."""
        place = ""
        if self.line is not None:
            place = f" ({self.template_name} line {self.line})" if self.template_name else f" (line {self.line})"
        context = f" {self.markup_context}" if self.markup_context is not None else ""
        return f"{self.prefix}{place}: {self.message}{context}"

    def rendered_at(self, line: int | None) -> None:
        """Note the line; the message says it, too."""
        self.line = self.line or line
        super().rendered_at(self.line)

    def included_from(self, path: str, line: int | None) -> None:
        """Note that the error came out of an include.

        Ruby overwrites the template's name at each level and keeps the innermost line, so after two levels its message names the
        outer file with the inner line; `path` and `includes` keep the truth.
        """
        super().included_from(path, line)
        self.path = self.path or path
        self.template_name = path
        if self.markup_context is None:
            self.markup_context = "included "


class LiquidSyntaxError(LiquidError):
    """A template that breaks Liquid's grammar."""

    prefix = "Liquid syntax error"


class LiquidArgumentError(LiquidError):
    """A filter, tag or comparison that was given an argument it cannot use."""


class LiquidZeroDivisionError(LiquidError):
    """A division by zero."""


class LiquidFloatDomainError(LiquidError):
    """NaN or Infinity where an integer is needed."""


class LiquidStackError(LiquidError):
    """Blocks, scopes or includes nested deeper than Ruby allows."""


class LiquidContextError(LiquidError):
    """A scope popped too often."""


class LiquidFileSystemError(LiquidError):
    """The `render` tag, which has no file system in Jekyll."""


class LiquidUndefinedVariable(LiquidError):
    """An unknown name under strict_variables."""


class LiquidUndefinedFilter(LiquidError):
    """An unknown filter under strict_filters."""


class LiquidDisabledError(LiquidError):
    """A tag used where another tag forbids it."""


class LiquidInternalError(LiquidError):
    """A Ruby error that Liquid does not know."""


class ForeignError(LiquidError):
    """An error of Ruby's or Jekyll's own: Liquid adds neither prefix nor place, so `str()` is the bare message.

    `ruby_class` is the exception's class in Ruby: "TypeError", "Jekyll::Errors::PostURLError".
    """

    def __init__(self, message: str, ruby_class: str = "StandardError", *, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.ruby_class = ruby_class

    def __str__(self) -> str:
        return self.message
