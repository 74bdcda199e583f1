"""Unicode normal form KC with Addressable's data, which is Unicode 3.0's, and its shortcuts."""

from __future__ import annotations

import re
import unicodedata

_DATA = unicodedata.ucd_3_2_0
# Characters that have a decomposition in Unicode 3.2, but none, or another one, in Addressable's older data.
_LATER = re.compile(
    "([\u03f4\u03f5\u2047\u2057\u205f\u2071\u213d-\u2140\u2145-\u2149\u2a0c\u2a74-\u2a76\u2adc\u309f\u30ff\u3251-\u325f\u32b1-\u32bf"
    "\ufa30-\ufa6a\ufb1d\ufdfc\uff5f\uff60\U0001d15e-\U0001d7ff\U0002f800-\U0002fa1d])"
)


def compose(text: str) -> str:
    """Return the composed text.

    A mark composes only with the character right before it, and nothing composes in a text that begins with a mark.
    """
    pieces = _LATER.split(text)
    decomposed = "".join([piece if index % 2 else _DATA.normalize("NFKD", piece) for index, piece in enumerate(pieces)])
    if not decomposed or _DATA.combining(decomposed[0]):
        return decomposed
    composed: list[str] = []
    starter = decomposed[0]
    for char in decomposed[1:]:
        pair = starter + char if _LATER.search(char) else _DATA.normalize("NFC", starter + char)
        if len(pair) == 1:
            starter = pair
        else:
            composed.append(starter)
            starter = char
    return "".join(composed) + starter
