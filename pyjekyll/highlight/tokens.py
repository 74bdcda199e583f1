"""Rouge's token types, each the class name that its span gets.

A token is a plain string, so lexers yield what the page shows; `TEXT` is empty and gets no span. The names follow
Rouge's (`Literal::String::Double` is `STR_DOUBLE`). Most classes are Pygments' too; `py`, `fm`, `pi`, `ch`, `cpf`, `esc`
are Rouge's own or newer than what stylesheets usually know.
"""

TEXT = ""
TEXT_WHITESPACE = "w"
ESCAPE = "esc"
ERROR = "err"
OTHER = "x"
KEYWORD = "k"
KEYWORD_CONSTANT = "kc"
KEYWORD_DECLARATION = "kd"
KEYWORD_NAMESPACE = "kn"
KEYWORD_PSEUDO = "kp"
KEYWORD_RESERVED = "kr"
KEYWORD_TYPE = "kt"
KEYWORD_VARIABLE = "kv"
NAME = "n"
NAME_ATTRIBUTE = "na"
NAME_BUILTIN = "nb"
NAME_BUILTIN_PSEUDO = "bp"
NAME_CLASS = "nc"
NAME_CONSTANT = "no"
NAME_DECORATOR = "nd"
NAME_ENTITY = "ni"
NAME_EXCEPTION = "ne"
NAME_FUNCTION = "nf"
NAME_FUNCTION_MAGIC = "fm"
NAME_PROPERTY = "py"
NAME_LABEL = "nl"
NAME_NAMESPACE = "nn"
NAME_OTHER = "nx"
NAME_TAG = "nt"
NAME_VARIABLE = "nv"
NAME_VARIABLE_CLASS = "vc"
NAME_VARIABLE_GLOBAL = "vg"
NAME_VARIABLE_INSTANCE = "vi"
NAME_VARIABLE_MAGIC = "vm"
LITERAL = "l"
LITERAL_DATE = "ld"
STR = "s"
STR_AFFIX = "sa"
STR_BACKTICK = "sb"
STR_CHAR = "sc"
STR_DELIMITER = "dl"
STR_DOC = "sd"
STR_DOUBLE = "s2"
STR_ESCAPE = "se"
STR_HEREDOC = "sh"
STR_INTERPOL = "si"
STR_OTHER = "sx"
STR_REGEX = "sr"
STR_SINGLE = "s1"
STR_SYMBOL = "ss"
NUM = "m"
NUM_BIN = "mb"
NUM_FLOAT = "mf"
NUM_HEX = "mh"
NUM_INTEGER = "mi"
NUM_INTEGER_LONG = "il"
NUM_OCT = "mo"
NUM_OTHER = "mx"
OPERATOR = "o"
OPERATOR_WORD = "ow"
PUNCTUATION = "p"
PUNCTUATION_INDICATOR = "pi"
COMMENT = "c"
COMMENT_HASHBANG = "ch"
COMMENT_DOC = "cd"
COMMENT_MULTILINE = "cm"
COMMENT_PREPROC = "cp"
COMMENT_PREPROC_FILE = "cpf"
COMMENT_SINGLE = "c1"
COMMENT_SPECIAL = "cs"
GENERIC = "g"
GENERIC_DELETED = "gd"
GENERIC_EMPH = "ge"
GENERIC_ERROR = "gr"
GENERIC_HEADING = "gh"
GENERIC_INSERTED = "gi"
GENERIC_OUTPUT = "go"
GENERIC_PROMPT = "gp"
GENERIC_STRONG = "gs"
GENERIC_SUBHEADING = "gu"
GENERIC_TRACEBACK = "gt"
GENERIC_LINENO = "gl"
WHITESPACE = TEXT_WHITESPACE

# Which token a stylesheet falls back to when it says nothing of one.
PARENT: dict[str, str] = {
    "w": "",
    "kc": "k",
    "kd": "k",
    "kn": "k",
    "kp": "k",
    "kr": "k",
    "kt": "k",
    "kv": "k",
    "na": "n",
    "nb": "n",
    "bp": "nb",
    "nc": "n",
    "no": "n",
    "nd": "n",
    "ni": "n",
    "ne": "n",
    "nf": "n",
    "fm": "nf",
    "py": "n",
    "nl": "n",
    "nn": "n",
    "nx": "n",
    "nt": "n",
    "nv": "n",
    "vc": "nv",
    "vg": "nv",
    "vi": "nv",
    "vm": "nv",
    "ld": "l",
    "s": "l",
    "sa": "s",
    "sb": "s",
    "sc": "s",
    "dl": "s",
    "sd": "s",
    "s2": "s",
    "se": "s",
    "sh": "s",
    "si": "s",
    "sx": "s",
    "sr": "s",
    "s1": "s",
    "ss": "s",
    "m": "l",
    "mb": "m",
    "mf": "m",
    "mh": "m",
    "mi": "m",
    "il": "mi",
    "mo": "m",
    "mx": "m",
    "ow": "o",
    "pi": "p",
    "ch": "c",
    "cd": "c",
    "cm": "c",
    "cp": "c",
    "cpf": "c",
    "c1": "c",
    "cs": "c",
    "gd": "g",
    "ge": "g",
    "gr": "g",
    "gh": "g",
    "gi": "g",
    "go": "g",
    "gp": "g",
    "gs": "g",
    "gu": "g",
    "gt": "g",
    "gl": "g",
}


def find(qualified_name: str) -> str | None:
    """Return the token that Rouge calls so (`Literal.String.Double`), or None."""
    import re

    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", qualified_name).replace(".", "_").upper()
    constant = words.replace("LITERAL_STRING", "STR", 1).replace("LITERAL_NUMBER", "NUM", 1)
    token = globals().get(constant)
    return token if isinstance(token, str) else None
