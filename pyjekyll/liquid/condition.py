"""Conditions of `if`, `unless`, `case` and Jekyll's `where_exp`: comparisons joined by `and` and `or`."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from pyjekyll.liquid.drop import Drop, TableDrop
from pyjekyll.liquid.errors import LiquidArgumentError
from pyjekyll.liquid.expression import Evaluable, Getter, compiled
from pyjekyll.liquid.lexer import PATH, StrictParser
from pyjekyll.ruby.errors import RubyArgumentError
from pyjekyll.ruby.inspect import class_name, inspect, to_s
from pyjekyll.ruby.range import Range

if TYPE_CHECKING:
    from pyjekyll.liquid.context import Context
    from pyjekyll.liquid.environment import Environment

Test = Callable[["Context"], bool]
ParseExpression = Callable[[str | None], Any]


class Comparison(NamedTuple):
    """`left operator right`, or `left` alone."""

    left: Any
    operator: str | None
    right: Any


class Property:
    """`empty` or `blank` as an operand of a comparison: it asks the other side."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def ruby_to_s(self) -> str:
        """Print as nothing, which matters for `contains empty`."""
        return ""


class Condition:
    """Comparisons and the words between them.

    `and` and `or` have the same rank and group from the right: `a and b or c` is `a and (b or c)`.
    """

    __slots__ = ("comparisons", "environment", "operators", "test")

    def __init__(self, environment: Environment, comparisons: Sequence[Comparison], operators: Sequence[str] = ()) -> None:
        self.environment = environment
        self.comparisons, self.operators = comparisons, operators
        self.test: Test | None = None

    def evaluate(self, context: Context) -> bool:
        """Say whether the condition holds."""
        return (self.test or self.compile())(context)

    def compile(self) -> Test:
        """Return the closure that says whether the condition holds."""
        tests = [comparison_test(comparison, self.environment) for comparison in self.comparisons]
        self.test = tests[0] if len(tests) == 1 else _chain(tests, self.operators)
        return self.test

    def negated(self) -> Test:
        """Return the closure that says whether the condition does not hold."""
        if len(self.comparisons) == 1 and self.comparisons[0].operator is None:
            return _falsity(compiled(self.comparisons[0].left, self.environment.strict_variables))
        test = self.compile()
        return lambda context: not test(context)

    def expressions(self) -> Iterable[Any]:
        """Return the operands, for static analysis."""
        return [side for comparison in self.comparisons for side in (comparison.left, comparison.right)]


def _chain(tests: list[Test], operators: Sequence[str]) -> Test:
    if len(tests) == 2:
        first, second = tests
        if operators[0] == "and":
            return lambda context: first(context) and second(context)
        return lambda context: first(context) or second(context)
    steps = list(zip(tests, (*operators, None), strict=True))

    def run(context: Context) -> bool:
        result = False
        for test, operator in steps:
            result = test(context)
            if result if operator == "or" else not result:
                break
        return result

    return run


# --- parsing ----------------------------------------------------------------------------------------------------------


def parse_condition(environment: Environment, markup: str, expression: ParseExpression) -> Condition:
    """Parse a condition by the strict rules.

    Raises LiquidSyntaxError: parentheses, symbols for `and`, an unfinished comparison, anything left over.
    """
    path = PATH.match(markup)
    if path is not None and "contains" not in markup:
        return Condition(environment, [Comparison(expression(path[1]), None, None)])
    parser = StrictParser(markup)
    comparisons, operators = [_parse_comparison(parser, expression)], []
    while (word := next((word for word in ("and", "or") if parser.accept_word(word)), None)) is not None:
        operators.append(word)
        comparisons.append(_parse_comparison(parser, expression))
    parser.take("end_of_string")
    return Condition(environment, comparisons, operators)


def _parse_comparison(parser: StrictParser, expression: ParseExpression) -> Comparison:
    left = expression(parser.expression())
    operator = parser.accept("comparison")
    return Comparison(left, operator, None if operator is None else expression(parser.expression()))


def operand(expression: ParseExpression, markup: str | None) -> Any:
    """Parse an operand of `if` or `when`, where `empty` and `blank` ask for a property."""
    return Property(markup) if markup in ("empty", "blank") else expression(markup)


# --- comparisons as closures ------------------------------------------------------------------------------------------


def comparison_test(comparison: Comparison, environment: Environment) -> Test:
    """Return the closure that says whether one comparison holds."""
    left, operator, right = comparison
    strict = environment.strict_variables
    get = compiled(left, strict)
    if operator is None:
        return _truth(get)
    if operator in ("==", "!=", "<>"):
        return equality(left, right, operator == "==", environment)
    other = compiled(right, strict)
    if operator == "contains":
        return lambda context: contains(_primitive(get(context)), _primitive(other(context)))
    compare = _ORDERS.get(operator)
    if compare is None:
        return _unknown(operator, get, other)
    return lambda context: compare(_primitive(get(context)), _primitive(other(context)))


