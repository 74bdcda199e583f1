"""Varnish's configuration language."""

from __future__ import annotations

import re
from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words
from pyjekyll.highlight.lexers.c import C

_KEYWORDS = words("""
    vcl set unset include import if else elseif elif elsif director probe backend acl declare local BOOL FLOAT INTEGER IP
    RTIME STRING TIME
""")
_FUNCTIONS = words("""
    ban call hash_data new regsub regsuball return rollback std.cache_req_body std.collect std.duration std.fileread
    std.healthy std.integer std.ip std.log std.port std.querysort std.random std.real std.real2time std.rollback
    std.set_ip_tos std.strstr std.syslog std.time std.time2integer std.time2real std.timestamp std.tolower std.toupper synth
    synthetic
""")
_VARIABLES = words("""
    bereq bereq.backend bereq.between_bytes_timeout bereq.connect_timeout bereq.first_byte_timeout bereq.method bereq.proto
    bereq.retries bereq.uncacheable bereq.url bereq.xid beresp beresp.age beresp.backend beresp.backend.ip
    beresp.backend.name beresp.do_esi beresp.do_gunzip beresp.do_gzip beresp.do_stream beresp.grace beresp.keep beresp.proto
    beresp.reason beresp.status beresp.storage_hint beresp.ttl beresp.uncacheable beresp.was_304 client.identity client.ip
    local.ip now obj.age obj.grace obj.hits obj.keep obj.proto obj.reason obj.status obj.ttl obj.uncacheable remote.ip req
    req.backend_hint req.can_gzip req.esi req.esi_level req.hash_always_miss req.hash_ignore_busy req.method req.proto
    req.restarts req.ttl req.url req.xid resp resp.proto resp.reason resp.status server.hostname server.identity server.ip
""")
_HEX = "[0-9a-fA-F]+"
_NUMBER = rf"(?:0[xX]{_HEX}(?:\.{_HEX})?(?:[pP][+-]?{_HEX})?|[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
_INTEGER = re.compile(f"(?:0x{_HEX}|[0-9]+)")  # with a capital X it is none


def _name(lexer: Vcl, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS:
        token = t.KEYWORD
    elif name in _FUNCTIONS:
        token = t.NAME_FUNCTION
    else:
        token = t.NAME_VARIABLE if name in _VARIABLES else t.TEXT
    lexer.emit(token, name)


def _number(lexer: Vcl, hit: Hit) -> None:
    lexer.emit(t.NUM_INTEGER if _INTEGER.fullmatch(hit[0]) else t.NUM_FLOAT, hit[0])


def _c(lexer: Vcl, hit: Hit) -> None:
    lexer.delegate(C, hit[0])


class Vcl(RegexLexer):
    """Lex VCL, with C between `C{` and `}C`."""

    tag = "vcl"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r'(?s)\{".*?"\}', t.STR_SINGLE),
            rule(r'(?s)\{(\w+)".*?"\1\}', t.STR_SINGLE),
            rule(r"(?s)/\*.*?\*/", t.COMMENT_MULTILINE),
            rule("(?://|#).*", t.COMMENT_SINGLE),
            rule("true|false", t.KEYWORD_CONSTANT),
            rule(r"(?:beresp|bereq|resp|req|obj)\.http\.[\w.-]+|var\.[\w.-]+", t.NAME_VARIABLE),
            rule(r"(sub)(\s+)([\w-]+)", (t.KEYWORD, t.TEXT, t.NAME_FUNCTION)),
            rule(r"C\{", t.COMMENT_PREPROC, "c"),
            rule(r"\.?[a-zA-Z\u017f\u212a_][\w.-]*", _name),
            rule(f"{_NUMBER}(?:ms|[smhdwy])", t.NUM_OTHER),
            rule(_NUMBER, _number),
            rule('"', t.STR_DOUBLE, "string"),
            rule("[-+*/%><=!&|~]", t.OPERATOR),
            rule("[{}();.,]", t.PUNCTUATION),
            rule("(?s).", t.TEXT),
        ],
        "string": [
            rule('"', t.STR_DOUBLE, "#pop"),
            rule(r'\\[\\"nt]', t.STR_ESCAPE),
            rule(r'[^\\"]+|\\', t.STR_DOUBLE),
        ],
        "c": [
            rule(r"\}C", t.COMMENT_PREPROC, "#pop"),
            rule(r"(?s).*?(?=\}C)", _c),
            rule("(?s).+", t.ERROR),
        ],
    }
