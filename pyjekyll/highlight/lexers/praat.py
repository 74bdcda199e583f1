"""Praat's scripts."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, include, rule

_KEYWORDS = any_of("""
    if then else elsif elif endif fi for from to endfor endproc while endwhile repeat until select plus minus demo assert
    stopwatch nocheck nowarn noprogress editor endeditor clearinfo
""")
_FUNCTIONS_STRING = any_of("""
    backslashTrigraphsToUnicode chooseDirectory chooseReadFile chooseWriteFile date demoKey do environment extractLine
    extractWord fixed info left mid percent readFile replace replace_regex right selected string unicodeToBackslashTrigraphs
""")
_FUNCTIONS_NUMERIC = any_of("""
    abs appendFile appendFileLine appendInfo appendInfoLine arccos arccosh arcsin arcsinh arctan arctan2 arctanh barkToHertz
    beginPause beginSendPraat besselI besselK beta beta2 binomialP binomialQ boolean ceiling chiSquareP chiSquareQ choice
    comment cos cosh createDirectory deleteFile demoClicked demoClickedIn demoCommandKeyPressed demoExtraControlKeyPressed
    demoInput demoKeyPressed demoOptionKeyPressed demoShiftKeyPressed demoShow demoWaitForInput demoWindowTitle demoX demoY
    differenceLimensToPhon do editor endPause endSendPraat endsWith erb erbToHertz erf erfc exitScript exp extractNumber
    fileReadable fisherP fisherQ floor gaussP gaussQ hash hertzToBark hertzToErb hertzToMel hertzToSemitones imax imin
    incompleteBeta incompleteGammaP index index_regex integer invBinomialP invBinomialQ invChiSquareQ invFisherQ invGaussQ
    invSigmoid invStudentQ length ln lnBeta lnGamma log10 log2 max melToHertz min minusObject natural number numberOfColumns
    numberOfRows numberOfSelected objectsAreIdentical option optionMenu pauseScript phonToDifferenceLimens plusObject positive
    randomBinomial randomGauss randomInteger randomPoisson randomUniform real readFile removeObject rindex rindex_regex round
    runScript runSystem runSystem_nocheck selectObject selected semitonesToHertz sentence sentencetext sigmoid sin sinc sincpi
    sinh soundPressureToPhon sqrt startsWith studentP studentQ tan tanh text variableExists word writeFile writeFileLine
    writeInfo writeInfoLine
""")
_FUNCTIONS_ARRAY = any_of("linear randomGauss randomInteger randomUniform zero")
_OBJECTS = any_of("""
    Activation AffineTransform AmplitudeTier Art Artword Autosegment BarkFilter BarkSpectrogram CCA Categories Cepstrogram
    Cepstrum Cepstrumc ChebyshevSeries ClassificationTable Cochleagram Collection ComplexSpectrogram Configuration Confusion
    ContingencyTable Corpus Correlation Covariance CrossCorrelationTable CrossCorrelationTableList CrossCorrelationTables DTW
    DataModeler Diagonalizer Discriminant Dissimilarity Distance Distributions DurationTier EEG ERP ERPTier EditCostsTable
    EditDistanceTable Eigen Excitation Excitations ExperimentMFC FFNet FeatureWeights FileInMemory FilesInMemory Formant
    FormantFilter FormantGrid FormantModeler FormantPoint FormantTier GaussianMixture HMM HMM_Observation
    HMM_ObservationSequence HMM_State HMM_StateSequence HMMObservation HMMObservationSequence HMMState HMMStateSequence
    Harmonicity ISpline Index Intensity IntensityTier IntervalTier KNN KlattGrid KlattTable LFCC LPC Label LegendreSeries
    LinearRegression LogisticRegression LongSound Ltas MFCC MSpline ManPages Manipulation Matrix MelFilter MelSpectrogram
    MixingMatrix Movie Network OTGrammar OTHistory OTMulti PCA PairDistribution ParamCurve Pattern Permutation Photo Pitch
    PitchModeler PitchTier PointProcess Polygon Polynomial PowerCepstrogram PowerCepstrum Procrustes RealPoint RealTier
    ResultsMFC Roots SPINET SSCP SVD Salience ScalarProduct Similarity SimpleString SortedSetOfString Sound Speaker
    Spectrogram Spectrum SpectrumTier SpeechSynthesizer SpellingChecker Strings StringsIndex Table TableOfReal TextGrid
    TextInterval TextPoint TextTier Tier Transition VocalTract VocalTractTier Weight WordList
