"""Lua."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, any_of, include, rule, words

_NAME = "[A-Za-z_][A-Za-z0-9_]*"
_KEYWORDS = any_of("break do else elseif end for if in repeat return then until while")


def _name(lexer: Lua, hit: Hit) -> None:
    name = hit[0]
    if name == "gsub" or name in lexer.builtins:
        lexer.emit(t.NAME_BUILTIN, name)
        if name == "gsub":
            lexer.push("substitution")
        return
    table, dot, field = name.partition(".")
    lexer.emit(t.NAME, table)
    lexer.emit(t.PUNCTUATION, dot)
    lexer.emit(t.NAME, field)


def _function_name(lexer: Lua, hit: Hit) -> None:
    lexer.groups(hit, t.NAME_CLASS, t.PUNCTUATION, t.NAME_FUNCTION)
    lexer.pop()


class Lua(RegexLexer):
    """Lex Lua."""

    tag = "lua"
    # As Rouge lists them, that is, all in lower case: `_G` is none of them.
    builtins = words("""
        _g _version assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs pcall print rawequal rawget
        rawlen rawset select setmetatable tonumber tostring type xpcall
        lua_cpath lua_cpath_5_3 lua_init lua_init_5_3 lua_path lua_path_5_3 luaopen_base luaopen_coroutine luaopen_debug
        luaopen_io luaopen_math luaopen_os luaopen_package luaopen_string luaopen_table luaopen_utf8 lua_errerr lua_errfile
        lua_errgcmm lua_errmem lua_errrun lua_errsyntax lua_hookcall lua_hookcount lua_hookline lua_hookret lua_hooktailcall
        lua_maskcall lua_maskcount lua_maskline lua_maskret lua_maxinteger lua_mininteger lua_minstack lua_multret lua_noref
        lua_ok lua_opadd lua_opband lua_opbnot lua_opbor lua_opbxor lua_opdiv lua_opeq lua_opidiv lua_ople lua_oplt lua_opmod
        lua_opmul lua_oppow lua_opshl lua_opshr lua_opsub lua_opunm lua_refnil lua_registryindex lua_ridx_globals
        lua_ridx_mainthread lua_tboolean lua_tfunction lua_tlightuserdata lua_tnil lua_tnone lua_tnumber lua_tstring lua_ttable
        lua_tthread lua_tuserdata lua_use_apicheck lua_yield lual_buffersize
        require package.config package.cpath package.loaded package.loadlib package.path package.preload package.searchers
        package.searchpath
        coroutine.create coroutine.isyieldable coroutine.resume coroutine.running coroutine.status coroutine.wrap
        coroutine.yield
        debug.debug debug.gethook debug.getinfo debug.getlocal debug.getmetatable debug.getregistry debug.getupvalue
        debug.getuservalue debug.sethook debug.setlocal debug.setmetatable debug.setupvalue debug.setuservalue debug.traceback
        debug.upvalueid debug.upvaluejoin
        io.close io.flush io.input io.lines io.open io.output io.popen io.read io.stderr io.stdin io.stdout io.tmpfile io.type
        io.write
        math.abs math.acos math.asin math.atan math.ceil math.cos math.deg math.exp math.floor math.fmod math.huge math.log
        math.max math.maxinteger math.min math.mininteger math.modf math.pi math.rad math.random math.randomseed math.sin
        math.sqrt math.tan math.tointeger math.type math.ult
        os.clock os.date os.difftime os.execute os.exit os.getenv os.remove os.rename os.setlocale os.time os.tmpname
        string.byte string.char string.dump string.find string.format string.gmatch string.gsub string.len string.lower
        string.match string.pack string.packsize string.rep string.reverse string.sub string.unpack string.upper
        table.concat table.insert table.move table.pack table.remove table.sort table.unpack
        utf8.char utf8.charpattern utf8.codepoint utf8.codes utf8.len utf8.offset
    """)
    states: ClassVar[dict[str, Rules]] = {
        "root": [rule("#!.*?$", t.COMMENT_PREPROC), rule("", t.TEXT, "base")],
        "base": [
            rule(r"(?s)--\[(=*)\[.*?\]\1\]", t.COMMENT_MULTILINE),
            rule("--.*$", t.COMMENT_SINGLE),
            rule(r"(?i)(?:\d*\.\d+|\d+\.\d*)(?:e[+-]?\d+)?'", t.NUM_FLOAT),  # Rouge has this quote by mistake
            rule(r"(?i)\d+e[+-]?\d+", t.NUM_FLOAT),
            rule("(?i)0x[0-9a-f]*", t.NUM_HEX),
            rule(r"\d+", t.NUM_INTEGER),
            rule(r"\s", t.TEXT),
            rule(r"(?s)\[(=*)\[.*?\]\1\]", t.STR),
            rule(r"[=~<>]=|\.{2,3}|[-=+*/%^<>#]", t.OPERATOR),
            rule(r"[\[\]{}().,:;]", t.PUNCTUATION),
            rule(r"(?:and|or|not)\b", t.OPERATOR_WORD),
            rule(rf"{_KEYWORDS}\b", t.KEYWORD),
            rule(r"local\b", t.KEYWORD_DECLARATION),
            rule(r"(?:true|false|nil)\b", t.KEYWORD_CONSTANT),
            rule(r"function\b", t.KEYWORD, "function name"),
            rule(rf"{_NAME}(?:\.{_NAME})?", _name),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule('"', t.STR_DOUBLE, "double quotes"),
        ],
        "function name": [
            rule(r"\s+", t.TEXT),
            rule(rf"(?:({_NAME})(\.))?({_NAME})", _function_name),
            rule(r"\(", t.PUNCTUATION, "#pop"),
        ],
        # The arguments of `gsub` called as a method, of which Rouge knows only a pattern in double quotes.
        "substitution": [
            rule(r"\)", t.PUNCTUATION, "#pop"),
            rule("[(,]", t.PUNCTUATION),
            rule(r"\s+", t.TEXT),
            rule('"', t.STR_REGEX, "pattern"),
        ],
        "pattern": [
            rule('"', t.STR_REGEX, "#goto:end of pattern"),
            rule(r"\[\^?", t.STR_ESCAPE, "set"),
            rule(r"\\.|\(\?[:=<!]|\{[\d,]+\}|[()?]", t.STR_ESCAPE),
            rule(".", t.STR_REGEX),
        ],
        "end of pattern": [rule(r"\$+", t.STR_REGEX, "#pop"), rule("", t.TEXT, "#pop")],
        "set": [
            rule("/", t.STR_ESCAPE),
            rule(r"\]", t.STR_ESCAPE, "#pop"),
            rule(r"(\\)(.)", (t.STR_ESCAPE, t.STR_REGEX)),
            rule(".", t.STR_REGEX),
        ],
        "escape": [rule(r"""\\(?:[abfnrtv\\"']|\d{1,3})""", t.STR_ESCAPE)],
        # An escape counts only where a string, or what follows another escape, begins.
        "single quotes": [include("escape"), rule("'", t.STR_SINGLE, "#pop"), rule("[^']+", t.STR_SINGLE)],
        "double quotes": [include("escape"), rule('"', t.STR_DOUBLE, "#pop"), rule('[^"]+', t.STR_DOUBLE)],
    }
