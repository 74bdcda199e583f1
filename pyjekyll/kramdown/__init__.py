"""Markdown as kramdown converts it: `convert(text, options)`, or a `Converter` for many texts."""

from pyjekyll.kramdown.converter import Converter, Result, convert
from pyjekyll.kramdown.options import OptionError, Options, UnsupportedOptionError

__all__ = ["Converter", "OptionError", "Options", "Result", "UnsupportedOptionError", "convert"]
