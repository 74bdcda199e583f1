"""What to do about text that is not YAML: libyaml's words say what it met, not what people did."""

from __future__ import annotations

import re

QUOTE_THE_VALUE = "Put the value in quotes."
_BY_WORDS = (
    ("cannot start any token", QUOTE_THE_VALUE),
    ("unexpected end of stream while scanning a quoted scalar", "Close the quote that opens here."),
    ("control characters are not allowed", "Remove the invisible control character from the file."),
    ("unknown escape character", 'Use single quotes, or write each backslash twice: "\\\\".'),
    ("did not find expected ',' or ']'", "Close the list that is open here with ]."),
    ("did not find expected ',' or '}'", "Close the mapping that is open here with }."),
    ("did not find expected '-' indicator", "Give all items of a list the same indentation."),
    ("could not find expected ':'", "Write each setting as `key: value`, and indent what goes on on the next line."),
    ("did not find expected key", "Give all keys of a mapping the same indentation, and put texts with quotes or brackets in quotes."),
    ("did not find expected node content", "Close what is open here, or put the value in quotes."),
)


def yaml_hint(words: str, line: str | None) -> str | None:
    """Return the next step for an error of libyaml, as far as it can be told from the line."""
    line = line or ""
    if re.match(r" *\t", line):
        return "Indent with spaces: YAML knows no tabs."
    if "mapping values are not allowed" in words:
        return "Put a value that contains `: ` in quotes." if line.count(": ") > 1 else "Give all keys of a mapping the same indentation."
    return next((hint for part, hint in _BY_WORDS if part in words), None)
