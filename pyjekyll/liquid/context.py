"""The state of one render: visible names, payload, registers, pending interrupts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pyjekyll.liquid.drop import ForLoop
from pyjekyll.liquid.errors import LiquidStackError, LiquidUndefinedVariable
from pyjekyll.liquid.values import PLAIN, to_liquid

if TYPE_CHECKING:
    from pyjekyll.liquid.environment import Environment

Step = Callable[["Context", list[str]], None]
MAX_DEPTH = 100
BREAK, CONTINUE = "break", "continue"


class Context:
    """What a template sees while it renders.

    Ruby searches a stack of scopes, then the payload. Here one dict, `visible`, holds what such a search would find, so that a
    look-up is a single `get`. `assigned` is Ruby's outermost scope, where `assign` and `capture` write; `shadowed` counts the
    inner scopes that hide a name, and leaving the last of them brings the outer value back.
    """

    __slots__ = (
        "assigned",
        "changed",
        "converted",
        "cycles",
        "depth",
        "disabled",
        "environment",
        "for_stack",
        "frames",
        "interrupts",
        "offsets",
        "payload",
        "registers",
        "shadowed",
        "strict_variables",
        "visible",
    )

    def __init__(self, environment: Environment, payload: Any, registers: MutableMapping[str, Any]) -> None:
        self.environment = environment
        self.payload = payload
        self.registers = registers
        self.visible: dict[Any, Any] = {key: payload[key] for key in payload.keys()}  # noqa: SIM118 a drop is no mapping
        for key, value in self.visible.items():
            if value.__class__ not in PLAIN:
                self.visible[key] = to_liquid(value)
        self.assigned: dict[str, Any] = {}
        self.shadowed: dict[Any, int] = {}
        self.frames: list[dict[Any, Any]] = []
        self.depth = 1
        self.interrupts: list[str] = []
        self.for_stack: list[ForLoop] = []
        self.offsets: dict[str, int] = {}
        self.cycles: dict[Any, int] = {}
        self.changed: str | None = None
        self.converted: dict[int, tuple[Any, Any]] = {}
        self.strict_variables: bool = environment.strict_variables

    # --- names ----------------------------------------------------------------------------------------------------------

    def find(self, name: Any) -> Any:
        """Return the value of a visible name, as Ruby's find_variable does."""
        try:
            return self.visible[name]
        except (KeyError, TypeError):
            if self.strict_variables:
                from pyjekyll.ruby.inspect import to_s

                raise LiquidUndefinedVariable(f"undefined variable {to_s(name)}") from None
            return None

    def __getitem__(self, markup: str) -> Any:
        """Evaluate an expression: `context["page.title"]`."""
        return self.evaluate(self.environment.expression(markup))

    def get(self, markup: str, default: Any = None) -> Any:
        """Evaluate an expression, or return default where it gives nil."""
        value = self[markup]
        return default if value is None else value

    def __contains__(self, markup: str) -> bool:
        return self[markup] is not None

    def evaluate(self, expression: Any) -> Any:
        """Return the value of a parsed expression; anything else is a value already."""
        evaluate = getattr(expression, "evaluate", None)
        return expression if evaluate is None else evaluate(self)

    def assign(self, name: str, value: Any) -> None:
        """Set a name in the outermost scope, as `assign` does; inner scopes that hide it go on hiding it."""
        self.assigned[name] = value
        if name not in self.shadowed:
            self.visible[name] = value

    def __setitem__(self, name: str, value: Any) -> None:
        """Set a name in the innermost scope."""
        value = to_liquid(value)
        if not self.frames:
            self.assign(name, value)
            return
        frame = self.frames[-1]
        if name not in frame:
            frame[name] = self.shadow(name)
        self.visible[name] = value

    def item(self, value: Any) -> Any:
        """Return what a loop's body sees of an item.

        A page becomes a new hash each time it is asked, and a recursive menu asks for each page often: one hash serves the render.
        """
        known = self.converted.get(id(value))
        if known is None:
            known = self.converted[id(value)] = (value, to_liquid(value))
        return known[1]

    # --- scopes ---------------------------------------------------------------------------------------------------------

    @contextmanager
    def scope(self, names: Mapping[str, Any] | None = None) -> Iterator[None]:
        """Open an inner scope with these names; it ends with the `with` block.

        Raises LiquidStackError: a hundred scopes are open.
        """
        self.enter()
        self.frames.append({})
        try:
            for name, value in (names or {}).items():
                self[name] = value
            yield
        finally:
            for name, saved in self.frames.pop().items():
                self.restore(name, saved)
            self.depth -= 1

    def enter(self) -> None:
        """Count one more scope; the caller takes it back with `depth -= 1`."""
        if self.depth >= MAX_DEPTH:
            raise LiquidStackError("Nesting too deep")
        self.depth += 1

    def shadow(self, name: str) -> Any:
        """Hide the outer value of a name, and return what `restore` needs to bring it back."""
        self.shadowed[name] = self.shadowed.get(name, 0) + 1
        return self.visible.get(name)

    def restore(self, name: str, saved: Any) -> None:
        """Bring back what a scope hid: the next inner value, else whatever the outermost scope or the payload hold now."""
        count = self.shadowed[name] - 1
        if count:
            self.shadowed[name] = count
            self.visible[name] = saved
            return
        del self.shadowed[name]
        if name in self.assigned:
            self.visible[name] = self.assigned[name]
        elif name in self.payload:
            self.visible[name] = to_liquid(self.payload[name])
        else:
            self.visible.pop(name, None)

    # --- payload --------------------------------------------------------------------------------------------------------

    def set_payload(self, name: str, value: Any) -> None:
        """Set a name in the payload itself, as `increment` does; it stays hidden behind scopes that have the name."""
        self.payload[name] = value
        if name not in self.assigned and name not in self.shadowed:
            self.visible[name] = value

    def invoke(self, name: str, value: Any, *arguments: Any) -> Any:
        """Apply a filter by name, as `{{ value | name: arguments }}` does."""
        return self.environment.filter_call(name, arguments, None)(self, value)