def _truth(get: Getter) -> Test:
    def test(context: Context) -> bool:
        value = get(context)
        return value is not None and value is not False

    return test


def _falsity(get: Getter) -> Test:
    def test(context: Context) -> bool:
        value = get(context)
        return value is None or value is False

    return test


def _unknown(operator: str, get: Getter, other: Getter) -> Test:
    def test(context: Context) -> bool:
        get(context)
        other(context)
        raise LiquidArgumentError(f"Unknown operator {operator}")

    return test


def _primitive(value: Any) -> Any:
    convert = getattr(value, "to_liquid_value", None) if isinstance(value, Drop) else None
    return value if convert is None else convert()


def equality(left: Any, right: Any, positive: bool, environment: Environment) -> Test:
    """Return the closure of `left == right`, or of `left != right`."""
    strict, blank_method = environment.strict_variables, environment.blank_method
    get, other = compiled(left, strict), compiled(right, strict)
    if isinstance(left, Property):
        return lambda context: property_holds(other(context), left.name, blank_method) is positive
    if isinstance(right, Property):
        return lambda context: property_holds(get(context), right.name, blank_method) is positive
    if not isinstance(right, Evaluable):
        if right.__class__ is str:
            return (lambda context: get(context) == right) if positive else (lambda context: get(context) != right)
        if right is None or right is True or right is False:
            return lambda context: (_primitive(get(context)) is right) is positive
    return lambda context: equal(_primitive(get(context)), _primitive(other(context))) is positive


def equal(left: Any, right: Any) -> bool:
    """Say whether two values are equal to Ruby: 1 and 1.0 are, 1 and true are not."""
    if left.__class__ is right.__class__ and left.__class__ not in (list, dict):
        return bool(left == right)
    from pyjekyll.ruby.order import equal as ruby_equal

    return ruby_equal(left, right)


def property_holds(value: Any, name: str, blank_method: bool) -> bool:
    """Say whether `value == empty` or `value == blank`.

    Ruby asks the value by a method that strings, lists and hashes have (`empty?`) or, without ActiveSupport, nothing has (`blank?`).
    """
    if name == "empty":
        return isinstance(value, (str, list, tuple, dict)) and not value
    if not blank_method:
        return False
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is False or (isinstance(value, (list, tuple, dict)) and not value)


def contains(left: Any, right: Any) -> bool:
    """Say whether left includes right, as Ruby's include? does; things without that method include nothing."""
    if left is None or left is False or right is None or right is False:
        return False
    if isinstance(left, str):
        return to_s(right) in left
    if isinstance(left, (list, tuple)):
        return any(equal(item, right) for item in left)
    if isinstance(left, dict):
        from pyjekyll.liquid.values import has_key

        return has_key(left, right)
    if isinstance(left, Range):
        return right in left
    if isinstance(left, Drop) and not isinstance(left, TableDrop) and isinstance(right, list):
        # A drop is Enumerable over its pairs, so it includes neither its keys nor its values.
        return any(equal([key, left[key]], right) for key in left)
    return False


_COMPARABLE = (str, int, float, datetime.date)


def _order(left: Any, right: Any) -> int | None:
    """Return <=> of two values that have an order, None where Ruby's comparison gives nil and the condition fails.

    Raises LiquidArgumentError: both have an order, but not with each other.
    """
    for value in (left, right):
        if isinstance(value, bool) or not isinstance(value, _COMPARABLE):
            return None
    if (left != left) or (right != right):
        return None
    from pyjekyll.ruby.order import compare

    try:
        result = compare(left, right)
    except RubyArgumentError as error:
        raise LiquidArgumentError(str(error)) from None
    if result is None:
        shown = inspect(right) if isinstance(right, (int, float)) else class_name(right)
        raise LiquidArgumentError(f"comparison of {class_name(left)} with {shown} failed")
    return result


def _ordered(holds: Callable[[int], bool], plain: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(left: Any, right: Any) -> bool:
        if left.__class__ is right.__class__ and (left.__class__ is int or left.__class__ is str):
            return plain(left, right)
        order = _order(left, right)
        return order is not None and holds(order)

    return compare


_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "<": _ordered(lambda order: order < 0, lambda left, right: left < right),
    ">": _ordered(lambda order: order > 0, lambda left, right: left > right),
    "<=": _ordered(lambda order: order <= 0, lambda left, right: left <= right),
    ">=": _ordered(lambda order: order >= 0, lambda left, right: left >= right),
}
