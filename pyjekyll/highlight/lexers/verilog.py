"""Verilog and SystemVerilog."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_NAME = "[a-zA-Z_][a-zA-Z0-9_]*"
_KEYWORDS = words("""
    alias always always_comb always_ff always_latch assert assert_strobe assign assume automatic attribute before begin bind
    bins binsof break case casex casez clocking config constraint context continue cover covergroup coverpoint cross deassign
    defparam default design dist do else end endattribute endcase endclass endclocking endconfig endfunction endgenerate
    endgroup endinterface endmodule endpackage endprimitive endprogram endproperty endspecify endsequence endtable endtask
    expect export extends extern final first_match for force foreach fork forkjoin forever function generate genvar if iff
    ifnone ignore_bins illegal_bins import incdir include initial inside instance interface intersect join join_any join_none
    liblist library local localparam matches module modport new noshowcancelled null package parameter primitive priority
    program property protected pulsestyle_onevent pulsestyle_ondetect pure rand randc randcase randsequence release return
    sequence showcancelled solve specify super table task this throughout timeprecision timeunit type typedef unique use wait
    wait_order while wildcard with within
""")
_TYPES = words("""
    and bit buf bufif0 bufif1 byte cell chandle class cmos const disable edge enum event highz0 highz1 initial inout input int
    integer join logic longint macromodule medium nand negedge nmos nor not notif0 notif1 or output packed parameter pmos
    posedge pull0 pull1 pulldown pullup rcmos real realtime ref reg repeat rnmos rpmos rtran rtranif0 rtranif1 scalared
    shortint shortreal signed specparam static string strength strong0 strong1 struct supply0 supply1 tagged time tran tranif0
    tranif1 tri tri0 tri1 triand trior trireg union unsigned uwire var vectored virtual void wait wand wire wor xnor xor
""")
_TASKS = words("""
    acos acosh asin asinh assertfailoff assertfailon assertkill assertnonvacuouson assertoff asserton assertpassoff
    assertpasson assertvacuousoff atan atan2 atanh bits bitstoreal bitstoshortreal cast ceil changed changed_gclk
    changing_gclk clog2 cos cosh countones coverage_control coverage_get coverage_get_max coverage_merge coverage_save
    dimensions display displayb displayh displayo dist_chi_square dist_erlang dist_exponential dist_normal dist_poisson dist_t
    dist_uniform dumpall dumpfile dumpflush dumplimit dumpoff dumpon dumpports dumpportsall dumpportsflush dumpportslimit
    dumpportsoff dumpportson dumpvars error exit exp falling_gclk fclose fdisplay fdisplayb fdisplayh fdisplayo fell fell_gclk
    feof ferror fflush fgetc fgets finish floor fmonitor fmonitorb fmonitorh fmonitoro fopen fread fscanf fseek fstrobe
    fstrobeb fstrobeh fstrobeo ftell future_gclk fwrite fwriteb fwriteh fwriteo get_coverage high hypot increment info
    isunbounded isunknown itor left ln load_coverage_db log10 low monitor monitorb monitorh monitoro monitoroff monitoron
    onehot onehot0 past past_gclk pow printtimescale q_add q_exam q_full q_initialize q_remove random readmemb readmemh
    realtime realtobits rewind right rising_gclk rose rose_gclk rtoi sampled set_coverage_db_name sformat sformatf
    shortrealtobits signed sin sinh size sqrt sscanf stable stable_gclk steady_gclk stime stop strobe strobeb strobeh strobeo
    swrite swriteb swriteh swriteo system tan tanh time timeformat typename ungetc unpacked_dimensions unsigned warning write
    writeb writeh writememb writememh writeo
""")


def _name(lexer: Verilog, hit: Hit) -> None:
    name = hit[0]
    if name in _KEYWORDS:
        lexer.emit(t.KEYWORD, name)
    elif name in _TYPES:
        lexer.emit(t.KEYWORD_TYPE, name)
    else:
        lexer.emit(t.NAME_BUILTIN if name in _TASKS else t.NAME, name)


class Verilog(RegexLexer):
    """Lex Verilog and SystemVerilog."""

    tag = "verilog"
    states: ClassVar[dict[str, Rules]] = {
        # Until the first thing that is neither blank nor comment.
        "root": [rule(r"\n+", t.TEXT, "first lines"), include("blanks"), rule("", None, "statement")],
        "first lines": [
            include("blanks in line"),
            rule("`define", t.COMMENT_PREPROC, "macro"),
            rule("", None, "#pop"),
        ],
        "line start": [rule(rf"{_NAME}:(?!:)", t.NAME_LABEL), include("first lines")],
        "blanks in line": [
            rule(r"[ \t\r]+|\\\n", t.TEXT),
            rule(r"(?s)/(?:\\\n)?[*].*?[*](?:\\\n)?/", t.COMMENT_MULTILINE),
        ],
        "blanks": [
            rule(r"\n+", t.TEXT, "line start"),
            rule("//.*", t.COMMENT_SINGLE, "line start"),
            include("blanks in line"),
        ],
        "statement": [
            include("blanks"),
            rule('L?"', t.STR, "string"),
            rule(r"(?i)(?:[0-9_]+\.[0-9_]*|[0-9_]*\.[0-9_]+)(?:e[+-]?[0-9_]+)?", t.NUM_FLOAT),
            rule("(?i)[0-9_]+e[+-]?[0-9_]+", t.NUM_FLOAT),
            rule("[0-9]*'h[0-9a-fA-F_?]+", t.NUM_HEX),
            rule("[0-9]*'b?[01xz_?]+", t.NUM_BIN),
            rule("[0-9]*'d[0-9_?]+", t.NUM_INTEGER),
            rule("(?i)[0-9_]+[lu]*", t.NUM_INTEGER),  # also the underscore that begins a name
            rule(r"[-~!%^&*+=|?:<>/@{}]", t.OPERATOR),
            rule(r"[()\[\],.$#;]", t.PUNCTUATION),
            rule(r"`\w+", t.COMMENT_PREPROC),
            rule(_NAME, _name),
        ],
        "string": [
            rule('"', t.STR, "#pop"),
            rule(r"\\(?:[\\abfnrtv\"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})", t.STR_ESCAPE),
            rule(r'[^\\"\n]+|\\\n?', t.STR),
        ],
        "macro": [
            rule(r"\n", t.COMMENT_PREPROC, "#pop"),
            include("blanks in line"),
            rule(";", t.PUNCTUATION),
            rule("=", t.OPERATOR),
            rule(r"\w+", t.TEXT),
        ],
    }
