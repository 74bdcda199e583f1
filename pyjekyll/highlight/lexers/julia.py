"""Julia."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import RegexLexer, Rules, any_of, rule

_TYPES = any_of("""
    ARPACKException AbstractArray AbstractChannel AbstractChar AbstractDict AbstractDisplay AbstractFloat AbstractIrrational
    AbstractLogger AbstractMatrix AbstractREPL AbstractRNG AbstractRange AbstractSerializer AbstractSet AbstractSparseArray
    AbstractSparseMatrix AbstractSparseVector AbstractString AbstractUnitRange AbstractVecOrMat AbstractVector
    AbstractWorkerPool Adjoint Any ArgumentError Array AssertionError Base64DecodePipe Base64EncodePipe BasicREPL Bidiagonal
    BigFloat BigInt BitArray BitMatrix BitSet BitVector Bool BoundsError BunchKaufman CachingPool CapturedException
    CartesianIndex CartesianIndices Cchar Cdouble Cfloat Channel Char Cholesky CholeskyPivoted Cint Cintmax_t Clong
    Clonglong ClusterManager Cmd Colon Complex ComplexF16 ComplexF32 ComplexF64 CompositeException Condition ConsoleLogger
    Cptrdiff_t Cshort Csize_t Cssize_t Cstring Cuchar Cuint Cuintmax_t Culong Culonglong Cushort Cvoid Cwchar_t Cwstring
    DataType Date DateFormat DatePeriod DateTime Day DenseArray DenseMatrix DenseVecOrMat DenseVector Diagonal Dict
    DimensionMismatch Dims DivideError DomainError EOFError Eigen Enum ErrorException Exception ExponentialBackOff Expr
    FDWatcher Factorization FileMonitor Float16 Float32 Float64 FolderMonitor Function GeneralizedEigen GeneralizedSVD
    GeneralizedSchur GenericArray GenericDict GenericSet GenericString GitConfig GitRepo GlobalRef HMAC_CTX HTML Hermitian
    Hessenberg Hour IO IOBuffer IOContext IOStream IPAddr IPv4 IPv6 IdDict IndexCartesian IndexLinear IndexStyle
    InexactError InitError Int Int128 Int16 Int32 Int64 Int8 Integer InterruptException InvalidStateException Irrational
    KeyError LAPACKException LDLt LQ LU LinRange LineEditREPL LineNumberNode LinearIndices LoadError LogLevel
    LowerTriangular MIME Matrix MersenneTwister Method MethodError Microsecond Millisecond Minute Missing MissingException
    Module Month NTuple NamedTuple Nanosecond Nothing NullLogger Number OrdinalRange OutOfMemoryError OverflowError
    PackageMode PackageSpec Pair PartialQuickSort Period PermutedDimsArray Pipe PollingFileWatcher PosDefException
    ProcessExitedException Ptr QR QRPivoted QuoteNode RandomDevice RankDeficientException Rational RawFD ReadOnlyMemoryError
    Real ReentrantLock Ref Regex RegexMatch RemoteChannel RemoteException RoundingMode SHA1_CTX SHA224_CTX SHA256_CTX
    SHA2_224_CTX SHA2_256_CTX SHA2_384_CTX SHA2_512_CTX SHA384_CTX SHA3_224_CTX SHA3_256_CTX SHA3_384_CTX SHA3_512_CTX
    SHA512_CTX SVD Schur Second SegmentationFault Serializer Set SharedArray SharedMatrix SharedVector Signed SimpleLogger
    SingularException Some SparseMatrixCSC SparseVector StackOverflowError StepRange StepRangeLen StreamREPL StridedArray
    StridedMatrix StridedVecOrMat StridedVector String StringIndexError SubArray SubString SubstitutionString SymTridiagonal
    Symbol Symmetric SystemError TCPSocket Task TestSetException Text TextDisplay Time TimePeriod TimeType TimeZone Timer
    Transpose Tridiagonal Tuple Type TypeError TypeVar UDPSocket UInt UInt128 UInt16 UInt32 UInt64 UInt8 UTC UUID
    UndefInitializer UndefKeywordError UndefRefError UndefVarError UniformScaling Union UnionAll UnitLowerTriangular
    UnitRange UnitUpperTriangular Unsigned UpgradeLevel UpperTriangular Val Vararg VecElement VecOrMat Vector VersionNumber
    WeakKeyDict WeakRef Week WorkerConfig WorkerPool Year
