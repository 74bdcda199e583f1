"""Ruby's own exceptions, where a template can cause them and their words reach the user.

    RubyError                    StandardError
    ├── RubyArgumentError        ArgumentError; Liquid turns it into a Liquid error, the others end the build as they are
    │   └── RubyComparisonError  "comparison of String with 5 failed"
    ├── RubyTypeError            TypeError
    │   └── (all conversions)    "no implicit conversion of String into Integer"
    ├── RubyNoMethodError        NoMethodError
    ├── RubyZeroDivisionError    ZeroDivisionError
    ├── RubyFloatDomainError     FloatDomainError
    └── RubyRangeError           RangeError, IndexError
"""

from __future__ import annotations


class RubyError(Exception):
    """An exception that Ruby's core raises; `str()` is Ruby's message and `ruby_class` the name of its class."""

    ruby_class = "StandardError"


class RubyArgumentError(RubyError, ValueError):
    """An argument of the right type with a wrong value."""

    ruby_class = "ArgumentError"


class RubyComparisonError(RubyArgumentError):
    """Two values without an order."""


class RubyTypeError(RubyError, TypeError):
    """An argument of the wrong type."""

    ruby_class = "TypeError"


class RubyNoMethodError(RubyError):
    """A method that the receiver does not have."""

    ruby_class = "NoMethodError"


class RubyZeroDivisionError(RubyError, ZeroDivisionError):
    """An integer divided by zero."""

    ruby_class = "ZeroDivisionError"


class RubyFloatDomainError(RubyError):
    """NaN or Infinity where a finite number is needed."""

    ruby_class = "FloatDomainError"


class RubyRangeError(RubyError):
    """A number too big for what it is used for."""

    ruby_class = "RangeError"


class JsonGeneratorError(RubyError):
    """A value that JSON cannot express."""

    ruby_class = "JSON::GeneratorError"