""")
_VARIABLES_NUMERIC = any_of("all average e left macintosh mono pi praatVersion right stereo undefined unix windows")
_VARIABLES_STRING = any_of("""
    praatVersion tab shellDirectory homeDirectory preferencesDirectory newline temporaryDirectory defaultDirectory
""")
_OBJECT_ATTRIBUTES = any_of("ncol nrow xmin ymin xmax ymax nx ny dx dy")


class Praat(RegexLexer):
    """Lex Praat's scripts. Older commands have their arguments after three dots, without quotes."""

    tag = "praat"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"(\s+)(#.*?$)", (t.TEXT, t.COMMENT_SINGLE)),
            rule("^#.*?$", t.COMMENT_SINGLE),
            rule(r";[^\n]*", t.COMMENT_SINGLE),
            rule(r"\s+", t.TEXT),
            rule(r"(procedure)(\s+)", (t.KEYWORD, t.TEXT), "procedure definition"),
            rule(r"(call)(\s+)", (t.KEYWORD, t.TEXT), "procedure call"),
            rule("@", t.NAME_FUNCTION, "procedure call"),
            include("functions"),
            rule(rf"(?:select all|{_KEYWORDS})\b", t.KEYWORD),
            rule(r"(form)(\s+)([^\n]+)", (t.KEYWORD, t.TEXT, t.STR), "form"),
            rule(
                r"(print(?:line|tab)?|echo|exit|asserterror|pause|send(?:praat|socket)|include|execute|system(?:_nocheck)?)(\s+)",
                (t.KEYWORD, t.TEXT),
                "rest of line",
            ),
            rule(r"(goto|label)(\s+)(\w+)", (t.KEYWORD, t.TEXT, t.NAME_LABEL)),
            include("variables"),
            rule('"', t.STR, "string"),
            rule(rf"{_OBJECTS}(?=\s+\S+\n)", t.NAME_CLASS, "rest of line"),
            rule("(?=[A-Z])", None, "command"),
            rule(r"\.{3}|[)(,$]", t.PUNCTUATION),
        ],
        "command": [
            rule(r" ?[^\s:.']+ ?", t.KEYWORD),
            include("interpolation"),
            rule(r"\.{3}", t.KEYWORD, "#goto:old arguments"),
            rule(":", t.KEYWORD, "#goto:arguments"),
            rule(r"\s", t.TEXT, "#pop"),
        ],
        "procedure call": [
            include("interpolation"),
            rule(r":|\s*\(", t.PUNCTUATION, "#pop"),
            rule(r"'|[^:('\s]+", t.NAME_FUNCTION),
            rule(r"(?=\s)", None, "#goto:old arguments"),
        ],
        "procedure definition": [
            rule(r":|\s*\(", t.PUNCTUATION, "#pop"),
            rule(r"[^:(\s]+", t.NAME_FUNCTION),
            rule(r"\s+", t.TEXT, "#pop"),
        ],
        "functions": [
            rule(rf"(?:{_FUNCTIONS_STRING}\$|{_FUNCTIONS_ARRAY}#|{_FUNCTIONS_NUMERIC})(?=\s*[:(])", t.NAME_FUNCTION, "function"),
        ],
        "function": [rule(r"\s+", t.TEXT), rule("[:(]", t.TEXT, "#goto:arguments")],
        "arguments": [
            rule(r"(\s*\n\s*)(\.{3})", (t.TEXT, t.PUNCTUATION)),
            rule(r"\s*[\])\n]", t.TEXT, "#pop"),
            rule(r"\s+", t.TEXT),
            rule('"', t.STR, "string"),
            rule(r"(?:if|then|else|fi|endif)\b", t.KEYWORD),
            include("functions"),
            include("variables"),
            rule(r"\(", t.TEXT),
            rule(",", t.PUNCTUATION),
        ],
        "old arguments": [
            rule(r"\n", t.TEXT, "#pop"),
            include("variables"),
            rule('"', t.STR, "string"),
            rule(r"[^\n]", t.TEXT),
        ],
        "number": [rule(r"\n", t.TEXT, "#pop"), include("numbers")],
        "numbers": [rule(r"\d+(?:\.\d*)?(?:[eE][-+]?\d+)?%?", t.NUM)],
        "variables": [
            rule(r"[+/*<>=!-]=?|[&*|][&*|]?|\^", t.OPERATOR),
            rule(r"(?:and|or|not|div|mod)(?![\w.])", t.OPERATOR_WORD),
            include("numbers"),
            rule(rf"{_VARIABLES_STRING}\$|{_VARIABLES_NUMERIC}(?!\$)\b", t.NAME_BUILTIN),
            rule(rf"(?:Object|{_OBJECTS})_", t.NAME_BUILTIN, "object"),
            rule(r"\.?[a-z][a-zA-Z0-9_.]*[$#]?", t.TEXT),
            rule(r"[\[\]]", t.TEXT, "arguments"),
            include("interpolation"),
        ],
        "object": [
            include("interpolation"),
            rule(r"[a-z][a-zA-Z0-9_]*|\d+", t.NAME_BUILTIN),
            rule(rf"\.{_OBJECT_ATTRIBUTES}\b", t.NAME_BUILTIN, "#pop"),
            rule(r"\$", t.NAME_BUILTIN),
            rule(r"\[", t.TEXT, "#pop"),
        ],
        "interpolation": [rule(r"""'[._a-z][^\[\]'":]*(?:\[(?:[\d,]+|"[\w,]+")\])?(?::[0-9]+)?'""", t.STR_INTERPOL)],
        "rest of line": [
            rule(r"\n\s*\.{3}", t.PUNCTUATION),
            rule(r"\n", t.TEXT, "#pop"),
            rule(r"\s", t.TEXT),
            include("interpolation"),
            rule(r"'|[^'\n]+", t.STR),
        ],
        "string": [
            rule(r"\n\s*\.{3}", t.PUNCTUATION),
            rule('"', t.STR, "#pop"),
            include("interpolation"),
            rule(r"""'|[^'"\n]+""", t.STR),
        ],
        "form": [
            rule(r"(\s+)(#.*?$)", (t.TEXT, t.COMMENT_SINGLE)),
            rule(r"\s+", t.TEXT),
            rule(r"(optionmenu|choice)([ \t]+\S+:[ \t]+)", (t.KEYWORD, t.TEXT), "number"),
            rule(r"(option|button)([ \t]+)", (t.KEYWORD, t.TEXT), "rest of line"),
            rule(r"(sentence|text)([ \t]+\S+)", (t.KEYWORD, t.TEXT), "rest of line"),
            rule(r"(word)([ \t]+\S+[ \t]*)(\S+)?([ \t]+.*)?", (t.KEYWORD, t.TEXT, t.STR, t.TEXT)),
            rule(r'(boolean)(\s+\S+\s*)(0|1|"?(?:yes|no)"?)', (t.KEYWORD, t.TEXT, t.NAME_VARIABLE)),
            rule(r"(real|natural|positive|integer)([ \t]+\S+[ \t]*)([+-]?)", (t.KEYWORD, t.TEXT, t.OPERATOR), "number"),
            rule(r"(comment)(\s+)", (t.KEYWORD, t.TEXT), "rest of line"),
            rule(r"endform\b", t.KEYWORD, "#pop"),
        ],
    }
