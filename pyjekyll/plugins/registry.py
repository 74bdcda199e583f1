"""The registry of one build: hooks, generators, converters, filters, tags and commands that its plugins bring.

Decorators only mark what they decorate; `Registry.add_module` collects the marked names of a module. So nothing happens on
import, and two sites built in one process never see each other's plugins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeVar, overload

from pyjekyll.errors import PluginError
from pyjekyll.plugins.blame import Origin, guarded, origin_of
from pyjekyll.plugins.spec import HOOK_PRIORITIES, events_of, rank

F = TypeVar("F", bound=Callable[..., Any])
MARK = "__pyjekyll__"
# What is told of an item while it renders.
ITEM_EVENTS = ("pre_render", "post_convert", "post_render")


def mark(target: Any, kind: str, **details: Any) -> None:
    """Note on a function or class what it is to be registered as; one target may carry several marks."""
    marks = list(target.__dict__.get(MARK, ()))
    marks.append((kind, details))
    setattr(target, MARK, tuple(marks))


def hook(
    owner: str | Iterable[str], event: str, priority: str | int = "normal", parallel: bool = False, pure: bool = False
) -> Callable[[F], F]:
    """Call the function when event fires for owner: site, pages, posts, documents, clean or a collection's label.

    `pure` says that it looks at nothing but the item and the configuration: incremental builds then take over what it made.
    """
    owners = (owner,) if isinstance(owner, str) else tuple(owner)

    def decorate(function: F) -> F:
        for one in owners:
            mark(function, "hook", owner=one, event=event, priority=priority, parallel=parallel, pure=pure)
        return function

    return decorate


@overload
def generator(target: F) -> F: ...
@overload
def generator(*, priority: str | int = "normal", safe: bool = True) -> Callable[[F], F]: ...
def generator(target: Any = None, *, priority: str | int = "normal", safe: bool = True) -> Any:
    """Call the function, or the class's `generate`, with the site after reading and before rendering."""

    def decorate(function: F) -> F:
        mark(function, "generator", priority=priority, safe=safe)
        return function

    return decorate if target is None else decorate(target)


@overload
def filter(target: F) -> F: ...
@overload
def filter(*, name: str | None = None, context: bool = False, pure: bool = False) -> Callable[[F], F]: ...
def filter(target: Any = None, *, name: str | None = None, context: bool = False, pure: bool = False) -> Any:
    """Register a Liquid filter under the function's name; with context=True it gets the render context first.

    `pure` says that it looks at nothing but its arguments, the context's variables and the configuration (see `hook`).
    """

    def decorate(function: F) -> F:
        if context:
            function.wants_context = True  # type: ignore[attr-defined]
        mark(function, "filter", name=name, pure=pure)
        return function

    return decorate if target is None else decorate(target)


def tag(name: str, *, block: bool = False, parallel: bool = False, pure: bool = False) -> Callable[[F], F]:
    """Register a Liquid tag: a function (context, markup[, body]) -> str, or a Tag class of pyjekyll.liquid; `pure` as of `filter`."""

    def decorate(target: F) -> F:
        mark(target, "tag", name=name, block=block, parallel=parallel, pure=pure)
        return target

    return decorate


def command(name: str, *, help: str = "") -> Callable[[F], F]:
    """Register a sub-command: the function gets the site's configuration and the remaining words."""

    def decorate(function: F) -> F:
        mark(function, "command", name=name, help=help)
        return function

    return decorate


class Converter:
    """Turn the text of files with some extension into output. Subclass it in a plugin.

    `matches(ext)` says whether it wants the extension (with its dot), `output_ext(ext)` the extension of what it makes,
    `convert(content)` does it. Several converters of one file run one after the other, highest priority first.
    """

    priority: ClassVar[str | int] = "normal"
    safe: ClassVar[bool] = True
    highlighter_prefix: ClassVar[str | None] = None
    highlighter_suffix: ClassVar[str | None] = None

    def __init__(self, config: Any) -> None:
        self.config = config

    def matches(self, ext: str) -> bool:
        """Say whether this converter takes files with that extension."""
        raise NotImplementedError

    def output_ext(self, ext: str) -> str | None:
        """Return the extension of the output."""
        raise NotImplementedError

    def convert(self, content: str) -> str:
        """Return the converted text."""
        raise NotImplementedError


class Hook:
    """One listener: its function, rank and origin."""

    __slots__ = ("function", "order", "parallel", "plugin", "pure")

    def __init__(self, function: Callable[..., Any], order: tuple[int, int], plugin: str, parallel: bool, pure: bool = False) -> None:
        self.function, self.order, self.plugin, self.parallel, self.pure = function, order, plugin, parallel, pure


