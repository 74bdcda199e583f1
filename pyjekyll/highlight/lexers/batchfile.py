"""Batch files of DOS and Windows."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_KEYWORDS = words("if else for in do goto call exit")
_OPERATORS = words("exist defined errorlevel cmdextversion not equ neq lss leq gtr geq")
_DEVICES = words("con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")
_ATTRIBUTES = words("on off disable enableextensions enabledelayedexpansion")
_COMMANDS = words("""
    assoc attrib break bcdedit cacls cd chcp chdir chkdsk chkntfs choice cls cmd color comp compact convert copy date del dir
    diskpart doskey dpath driverquery echo endlocal erase fc find findstr format fsutil ftype gpresult graftabl help icacls label
    md mkdir mklink mode more move openfiles path pause popd print prompt pushd rd recover ren rename replace rmdir robocopy
    setlocal sc schtasks shift shutdown sort start subst systeminfo takeown tasklist taskkill time timeout title tree type ver
    verify vol xcopy waitfor wmic

    addusers admodcmd ansicon arp at bcdboot bitsadmin browstat certreq certutil change cidiag cipher cleanmgr clip cmdkey
    compress convertcp coreinfo csccmd csvde cscript curl debug defrag delprof deltree devcon diamond dirquota diruse diskshadow
    diskuse dism dnscmd dsacls dsadd dsget dsquery dsmod dsmove dsrm dsmgmt dsregcmd edlin eventcreate expand extract fdisk
    fltmc forfiles freedisk ftp getmac gpupdate hostname ifmember inuse ipconfig kill lgpo lodctr logman logoff logtime makecab
    mapisend mbsacli mem mountvol moveuser msg mshta msiexec msinfo32 mstsc nbtstat net net1 netdom netsh netstat nlsinfo nltest
    now nslookup ntbackup ntdsutil ntoskrnl ntrights nvspbind pathping perms ping portqry powercfg pngout pnputil printbrm
    prncnfg prnmngr procdump psexec psfile psgetsid psinfo pskill pslist psloggedon psloglist pspasswd psping psservice
    psshutdown pssuspend qbasic qgrep qprocess query quser qwinsta rasdial reg reg1 regdump regedt32 regsvr32 regini reset
    restore rundll32 rmtshare route rpcping run runas scandisk setspn setx sfc share shellrunas shortcut sigcheck sleep slmgr
    strings subinacl sysmon telnet tftp tlist touch tracerpt tracert tscon tsdiscon tskill tttracer typeperf tzutil undelete
    unformat verifier vmconnect vssadmin w32tm wbadmin wecutil wevtutil wget where whoami windiff winrm winrs wpeutil wpr wusa
    wuauclt wscript
""")


def _word(lexer: Batchfile, hit: Hit) -> None:
    word = hit[1]
    for known, token in _TOKENS:
        if word in known:
            lexer.groups(hit, token, token if known is _COMMANDS else t.ERROR)
            return
    # Rouge means the command `set` here, and takes any word for it.
    lexer.groups(hit, t.KEYWORD_DECLARATION, t.ERROR)


# In the order of precedence; only in lower case.
_TOKENS = (
    (_DEVICES, t.KEYWORD_RESERVED),
    (_KEYWORDS, t.KEYWORD),
    (_OPERATORS, t.OPERATOR_WORD),
    (_COMMANDS, t.NAME_BUILTIN),
    (_ATTRIBUTES, t.NAME_ATTRIBUTE),
)


def _string(quote: str, token: str) -> Rules:
    return [
        include("escape"),
        rule(quote, token, "#pop"),
        include("expansions"),
        rule(rf"[^\^{quote}%!]+", token),
    ]


class Batchfile(RegexLexer):
    """Lex batch files."""

    tag = "batchfile"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(?i)@?rem\b.*$", t.COMMENT),
            rule("^::.*$", t.COMMENT),
            rule("(?i):[a-z]+", t.NAME_LABEL),
            rule(r"(?i)([a-z]\w*)(\.exe)?", _word),
            rule(r"(?i)(?:[/+]|--?)[a-z]+\s*", t.NAME_ATTRIBUTE),
            include("expansions"),
            rule(r"[<>&|(){}\[\]\-+=;,~?*]", t.OPERATOR),
            rule(r"\s+", t.TEXT),
            rule("(?i)0x[0-9a-f]+", t.NUM_HEX),
            rule("[0-9]", t.NUM),
            rule('"', t.STR_DOUBLE, "double quotes"),
            rule("'", t.STR_SINGLE, "single quotes"),
            rule("`", t.STR_BACKTICK, "backticks"),
            rule(r"""[^\s&|()\[\]{}^=;!%+\-,"'`~?*]+""", t.TEXT),
            include("escape"),
        ],
        "escape": [rule(r"(?s)\^.", t.STR_ESCAPE)],
        "expansions": [
            rule("(?i)[%!]+[a-z_$@#]+[%!]+", t.NAME_VARIABLE),
            rule(r"(?i)%+~?[a-z]+\d?", t.NAME_VARIABLE_MAGIC),
        ],
        "double quotes": _string('"', t.STR_DOUBLE),
        "single quotes": _string("'", t.STR_SINGLE),
        "backticks": _string("`", t.STR_BACKTICK),
    }