""")
_KEYWORDS = any_of("""
    function return module import export if else elseif end for in isa while try catch using struct mutablestruct
    abstracttype finally begin do quote macro forouter where
""")
_BUILTINS = any_of("""
    true false missing nothing Inf Inf16 Inf32 Inf64 NaN NaN16 NaN32 NaN64 stdout stderr stdin devnull pi π ℯ im ARGS C_NULL
    ENV ENDIAN_BOM VERSION undef LOAD_PATH DEPOT_PATH
""")
_DEFINED = r"[\p{L}\p{Nl}\p{S}_][\p{Word}\p{S}\p{Po}!]*"
_BLANKS = r"(?:\s|\\\s)+"
_DIGITS = r"\d+(?:_\d+)"  # groups of digits: one more for each


class Julia(RegexLexer):
    """Lex Julia."""

    tag = "julia"
    kept = "πℯ"
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            rule(r"\s+", t.TEXT),
            rule("#=", t.COMMENT_MULTILINE, "comment"),
            rule("#.*$", t.COMMENT),
            rule(r"[-+=*/\\&|$~^%!<>≠≤≥÷.:?]+", t.OPERATOR),
            rule(f"(function|macro)({_BLANKS})", (t.KEYWORD, t.NAME_FUNCTION), "function name"),
            rule(
                f"((?:mutable )?struct|(?:abstract|primitive) type)({_BLANKS})",
                (t.KEYWORD, t.NAME_CLASS),
                "type name",
            ),
            rule(rf"\b{_TYPES}\b", t.KEYWORD_TYPE),
            rule(r"(?:local|global|const)\b", t.KEYWORD_DECLARATION),
            rule(rf"\b{_KEYWORDS}\b", t.KEYWORD),
            rule(rf"\b{_BUILTINS}\b", t.NAME_BUILTIN),
            rule("`.*?`", t.STR_BACKTICK),
            rule(
                r"'(?:\\.|\\[0-7]{1,3}|\\x\h{1,3}|\\u\h{1,4}|\\U\h{1,6}|[^\\'\n])'",
                t.STR_CHAR,
            ),
            rule('[ILE]?"', t.STR, "string"),
            rule(r"@[\w.]+", t.NAME_DECORATOR),
            rule(r"[a-zA-Z_\u00a1-\uffff][a-zA-Z_0-9\u00a1-\uffff]*!*", t.NAME),
            rule(r"[\[\]{}(),;]", t.OTHER),
            rule(
                rf"(?:{_DIGITS}+\.\d*|\d+\.(?:{_DIGITS}+|\d*))(?:[eEf][+-]?\d+)?|{_DIGITS}*[eEf][+-]?\d+",
                t.NUM_FLOAT,
            ),
            rule("0b[01]+(?:_[01]+)*", t.NUM_BIN),
            rule("0o[0-7]+(?:_[0-7]+)*", t.NUM_OCT),
            rule(r"0x\h+(?:_\h+)*", t.NUM_HEX),
            rule(f"{_DIGITS}*", t.NUM_INTEGER),
        ],
        "function name": [
            rule(_DEFINED, t.NAME_FUNCTION, "#pop"),
            rule(r"\([^\s\w{]{1,2}\)|[^\s\w{]{1,2}", t.OPERATOR, "#pop"),
        ],
        "type name": [rule(_DEFINED, t.NAME_CLASS, "#pop")],
        "comment": [
            rule("#=", t.COMMENT_MULTILINE, "#push"),
            rule("=#", t.COMMENT_MULTILINE, "#pop"),
            rule("[^=#]+|[=#]", t.COMMENT_MULTILINE),
        ],
        "string": [
            rule(r"""\\(?:[\\abfnrtv"']|\n|N\{.*?\}|u\h{4}|U\h{8}|x\h{2}|[0-7]{1,3})""", t.STR_ESCAPE),
            rule('"', t.STR, "#pop"),
            rule(r"\$(?:\(\w+\))?[-#0 +]*(?:[0-9]+|\*)?(?:\.(?:[0-9]+|\*))?", t.STR_INTERPOL),
            rule(r'[^\\"$]+|\\', t.STR),
        ],
    }
