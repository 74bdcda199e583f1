"""Calls of filters: which arguments Ruby would accept, and the closure that applies one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from pyjekyll.liquid.errors import LiquidArgumentError, LiquidUndefinedFilter
from pyjekyll.liquid.expression import Evaluable, Getter, compiled
from pyjekyll.liquid.values import PLAIN, to_liquid
from pyjekyll.ruby.errors import RubyArgumentError

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context
    from pyjekyll.liquid.environment import Environment

Apply = Callable[["Context", Any], Any]


class Signature(NamedTuple):
    """How many positional arguments a filter takes, its input included (`most` None: any number), and which keywords."""

    least: int
    most: int | None
    names: frozenset[str]
    any_keyword: bool

    def accepts(self, keywords: dict[str, Any]) -> bool:
        """Say whether the function has a parameter for each keyword."""
        return self.any_keyword or self.names.issuperset(keywords)

    def problem(self, given: int) -> str | None:
        """Return Ruby's message for a wrong number of arguments."""
        if given >= self.least and (self.most is None or given <= self.most):
            return None
        expected = f"{self.least}+" if self.most is None else str(self.least) if self.least == self.most else f"{self.least}..{self.most}"
        return f"wrong number of arguments (given {given}, expected {expected})"


def filter_call(environment: Environment, name: str, arguments: tuple[Any, ...], keywords: dict[str, Any] | None) -> Apply:
    """Return the closure that applies a filter of the environment."""
    function = environment.filter_function(name)
    strict = environment.strict_variables
    getters = [compiled(argument, strict) for argument in arguments]
    named = {key: compiled(value, strict) for key, value in (keywords or {}).items()}
    if function is None:
        dynamic = any(isinstance(value, Evaluable) for value in (*arguments, *(keywords or {}).values()))
        return _undefined(environment, name, (*getters, *named.values()) if dynamic else ())
    wants_context = bool(getattr(function, "wants_context", False))
    signature = _signature(function, wants_context)
    if named and (signature is None or not signature.accepts(named)):
        # Ruby hands keywords over as a hash behind the other arguments.
        getters.append(_hash(named))
        constant: tuple[Any, ...] | None = None
        named = {}
    else:
        constant = None if named or any(isinstance(argument, Evaluable) for argument in arguments) else arguments
    problem = None if signature is None else signature.problem(1 + len(getters) + len(signature.names.intersection(named)))
    if problem is not None:
        return _refused(problem, getters)
    if constant is not None:
        return _constant_with_context(function, constant) if wants_context else _constant(function, constant)
    if len(getters) == 1 and not named and not wants_context:
        return _one_argument(function, getters[0])
    return _evaluated(function, wants_context, getters, named)


def _signature(function: Callable[..., Any], wants_context: bool) -> Signature | None:
    function = getattr(function, "__wrapped__", function)
    code = getattr(function, "__code__", None)
    if code is None:
        return None  # a builtin or a callable object: Python itself will object
    skipped = 1 if wants_context else 0
    count = code.co_argcount - skipped
    if hasattr(function, "__self__"):
        count -= 1
    defaults = len(function.__defaults__ or ())
    names = code.co_varnames[max(skipped, code.co_posonlyargcount) : code.co_argcount + code.co_kwonlyargcount]
    return Signature(count - defaults, None if code.co_flags & 4 else count, frozenset(names), bool(code.co_flags & 8))


def _hash(named: dict[str, Getter]) -> Getter:
    return lambda context: {key: get(context) for key, get in named.items()}


def _undefined(environment: Environment, name: str, getters: tuple[Getter, ...]) -> Apply:
    if not environment.strict_filters and not getters:
        return lambda context, value: value

    def apply(context: Context, value: Any) -> Any:
        for get in getters:
            get(context)  # arguments come first: an undefined variable or a bad range among them is the error
        if not environment.strict_filters:
            return value
        from pyjekyll.liquid.hints import filter_hint

        raise LiquidUndefinedFilter(f"undefined filter {name}", hint=filter_hint(name, environment.filters))

    return apply


def _refused(problem: str, getters: list[Getter]) -> Apply:
    def apply(context: Context, value: Any) -> Any:
        for get in getters:
            get(context)
        raise LiquidArgumentError(problem)

    return apply


def _constant(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Apply:
    def apply(context: Context, value: Any) -> Any:
        try:
            result = function(value, *arguments)
        except RubyArgumentError as error:
            raise LiquidArgumentError(str(error)) from error
        return result if result.__class__ in PLAIN else to_liquid(result)

    return apply


def _constant_with_context(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Apply:
    def apply(context: Context, value: Any) -> Any:
        try:
            result = function(context, value, *arguments)
        except RubyArgumentError as error:
            raise LiquidArgumentError(str(error)) from error
        return result if result.__class__ in PLAIN else to_liquid(result)

    return apply


def _one_argument(function: Callable[..., Any], get: Getter) -> Apply:
    def apply(context: Context, value: Any) -> Any:
        argument = get(context)
        try:
            result = function(value, argument)
        except RubyArgumentError as error:
            raise LiquidArgumentError(str(error)) from error
        return result if result.__class__ in PLAIN else to_liquid(result)

    return apply


def _evaluated(function: Callable[..., Any], wants_context: bool, getters: list[Getter], named: dict[str, Getter]) -> Apply:
    def apply(context: Context, value: Any) -> Any:
        arguments = [get(context) for get in getters]
        options = {key: get(context) for key, get in named.items()}
        try:
            result = function(context, value, *arguments, **options) if wants_context else function(value, *arguments, **options)
        except RubyArgumentError as error:
            raise LiquidArgumentError(str(error)) from error
        return result if result.__class__ in PLAIN else to_liquid(result)

    return apply
