"""Every language name that Rouge 3.30 knows, and the lexers written here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyjekyll.highlight.lexer import Lexer

# Rouge's lexers: tag, then its other names. Case counts.
_NAMES = """
abap
actionscript as as3
ada
apache
apex
apiblueprint apib
applescript
armasm
augeas aug
awk
batchfile bat batch dosbatch winbatch
bbcbasic
bibtex bib
biml
bpf
brainfuck
brightscript bs brs
bsl
c
ceylon
cfscript cfc
clean
clojure clj cljs
cmake
cmhg
coffeescript coffee coffee-script
common_lisp cl common-lisp elisp emacs-lisp lisp
conf config configuration
console terminal shell_session shell-session
coq
cpp c++
crystal cr
csharp c# cs
css
csvs
cuda
cypher
cython pyx pyrex
d dlang
dafny
dart
datastudio
diff patch udiff
digdag
docker dockerfile Dockerfile
dot
ecl
eex leex heex
eiffel
elixir exs
elm
email eml e-mail
epp
erb eruby rhtml
erlang erl
escape esc
factor
fluent ftl
fortran
freefem ff
fsharp
gdscript gd
ghc-cmm cmm
ghc-core
gherkin cucumber behat
glsl
go golang
gradle
graphql
groovy
hack hh
haml HAML
handlebars hbs mustache
haskell hs
haxe hx
hcl
hlsl
hocon
hql
html
http
hylang hy
idlang
idris idr
igorpro
ini
io
irb pry
irb_output
isabelle isa Isabelle
isbl
j
janet jdn
java
javascript js
jinja django
jsl
json
json-doc jsonc
jsonnet
jsp
jsx react
julia jl
kotlin
lasso lassoscript
lean
liquid
literate_coffeescript litcoffee
literate_haskell lithaskell lhaskell lhs
livescript ls
llvm
lua
lustre
lutin
m68k
magik
make makefile mf gnumake bsdmake
markdown md mkd
mason
mathematica wl
matlab m
meson
minizinc
moonscript moon
mosel
msgtrans
mxml
nasm
nesasm nes
nginx
nial
nim nimrod
nix nixos
objective_c objc obj-c obj_c objectivec
objective_cpp objcpp obj-cpp obj_cpp objectivecpp objc++ obj-c++ obj_c++ objectivec++
ocaml
ocl OCL
openedge
opentype_feature_file fea opentype opentypefeature
pascal
perl pl
php php3 php4 php5
plaintext text
plist
plsql
pony
postscript postscr ps eps
powershell posh microsoftshell msshell
praat
prolog
prometheus
properties
protobuf proto
puppet pp
python py
q kdb+
qml
r R s S
racket
reasonml
rego
rescript
robot_framework robot robot-framework
ruby rb
rust rs rust,no_run rs,no_run rust,ignore rs,ignore rust,should_panic rs,should_panic
sas
sass
scala
scheme
scss
sed
shell bash zsh ksh sh
sieve
slice
slim
smalltalk st squeak
smarty
sml ml
solidity
sparql
sqf
sql
ssh
stan
stata
supercollider
swift
systemd unit-file
syzlang
syzprog
tap
tcl
terraform tf
tex TeX LaTeX latex
toml
tsx
ttcn3
tulip
turtle
twig
typescript ts
vala
vb visualbasic
vcl varnishconf varnish
velocity
verilog
vhdl
viml vim vimscript ex
vue vuejs
wollok
xml
xojo realbasic
xpath
xquery
yaml yml
yang
zig zir
"""

ALIASES: dict[str, str] = {name: line.split()[0] for line in _NAMES.split("\n") if line for name in line.split()}

# Where the class of each tag is, below this package.
CLASSES: dict[str, str] = {
    "abap": "abap:Abap",
    "actionscript": "actionscript:Actionscript",
    "ada": "ada:Ada",
    "apache": "apache:Apache",
    "apex": "apex:Apex",
    "apiblueprint": "apiblueprint:ApiBlueprint",
    "applescript": "applescript:AppleScript",
    "armasm": "armasm:ArmAsm",
    "augeas": "augeas:Augeas",
    "awk": "awk:Awk",
    "batchfile": "batchfile:Batchfile",
    "bbcbasic": "bbcbasic:BbcBasic",
    "bibtex": "bibtex:BibTeX",
    "biml": "biml:Biml",
    "bpf": "bpf:Bpf",
    "brainfuck": "brainfuck:Brainfuck",
    "brightscript": "brightscript:Brightscript",
    "bsl": "bsl:Bsl",
    "c": "c:C",
    "ceylon": "ceylon:Ceylon",
    "cfscript": "cfscript:Cfscript",
    "clean": "clean:Clean",
    "clojure": "clojure:Clojure",
    "cmake": "cmake:CMake",
    "cmhg": "cmhg:Cmhg",
    "coffeescript": "coffeescript:Coffeescript",
    "common_lisp": "common_lisp:CommonLisp",
    "conf": "ini:Conf",
    "console": "console:Console",
    "coq": "coq:Coq",
    "cpp": "cpp:Cpp",
    "crystal": "crystal:Crystal",
    "csharp": "csharp:CSharp",
    "css": "css:Css",
    "csvs": "csvs:Csvs",
    "cuda": "cuda:Cuda",
    "cypher": "cypher:Cypher",
    "cython": "cython:Cython",
    "d": "d:D",
    "dafny": "dafny:Dafny",
    "dart": "dart:Dart",
    "datastudio": "datastudio:Datastudio",
    "diff": "diff:Diff",
    "digdag": "digdag:Digdag",
    "docker": "docker:Docker",
    "dot": "dot:Dot",
    "ecl": "ecl:Ecl",
    "eex": "elixir:Eex",
    "eiffel": "eiffel:Eiffel",
    "elixir": "elixir:Elixir",
    "elm": "elm:Elm",
    "email": "email:Email",
    "epp": "puppet:Epp",
    "erb": "erb:Erb",
    "erlang": "erlang:Erlang",
    "escape": "escape:Escape",
    "factor": "factor:Factor",
    "fluent": "fluent:Fluent",
    "fortran": "fortran:Fortran",
    "freefem": "freefem:FreeFem",
    "fsharp": "fsharp:FSharp",
    "gdscript": "gdscript:GDScript",
    "ghc-cmm": "ghc_cmm:GhcCmm",
    "ghc-core": "ghc_core:GhcCore",
    "gherkin": "gherkin:Gherkin",
    "glsl": "glsl:Glsl",
    "go": "go:Go",
    "gradle": "gradle:Gradle",
    "graphql": "graphql:GraphQL",
    "groovy": "groovy:Groovy",
    "hack": "hack:Hack",
    "haml": "haml:Haml",
    "handlebars": "handlebars:Handlebars",
    "haskell": "haskell:Haskell",
    "haxe": "haxe:Haxe",
    "hcl": "hcl:Hcl",
    "hlsl": "hlsl:Hlsl",
    "hocon": "hocon:Hocon",
    "hql": "hql:Hql",
    "html": "html:Html",
    "http": "http:Http",
    "hylang": "hylang:HyLang",
    "idlang": "idlang:IdLang",
    "idris": "idris:Idris",
    "igorpro": "igorpro:IgorPro",
    "ini": "ini:Ini",
    "io": "io:Io",
    "irb": "irb:Irb",
    "irb_output": "irb:IrbOutput",
    "isabelle": "isabelle:Isabelle",
    "isbl": "isbl:Isbl",
    "j": "j:J",
    "janet": "janet:Janet",
    "java": "java:Java",
    "javascript": "javascript:Javascript",
    "jinja": "jinja:Jinja",
    "jsl": "jsl:Jsl",
    "json": "json:Json",
    "json-doc": "json:JsonDoc",
    "jsonnet": "jsonnet:Jsonnet",
    "jsp": "jsp:Jsp",
    "jsx": "typescript:Jsx",
    "julia": "julia:Julia",
    "kotlin": "kotlin:Kotlin",
    "lasso": "lasso:Lasso",
    "lean": "lean:Lean",
    "liquid": "liquid:Liquid",
    "literate_coffeescript": "coffeescript:LiterateCoffeescript",
    "literate_haskell": "literate_haskell:LiterateHaskell",
    "livescript": "livescript:Livescript",
    "llvm": "llvm:Llvm",
    "lua": "lua:Lua",
    "lustre": "lustre:Lustre",
    "lutin": "lustre:Lutin",
    "m68k": "m68k:M68k",
    "magik": "magik:Magik",
    "make": "make:Make",
    "markdown": "markdown:Markdown",
    "mason": "mason:Mason",
    "mathematica": "mathematica:Mathematica",
    "matlab": "matlab:Matlab",
    "meson": "meson:Meson",
    "minizinc": "minizinc:MiniZinc",
    "moonscript": "moonscript:Moonscript",
    "mosel": "mosel:Mosel",
    "msgtrans": "msgtrans:MsgTrans",
    "mxml": "mxml:Mxml",
    "nasm": "nasm:Nasm",
    "nesasm": "nesasm:NesAsm",
    "nginx": "nginx:Nginx",
    "nial": "nial:Nial",
    "nim": "nim:Nim",
    "nix": "nix:Nix",
    "objective_c": "objective_c:ObjectiveC",
    "objective_cpp": "objective_c:ObjectiveCpp",
    "ocaml": "ocaml:OCaml",
    "ocl": "ocl:Ocl",
    "openedge": "openedge:OpenEdge",
    "opentype_feature_file": "opentype_feature_file:OpenTypeFeatureFile",
    "pascal": "pascal:Pascal",
    "perl": "perl:Perl",
    "php": "php:Php",
    "plaintext": "plaintext:PlainText",
    "plist": "plist:Plist",
    "plsql": "plsql:Plsql",
    "pony": "pony:Pony",
    "postscript": "postscript:PostScript",
    "powershell": "powershell:Powershell",
    "praat": "praat:Praat",
    "prolog": "prolog:Prolog",
    "prometheus": "prometheus:Prometheus",
    "properties": "properties:Properties",
    "protobuf": "protobuf:Protobuf",
    "puppet": "puppet:Puppet",
    "python": "python:Python",
    "q": "q:Q",
    "qml": "qml:Qml",
    "r": "r:R",
    "racket": "racket:Racket",
    "reasonml": "ocaml:Reason",
    "rego": "rego:Rego",
    "rescript": "ocaml:ReScript",
    "robot_framework": "robot_framework:RobotFramework",
    "ruby": "ruby:Ruby",
    "rust": "rust:Rust",
    "sas": "sas:Sas",
    "sass": "sass:Sass",
    "scala": "scala:Scala",
    "scheme": "scheme:Scheme",
    "scss": "sass:Scss",
    "sed": "sed:Sed",
    "shell": "shell:Shell",
    "sieve": "sieve:Sieve",
    "slice": "slice:Slice",
    "slim": "slim:Slim",
    "smalltalk": "smalltalk:Smalltalk",
    "smarty": "smarty:Smarty",
    "sml": "sml:Sml",
    "solidity": "solidity:Solidity",
    "sparql": "sparql:Sparql",
    "sqf": "sqf:Sqf",
    "sql": "sql:Sql",
    "ssh": "ssh:Ssh",
    "stan": "stan:Stan",
    "stata": "stata:Stata",
    "supercollider": "supercollider:SuperCollider",
    "swift": "swift:Swift",
    "systemd": "systemd:Systemd",
    "syzlang": "syzkaller:Syzlang",
    "syzprog": "syzkaller:Syzprog",
    "tap": "tap:Tap",
    "tcl": "tcl:Tcl",
    "terraform": "hcl:Terraform",
    "tex": "tex:Tex",
    "toml": "toml:Toml",
    "tsx": "typescript:Tsx",
    "ttcn3": "ttcn3:Ttcn3",
    "tulip": "tulip:Tulip",
    "turtle": "turtle:Turtle",
    "twig": "jinja:Twig",
    "typescript": "typescript:Typescript",
    "vala": "vala:Vala",
    "vb": "vb:VisualBasic",
    "vcl": "vcl:Vcl",
    "velocity": "velocity:Velocity",
    "verilog": "verilog:Verilog",
    "vhdl": "vhdl:Vhdl",
    "viml": "viml:VimL",
    "vue": "vue:Vue",
    "wollok": "wollok:Wollok",
    "xml": "xml:Xml",
    "xojo": "xojo:Xojo",
    "xpath": "xpath:XPath",
    "xquery": "xquery:XQuery",
    "yaml": "yaml:Yaml",
    "yang": "yang:Yang",
    "zig": "zig:Zig",
}


def load(tag: str) -> type[Lexer]:
    """Return the class of a lexer by its tag."""
    module, _, name = CLASSES[tag].partition(":")
    found: type[Lexer] = getattr(import_module(f"pyjekyll.highlight.lexers.{module}"), name)
    return found