class Registry:
    """Hold what the plugins of one build registered. `require` loads one more by name: a theme that a plugin brings may need others."""

    def __init__(self) -> None:
        self.hooks: dict[tuple[str, str], list[Hook]] = {}
        self.filters: dict[str, Callable[..., Any]] = {}
        self.tags: dict[str, tuple[Any, bool]] = {}
        self.converter_classes: list[type[Converter]] = []
        self.commands: dict[str, tuple[Callable[..., Any], str]] = {}
        self.markdown_processors: dict[str, Callable[[Any], Any]] = {}
        self.loaded: dict[str, Any] = {}
        # Tags that only the first of several processes renders.
        self.serial_tags: set[str] = set()
        # Nobody knows what these look at: incremental builds render who uses them again.
        self.impure_tags: set[str] = set()
        self.impure_filters: set[str] = set()
        # Tags of plugins that are not run, and the plugin of each.
        self.lost_tags: dict[str, str] = {}
        self.require: Callable[[str], None] = lambda name: None
        self._generators: list[tuple[int, int, Callable[..., Any]]] = []
        # Whose the filters, tags and converters are: their identity decides what a next build may keep, so they are not wrapped here.
        self.origins: dict[Any, Origin] = {}

    def add_module(self, module: Any, plugin: str, *, safe: bool = False) -> None:
        """Register every marked name of a module, in the order of their definition."""
        self.loaded[plugin] = module
        origin = origin_of(module, plugin)
        for value in list(vars(module).values()):
            owner = getattr(value, "__module__", None)
            if owner != module.__name__:
                continue
            self.add(value, origin, safe=safe)
        for name, make in getattr(module, "MARKDOWN_PROCESSORS", {}).items():
            self.markdown_processors[name] = make

    def add(self, value: Any, origin: Origin, *, safe: bool = False) -> None:
        """Register one marked function or class, or a Converter subclass."""
        marks = getattr(value, "__dict__", {}).get(MARK, ())
        is_converter = isinstance(value, type) and issubclass(value, Converter) and value is not Converter
        if marks or is_converter:
            self.origins[value] = origin
        if is_converter and (not safe or value.safe):
            self.converter_classes.append(value)
        for kind, details in marks:
            getattr(self, f"_add_{kind}")(value, origin, safe, **details)

    def _add_hook(
        self, function: Any, origin: Origin, _safe: bool, *, owner: str, event: str, priority: str | int, parallel: bool, pure: bool
    ) -> None:
        events = events_of(owner)
        if event not in events:
            known = ", ".join(f":{name}" for name in events)
            raise PluginError(f"Invalid hook. {owner} supports only the following hooks [{known}]", hint=f"{origin.plugin}: {function.__name__}")
        listeners = self.hooks.setdefault((owner, event), [])
        order = (-rank(priority, HOOK_PRIORITIES), len(listeners))
        listeners.append(Hook(guarded(function, origin, f"hook {owner} {event}"), order, origin.plugin, parallel, pure))
        listeners.sort(key=lambda listener: listener.order)

    def _add_generator(self, target: Any, origin: Origin, only_safe: bool, *, priority: str | int, safe: bool) -> None:
        if only_safe and not safe:
            return
        run = target().generate if isinstance(target, type) else target
        self._generators.append((-rank(priority), len(self._generators), guarded(run, origin, f"generator {target.__name__}")))

    def _add_filter(self, function: Any, _origin: Origin, _safe: bool, *, name: str | None, pure: bool) -> None:
        name = name or function.__name__
        self.filters[name] = function
        (self.impure_filters.discard if pure else self.impure_filters.add)(name)

    def _add_tag(self, target: Any, origin: Origin, _safe: bool, *, name: str, block: bool, parallel: bool, pure: bool) -> None:
        self.tags[name] = (target, block)
        (self.impure_tags.discard if pure else self.impure_tags.add)(name)
        (self.serial_tags.discard if parallel or pure else self.serial_tags.add)(name)

    def _add_command(self, function: Any, origin: Origin, _safe: bool, *, name: str, help: str) -> None:
        self.commands[name] = (guarded(function, origin, f"command {name}"), help)

    @property
    def generators(self) -> list[Callable[..., Any]]:
        """Return the generators, highest priority first."""
        return [run for *_, run in sorted(self._generators, key=lambda entry: entry[:2])]

    def listens(self, *keys: tuple[str, str]) -> bool:
        """Say whether anybody listens to one of the (owner, event) pairs."""
        return any(key in self.hooks for key in keys)

    def impure_listener(self) -> str | None:
        """Return what listens while items render and has not said that it looks at the item and the configuration only."""
        return self._listener(lambda listener: not listener.pure)

    def serial_listener(self) -> str | None:
        """Return what listens while items render and has not said that several processes may do so."""
        return self._listener(lambda listener: not (listener.pure or listener.parallel))

    def _listener(self, matches: Callable[[Hook], bool]) -> str | None:
        for (owner, event), listeners in self.hooks.items():
            if event in ITEM_EVENTS and owner != "clean" and (owner != "site" or event == "pre_render"):
                for listener in listeners:
                    if matches(listener):
                        return f"{listener.plugin} listens to {owner} {event}"
        return None

    def fire(self, owner: str, event: str, *arguments: Any) -> None:
        """Call every listener of owner and event; an exception names the plugin, the event and the item."""
        for listener in tuple(self.hooks.get((owner, event), ())):
            listener.function(*arguments)

    def fire_item(self, item: Any, event: str, *arguments: Any) -> None:
        """Fire an event of a page or document for each of its owners: its collection first, then `documents`."""
        if self.hooks:
            for owner in item.hook_owners:
                self.fire(owner, event, item, *arguments)
