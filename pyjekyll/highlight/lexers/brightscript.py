"""BrightScript."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, rule, words

_NAME = r"[$a-zA-Z_\u017f\u212a][a-zA-Z0-9_\u017f\u212a]*"
_FUNCTIONS = words("""
    ABS ASC ATN CDBL CHR CINT CONTROL COPYFILE COS CREATEDIRECTORY CSNG DELETEDIRECTORY DELETEFILE EXP FINDMEMBERFUNCTION
    FINDNODE FIX FORMATDRIVEFORMATJSON GETINTERFACE INSTR INT LCASE LEFT LEN LISTDIR LOG MATCHFILES MID MOVEFILE OBSERVEFIELD
    PARSEJSON PARSEXML READASCIIFILE REBOOTSYSTEM RIGHT RND RUNGARBAGECOLLECTOR SGN SIN SLEEP SQR STR STRI STRING STRINGI
    STRTOI SUBSTITUTE TANTEXTTOP TEXT TRUCASE UPTIME VALVISIBLE VISIBLE WAIT
""")
_RESERVED = words("""
    BOX CREATEOBJECT DIM EACH ELSE ELSEIF END ENDFUNCTION ENDIF ENDSUB ENDWHILE EVAL EXIT EXITWHILE FALSE FOR FUNCTION
    GETGLOBALAA GETLASTRUNCOMPILEERROR GETLASTRUNRUNTIMEERROR GOTO IF IN INVALID LET LINE_NUM M NEXT OBJFUN POS PRINT REM
    RETURN RUN STEP STOP SUB TAB TO TRUE TYPE WHILE

    CLASS CONST IMPORT LIBRARY NAMESPACE PRIVATE PROTECTED PUBLIC
""")
_TYPES = words("BOOLEAN DOUBLE DYNAMIC FLOAT INTEGER INTERFACE LONGINTEGER OBJECT STRING VOID")
_OPERATORS = words("AND AS MOD NOT OR THEN")
# Components; Rouge's list runs some of them together.
_COMPONENTS = words("""
    roAppendFile roAppInfo roAppManager roArray roAssociativeArray roAudioGuide roAudioMetadata roAudioPlayer
    roAudioPlayerEvent roAudioResourceroBitmap roBoolean roBrightPackage roBrSub roButton roByteArray roCaptionRenderer
    roCaptionRendererEvent roCecInterface roCECStatusEvent roChannelStore roChannelStoreEvent roClockWidget
    roCodeRegistrationScreen roCodeRegistrationScreenEventroCompositor roControlDown roControlPort roControlUp roCreateFile
    roDatagramReceiver roDatagramSender roDataGramSocket roDateTime roDeviceInfo roDeviceInfoEvent roDoubleroEVPCipher
    roEVPDigest roFileSystem roFileSystemEvent roFloat roFont roFontMetrics roFontRegistry roFunction roGlobal roGpio
    roGridScreen roGridScreenEvent roHdmiHotPlugEventroHdmiStatus roHdmiStatusEvent roHMAC roHttpAgent roImageCanvas
    roImageCanvasEvent roImageMetadata roImagePlayer roImageWidgetroInput roInputEvent roInt roInvalid roIRRemote roKeyboard
    roKeyboardPress roKeyboardScreen roKeyboardScreenEventroList roListScreen roListScreenEvent roLocalization roLongInteger
    roMessageDialog roMessageDialogEvent roMessagePort roMicrophone roMicrophoneEvent roNetworkConfiguration roOneLineDialog
    roOneLineDialogEventroParagraphScreen roParagraphScreenEvent roPath roPinEntryDialog roPinEntryDialogEvent
    roPinentryScreen roPosterScreen roPosterScreenEventroProgramGuide roQuadravoxButton roReadFile
    roRectangleroRegexroRegion roRegistry roRegistrySection roResourceManager roRSA roRssArticle roRssParser roScreen
    roSearchHistory roSearchScreen roSearchScreenEvent roSerialPort roSGNode roSGNodeEvent roSGScreenroSGScreenEvent
    roSlideShowroSlideShowEvent roSNS5 roSocketAddress roSocketEvent roSpringboardScreen roSpringboardScreenEventroSprite
    roStorageInfo roStreamSocket roStringroSystemLogroSystemLogEvent roSystemTime roTextFieldroTextScreen roTextScreenEvent
    roTextToSpeech roTextToSpeechEvent roTextureManager roTextureRequest roTextureRequestEventroTextWidget roTimer
    roTimespan roTouchScreen roTunerroTunerEvent roUniversalControlEvent roUrlEvent roUrlTransfer roVideoEvent roVideoInput
    roVideoMode roVideoPlayer roVideoPlayerEvent roVideoScreen roVideoScreenEventroWriteFile roXMLElement roXMLList
""")


def _name(lexer: Brightscript, hit: Hit) -> None:
    upper = hit[0].upper()
    if hit[0] in _COMPONENTS or upper in _RESERVED:
        token = t.KEYWORD_RESERVED
    elif upper in _TYPES:
        token = t.KEYWORD_TYPE
    elif upper in _FUNCTIONS:
        token = t.NAME_BUILTIN
    else:
        token = t.OPERATOR_WORD if upper in _OPERATORS else t.NAME
    lexer.emit(token, hit[0])


class Brightscript(RegexLexer):
    """Lex BrightScript. As in Rouge any word that begins with `rem` begins a comment."""

    tag = "brightscript"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.WHITESPACE),
            rule("(?i)(?:'|REM).*", t.COMMENT_SINGLE),
            rule(r"[~!%^&*+=|?:<>/-]", t.OPERATOR),
            rule(r"\d*\.\d+(?:[eE]-?\d+)?", t.NUM_FLOAT),
            rule(r"\d+[luLU]*", t.NUM_INTEGER),
            rule('".*?"', t.STR_DOUBLE),
            rule(rf"{_NAME}(?=\s*[(])", t.NAME_FUNCTION),
            rule(r"[()\[\],.;{}]", t.PUNCTUATION),
            rule(_NAME, _name),
        ]
    }
