"""`{% include file.html key="value" key2=variable %}`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from pyjekyll.errors import PyjekyllError
from pyjekyll.liquid.errors import ForeignError
from pyjekyll.liquid.expression import Getter, compiled
from pyjekyll.liquid.tag import Tag
from pyjekyll.liquid.values import STRIPPED
from pyjekyll.ruby.text import decoded

if TYPE_CHECKING:
    from pyjekyll.liquid.body import Compiler
    from pyjekyll.liquid.context import Context, Step
    from pyjekyll.liquid.environment import Environment, Template
    from pyjekyll.liquid.parsing import ParseContext
    from pyjekyll.site import Site

_PARAMETER = re.compile(
    r"""([\w-]+)\s*=\s*(?:"([^"\\]*+(?>(?:\\.[^"\\]*+)*))"|'([^'\\]*+(?>(?:\\.[^'\\]*+)*))'|([\w.-]+))""",
    re.ASCII,
)
_PARAMETERS = re.compile(rf"\s*(?>(?:{_PARAMETER.pattern}(?=\s|\Z)\s*)*)\Z", re.ASCII)
# A file name with {{ }} in it; what stands before an earlier brace is dropped, as Ruby's search does.
_VARIABLE = re.compile(r"[^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|.*)?\}\}[^\s{}]*)+", re.ASCII | re.DOTALL)
_FILE_NAME = re.compile(r"^[\w/.\-()+~#@]+$", re.ASCII | re.MULTILINE)
_BAD_SEQUENCE = re.compile(r"[./]{2,}")
_SPACES = re.compile(r"\s+", re.ASCII)


class Include(Tag):
    """Render a file of the includes folders in place, with its parameters as `include`.

    Without parameters `include` is the including file's own. Names assigned in the file stay assigned.
    """

    def __init__(self, name: str, markup: str, parse_context: ParseContext) -> None:
        super().__init__(name, markup, parse_context)
        self.file, parameters, self.is_variable = split_markup(markup.strip(STRIPPED))
        if parameters is not None and _PARAMETERS.match(parameters) is None:
            raise ForeignError(
                f"Invalid syntax for include tag:\n\n{parameters}\n\nValid syntax:\n\n{self.syntax_example}\n\n",
                "ArgumentError",
                hint="Write values as key=\"text\" or key=variable, without {{ }}.",
            )
        self.parameters = None if parameters is None else self._values(parameters)
        parse_context.partials.add(None if self.is_variable else self.file)

    @property
    def syntax_example(self) -> str:
        """Return the syntax as messages show it."""
        return f"{{% {self.name} file.ext param='value' param2='value' %}}"

    def _values(self, parameters: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for found in _PARAMETER.finditer(parameters):
            key, double, single, variable = found.groups()
            if double is not None:
                values[key] = double.replace('\\"', '"')
            elif single is not None:
                values[key] = single.replace("\\'", "'")
            else:
                values[key] = Variable(self.parse_context.expression(variable))
        return values

    @property
    def may_interrupt(self) -> bool:
        """Say that a `break` may come out of the file: nobody knows before it is read."""
        return True

    def expressions(self) -> Iterable[Any]:
        return [value.expression for value in (self.parameters or {}).values() if isinstance(value, Variable)]

    # --- rendering ------------------------------------------------------------------------------------------------------

    def compile(self, compiler: Compiler) -> Step:
        name = self.file_name(compiler.environment)
        line = self.line
        if self.parameters is None:

            def bare(context: Context, out: list[str]) -> None:
                template = self.load(context, name(context))
                context.enter()
                try:
                    template.render_into(context, out)
                except PyjekyllError as error:
                    error.included_from(template.name, line)
                    raise
                context.depth -= 1

            return bare
        return self._with_parameters(name, _parameters(self.parameters, compiler.environment.strict_variables))

    def _with_parameters(self, name: Getter, parameters: Getter) -> Step:
        line = self.line

        def run(context: Context, out: list[str]) -> None:
            template = self.load(context, name(context))
            values = parameters(context)
            context.enter()
            saved = context.shadow("include")
            context.visible["include"] = values
            try:
                template.render_into(context, out)
            except PyjekyllError as error:
                error.included_from(template.name, line)
                raise
            finally:
                context.restore("include", saved)
                context.depth -= 1

        return run

    def file_name(self, environment: Environment) -> Getter:
        """Return the closure that gives the file's name, checked.

        Raises ForeignError (ArgumentError): characters that no include's name has.
        """
        file = self.file
        if not self.is_variable:

            def constant(context: Context) -> str:
                return file

            if valid_name(file):
                return constant

        def get(context: Context) -> str:
            name = render_text(context, file) if self.is_variable else file
            if not valid_name(name):
                raise ForeignError(
                    "Invalid syntax for include tag. File contains invalid characters or sequences:\n\n"
                    f"  {name}\n\nValid syntax:\n\n  {self.syntax_example}\n\n",
                    "ArgumentError",
                    hint="Name a file of the includes, without ./ or ../." if name else "The variable that names the file is empty.",
                )
            return name

        return get

    def load(self, context: Context, name: str) -> Template | Measured:
        """Return the parsed file; each is read once a build.

        Raises ForeignError (IOError): no includes folder has the file.
        """
        environment = context.environment
        template = environment.partials.get(name)
        if template is None:
            site, partials = context.registers["site"], environment.partials
            path = locate(name, site.includes_load_paths, site.safe)
            template = partials[name] = partials.get(path) or self.parse_file(context, path)
        if environment.recorder is not None:
            environment.recorder.included(template, name, relative=False)
        return template if environment.measure is None else Measured(template, environment.measure)

    def parse_file(self, context: Context, path: str) -> Template:
        """Read and parse a file; its warnings are not shown, as in Ruby."""
        try:
            return context.environment.parse(read_text(context.registers["site"], path), path)
        except PyjekyllError as error:
            error.included_from(path, self.line)
            raise


class Measured:
    """An included file under `--profile`: it tells what it printed and how long that took."""

    def __init__(self, template: Any, measure: Callable[[str, str, float], None]) -> None:
        self.template, self.name, self.measure = template, template.name, measure

    def render_into(self, context: Context, out: list[str]) -> None:
        """Render the file inside another's context."""
        import time

        start, own = time.perf_counter(), list[str]()
        self.template.render_into(context, own)
        text = "".join(own)
        out.append(text)
        self.measure(self.name, text, time.perf_counter() - start)


class Variable:
    """A parameter's value that is looked up when the include is rendered."""

    __slots__ = ("expression",)

    def __init__(self, expression: Any) -> None:
        self.expression = expression


def split_markup(markup: str) -> tuple[str, str | None, bool]:
    """Return an include's file, its parameters (None: there are none), and whether the file's name contains `{{ }}`."""
    start = markup.find("{{")
    # Without a closing brace the search could only fail, after looking for one from every opening.
    if start >= 0 and "}}" in markup[start:]:
        found = _VARIABLE.search(markup)
        if found is not None:
            return found[0].strip(STRIPPED), markup[found.end() :].strip(STRIPPED), True
    parts = _SPACES.split(markup, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else None, False


def _parameters(parameters: dict[str, Any], strict: bool) -> Getter:
    constants = {key: value for key, value in parameters.items() if not isinstance(value, Variable)}
    if len(constants) == len(parameters):
        # A copy each time: a template cannot change it, but a plugin's tag could.
        return lambda context: constants.copy()
    getters = {
        key: compiled(value.expression if isinstance(value, Variable) else value, strict) for key, value in parameters.items()
    }
    return lambda context: {key: get(context) for key, get in getters.items()}


def render_text(context: Context, text: str) -> str:
    """Render a tag's markup as a template in the same context."""
    out: list[str] = []
    context.environment.parse(text).render_into(context, out)
    return "".join(out)


def valid_name(name: str) -> bool:
    """Say whether an include may have that name."""
    return _FILE_NAME.search(name) is not None and _BAD_SEQUENCE.search(name) is None


def locate(name: str, folders: Sequence[str], safe: bool) -> str:
    """Return the path of an included file.

    Raises ForeignError (IOError): no folder has it, or in safe mode it is a link that leaves its folder.
    """
    for folder in folders:
        path = join(str(folder), name)
        if os.path.isfile(path) and (not safe or os.path.realpath(path).startswith(str(folder))):
            return path
    from pyjekyll.ruby.inspect import inspect

    reason = (
        " is not a symlink as those are not allowed in safe mode."
        if safe
        else ", if it is a symlink, does not point outside your site source."
    )
    raise ForeignError(
        f"Could not locate the included file '{name}' in any of {inspect([str(folder) for folder in folders])}. "
        f"Ensure it exists in one of those directories and{reason}",
        "IOError",
        hint=_hint(name, folders),
    )


def join(folder: str, name: str) -> str:
    """Join two path parts by one slash, as Ruby's File.join does."""
    return f"{folder.rstrip('/')}/{name.lstrip('/')}"


def _hint(name: str, folders: Sequence[str]) -> str:
    from pyjekyll.liquid.hints import file_hint

    known = [os.path.relpath(os.path.join(path, file), folder) for folder in folders for path, _, files in os.walk(folder) for file in files]
    return file_hint(name, known) or f"Create {name} in {folders[0] if folders else 'the folder of includes'}, or correct the name."


def read_text(site: Site, path: str) -> str:
    """Read a template in the site's encoding, without a byte order mark; Windows line ends stay.

    Raises ForeignError (a SystemCallError): the file cannot be read.
    """
    try:
        with open(path, "rb") as file:
            return decoded(file.read(), site.codec)
    except OSError as error:
        raise ForeignError(f"{error.strerror} @ rb_sysopen - {path}", "SystemCallError", hint="Make the file readable.") from None
