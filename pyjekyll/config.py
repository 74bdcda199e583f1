"""The configuration of a site: defaults < theme < files, left to right < flags. No other module names a key of `_config.yml`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, overload

from pyjekyll.errors import ConfigError, InvalidDateError, MissingConfigError, PyjekyllError
from pyjekyll.places import place_in_config
from pyjekyll.ruby.hash import deep_merge

if TYPE_CHECKING:
    import datetime

    from pyjekyll.log import Log

T = TypeVar("T")

DEFAULT_EXCLUDES = (
    *(".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules"),
    *("vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"),
)
DEFAULT_NAMES = ("_config.yml", "_config.yaml", "_config.toml")
PERMALINK_STYLES = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
DEFAULT_LIVERELOAD_PORT = 35729


def defaults() -> dict[str, Any]:
    """Return Jekyll's default configuration, a new one each time."""
    return {
        "source": os.getcwd(),
        "destination": os.path.join(os.getcwd(), "_site"),
        "collections_dir": "",
        "cache_dir": ".jekyll-cache",
        "plugins_dir": "_plugins",
        "layouts_dir": "_layouts",
        "data_dir": "_data",
        "includes_dir": "_includes",
        "collections": {},
        "safe": False,
        "include": [".htaccess"],
        "exclude": [],
        "keep_files": [".git", ".svn"],
        "encoding": "utf-8",
        "markdown_ext": "markdown,mkdown,mkdn,mkd,md",
        "strict_front_matter": False,
        "show_drafts": None,
        "limit_posts": 0,
        "future": False,
        "unpublished": False,
        "whitelist": [],
        "plugins": [],
        "markdown": "kramdown",
        "highlighter": "rouge",
        "lsi": False,
        "excerpt_separator": "\n\n",
        "incremental": False,
        "detach": False,
        "port": "4000",
        "host": "127.0.0.1",
        "baseurl": None,
        "show_dir_listing": False,
        "permalink": "date",
        "paginate_path": "/page:num",
        "timezone": None,
        "quiet": False,
        "verbose": False,
        "defaults": [],
        "liquid": {"error_mode": "warn", "strict_filters": False, "strict_variables": False},
        "kramdown": {
            "auto_ids": True,
            "toc_levels": [1, 2, 3, 4, 5, 6],
            "entity_output": "as_char",
            "smart_quotes": "lsquo,rsquo,ldquo,rdquo",
            "input": "GFM",
            "hard_wrap": False,
            "guess_lang": True,
            "footnote_nr": 1,
            "show_warnings": False,
        },
    }


def codec(encoding: str) -> str | None:
    """Return Python's name for one of Ruby's encodings, None for what neither knows."""
    import codecs

    try:
        return codecs.lookup(encoding.removeprefix("bom|")).name
    except LookupError:
        return None


class TableOptions(NamedTuple):
    """How CSV or TSV files are read."""

    headers: Any
    converters: list[str]
    encoding: str


# --- what a key may hold: each takes the key's name and value, and rejects what Jekyll would crash on -----------------------


def _anything(key: str, value: Any) -> Any:
    return value


def _flag(key: str, value: Any) -> bool:
    return value is not None and value is not False


def _unless_off(key: str, value: Any) -> bool:
    return value is not False


def _text(key: str, value: Any) -> str:
    return value if isinstance(value, str) else _reject(key, value, "a string")


def _text_or_off(key: str, value: Any) -> str:
    return "" if value is False else _text(key, value)


def _text_unless_empty(key: str, value: Any) -> str:
    # Ruby asks a value whether it is empty before anything else: an empty list or mapping is.
    return "" if value == [] or value == {} else _text(key, value)


def _as_text(key: str, value: Any) -> str:
    from pyjekyll.ruby.inspect import to_s

    return to_s(value)


def _optional_text(key: str, value: Any) -> str | None:
    return None if value is None else _text(key, value)


def _list(key: str, value: Any) -> list[Any]:
    return value if isinstance(value, list) else _reject(key, value, "an array")


def _list_without_nil(key: str, value: Any) -> list[Any]:
    return [each for each in _list(key, value) if each is not None]


def _hash(key: str, value: Any) -> dict[str, Any]:
    if value is None:
        return {}
    return value if isinstance(value, dict) else _reject(key, value, "a mapping")


def _hash_or_off(key: str, value: Any) -> dict[str, Any]:
    return {} if value is False else _hash(key, value)


def _whole(key: str, value: Any) -> int:
    # Ruby cuts a fraction off.
    return int(value) if isinstance(value, float) else _integer(key, value)


def _integer(key: str, value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else _reject(key, value, "a number")


def _optional_integer(key: str, value: Any) -> int | None:
    if value is None or value is False:
        return None
    return int(value) if isinstance(value, str) and value.isdecimal() else _integer(key, value)


def _port(key: str, value: Any) -> int:
    port = _optional_integer(key, value)
    return port if port is not None else _reject(key, value, "a number")


def _seconds(key: str, value: Any) -> float | None:
    if value is None:
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        _reject(key, value, "a number")
        raise


def _reject(key: str, value: Any, kind: str) -> Any:
    from pyjekyll.ruby.inspect import inspect

    raise ConfigError(f"'{key}' should be set as {kind}, but was: {inspect(value)}.", key=key, hint=f"Write {kind}, or remove the line.")


class Key(Generic[T]):
    """A key of the configuration read as a typed attribute of Config."""

    def __init__(self, name: str, kind: Callable[[str, Any], T]) -> None:
        self.name = name
        self.kind = kind

    @overload
    def __get__(self, config: None, owner: type[Config]) -> Key[T]: ...
    @overload
    def __get__(self, config: Config, owner: type[Config]) -> T: ...
    def __get__(self, config: Config | None, owner: type[Config]) -> Key[T] | T:
        """Return the checked value."""
        return self if config is None else self.kind(self.name, config[self.name])


class Config(Mapping[str, Any]):
    """An immutable configuration: every key as a mapping, where an absent one is None, and what the code reads as attributes."""

    safe = Key("safe", _flag)
    include = Key("include", _list_without_nil)
    exclude = Key("exclude", _list)
    keep_files = Key("keep_files", _list)
    encoding = Key("encoding", _text_or_off)
    timezone = Key("timezone", _anything)
    strict_front_matter = Key("strict_front_matter", _flag)
    collections_dir = Key("collections_dir", _text_unless_empty)
    layouts_dir = Key("layouts_dir", _text)
    includes_dir = Key("includes_dir", _as_text)
    data_dir = Key("data_dir", _text)
    cache_dir = Key("cache_dir", _text)
    disable_disk_cache = Key("disable_disk_cache", _flag)
    collections = Key("collections", _hash)
    defaults = Key("defaults", _anything)
    legacy_data = Key("data", _anything)
    theme = Key("theme", _anything)
    remote_theme = Key("remote_theme", _anything)
    plugins = Key("plugins", _list)
    whitelist = Key("whitelist", _list)
    profile = Key("profile", _flag)
    incremental = Key("incremental", _flag)
    trace = Key("trace", _flag)

    show_drafts = Key("show_drafts", _flag)
    limit_posts = Key("limit_posts", _whole)
    future = Key("future", _flag)
    unpublished = Key("unpublished", _flag)
    lsi = Key("lsi", _flag)

    url = Key("url", _anything)
    baseurl = Key("baseurl", _anything)
    permalink_style = Key("permalink", _text)
    relative_permalinks = Key("relative_permalinks", _flag)
    paginate = Key("paginate", _anything)
    paginate_path = Key("paginate_path", _text)
    excerpt_separator = Key("excerpt_separator", _anything)
    page_excerpts = Key("page_excerpts", _flag)
    markdown = Key("markdown", _anything)
    markdown_ext = Key("markdown_ext", _text)
    highlighter = Key("highlighter", _anything)
    liquid = Key("liquid", _hash)
    kramdown = Key("kramdown", _hash_or_off)
    sass = Key("sass", _hash_or_off)

    serving = Key("serving", _flag)
    watch = Key("watch", _flag)
    force_polling = Key("force_polling", _flag)
    skip_initial_build = Key("skip_initial_build", _flag)
    detach = Key("detach", _flag)
    host = Key("host", _text)
    port = Key("port", _port)
    show_dir_listing = Key("show_dir_listing", _flag)
    open_url = Key("open_url", _flag)
    ssl_cert = Key("ssl_cert", _optional_text)
    ssl_key = Key("ssl_key", _optional_text)
    webrick = Key("webrick", _hash)
    livereload = Key("livereload", _unless_off)
    livereload_port = Key("livereload_port", _optional_integer)
    livereload_min_delay = Key("livereload_min_delay", _seconds)
    livereload_max_delay = Key("livereload_max_delay", _seconds)
    livereload_ignore = Key("livereload_ignore", _anything)

    # The keys that files and flags gave, and whether it is the gem github-pages, not the user, that asks for safety.
    given: frozenset[str] = frozenset()
    github_pages = False

    def __init__(self, values: Mapping[str, Any], environment: str | None = None, files: tuple[str, ...] = ()) -> None:
        self._values = dict(values)
        self._zone: datetime.tzinfo | None = None
        self._time: datetime.datetime | None = None
        self.environment = os.environ.get("JEKYLL_ENV", "development") if environment is None else environment
        self.files = files

    def __getitem__(self, key: str) -> Any:
        return self._values.get(key)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    @property
    def source(self) -> str:
        """The absolute path of the source folder."""
        return os.path.abspath(os.path.expanduser(_text("source", self["source"])))

    @property
    def destination(self) -> str:
        """The absolute path of the folder the site is written to."""
        return os.path.abspath(os.path.expanduser(_text("destination", self["destination"])))

    @property
    def plugins_dirs(self) -> list[str]:
        """The absolute folders of local plugins: the default below the source, others relative to the current folder."""
        folders = self["plugins_dir"]
        if folders == "_plugins":
            return [os.path.join(self.source, folders)]
        if folders == {}:
            return []
        return [os.path.abspath(_text("plugins_dir", folder)) for folder in (folders if isinstance(folders, list) else [folders])]

    @property
    def ignore_theme_config(self) -> bool:
        """Whether the theme's own configuration is left out: only a literal true counts."""
        return self["ignore_theme_config"] is True

    @property
    def csv_reader(self) -> TableOptions:
        """How CSV files are read."""
        return self._table_options("csv_reader")

    @property
    def tsv_reader(self) -> TableOptions:
        """How TSV files are read."""
        return self._table_options("tsv_reader")

    def _table_options(self, key: str) -> TableOptions:
        options = _hash(key, self[key])
        names = [str(name) for name in _list("csv_converters", options.get("csv_converters", []))]
        encoding = _text("encoding", options.get("encoding", self["encoding"]))
        return TableOptions(options.get("headers", True), names, codec(encoding) or "utf-8")

    @property
    def codec(self) -> str | None:
        """Python's name for the encoding of source files, None where the configured one is unknown."""
        return codec(self.encoding or "utf-8")

    @property
    def zone(self) -> datetime.tzinfo:
        """The time zone the site is built in: its own, else the environment's or the system's."""
        if self._zone is None:
            from pyjekyll.ruby.zones import local_zone

            self._zone = local_zone(_optional_text("timezone", None if self["timezone"] is False else self["timezone"]))
        return self._zone

    @property
    def time(self) -> datetime.datetime:
        """The moment of the build, the same one throughout: the configured one, or the first time it is asked for."""
        if self._time is None:
            self._time = self.next_time()
        return self._time

    def next_time(self) -> datetime.datetime:
        """Return the moment of a build that begins now."""
        return self._configured_time() if _flag("time", self["time"]) else _now(self.zone)

    def _configured_time(self) -> datetime.datetime:
        from pyjekyll.ruby.inspect import to_s
        from pyjekyll.ruby.time import parse_time

        text = to_s(self["time"])
        try:
            moment: datetime.datetime = parse_time(text, self.zone)
            return moment.astimezone(self.zone)
        except ValueError:
            raise InvalidDateError(f"Invalid date '{text}': Invalid time in _config.yml.", key="time", hint=InvalidDateError.advice) from None

    def renewed(self, moment: datetime.datetime | None = None) -> Config:
        """Return the same configuration for another build, at a new time or at the given one."""
        config = self._copy(self._values)
        if not _flag("time", self["time"]):
            config._time = moment
        return config

    def replaced(self, values: Mapping[str, Any]) -> Config:
        """Return the configuration with some keys set."""
        return self._copy({**self._values, **values})

    def for_github_pages(self, values: Mapping[str, Any]) -> Config:
        """Return the configuration with what the gem github-pages forces, at the same time."""
        config = self._copy(values)
        config.github_pages, config._time = not self.safe, self.time
        return config

    def _copy(self, values: Mapping[str, Any]) -> Config:
        config = Config(values, self.environment, self.files)
        config.given, config.github_pages = self.given, self.github_pages
        return config

    def with_theme(self, values: Mapping[str, Any]) -> Config:
        """Return the configuration with a theme's below it; what Jekyll has a default for, a theme cannot set."""
        reserved = defaults()
        allowed = {key: value for key, value in values.items() if key not in reserved}
        merged = self._copy(deep_merge(allowed, self._values))
        merged._time = self._time
        return merged

    def for_serving(self) -> Config:
        """Return the configuration with the server's address as `url`, which Jekyll sets while developing."""
        if self.environment != "development":
            return self
        scheme = "https" if self.ssl_cert and self.ssl_key else "http"
        host = "localhost" if self.host == "127.0.0.1" else self.host
        return self.replaced({"url": f"{scheme}://{host}:{self.port}"})

    def livereload_ignored(self, path: str) -> bool:
        """Say whether a change to a source file, by its path relative to the source, reloads nothing."""
        globs = self.livereload_ignore
        if globs is None:
            return False
        from pyjekyll.ruby.fnmatch import fnmatch

        # A glob may begin at the source with a slash or without one: Jekyll's own comparison makes paths absolute.
        names = (path.lstrip("/"), "/" + path.lstrip("/"))
        return any(fnmatch(str(glob), name) for glob in (globs if isinstance(globs, list) else [globs]) for name in names)

    def to_payload(self) -> dict[str, Any]:
        """Return what templates see below `site`: every key, the given and the defaults."""
        return dict(self._values)


def _now(zone: datetime.tzinfo) -> datetime.datetime:
    from pyjekyll.ruby.time import now

    return now(zone)


# --- loading ---------------------------------------------------------------------------------------------------------------


def load(overrides: Mapping[str, Any], log: Log) -> Config:
    """Read the configuration files that the flags name, or the default one, and merge the flags over them.

    Raises ConfigError for values no site can be built with, MissingConfigError for a named file that is not there,
    YamlError for one that cannot be parsed. A file that is no mapping only causes a warning.
    """
    log.adjust_verbosity(quiet=bool(overrides.get("quiet")), verbose=bool(overrides.get("verbose")))
    names, named = _file_names(overrides)
    values, read = _read_files(names, named, log)
    try:
        return _usable(values, overrides, tuple(read))
    except PyjekyllError as error:
        place_in_config(error, read)
        raise


def _usable(values: dict[str, Any], overrides: Mapping[str, Any], read: tuple[str, ...]) -> Config:
    _check_lists(values)
    merged = deep_merge(_with_collections(values), overrides)
    complete = _with_collections(deep_merge(defaults(), {str(key): value for key, value in merged.items()}))
    given = _list("exclude", complete["exclude"])
    listed = [*given, *(each for each in DEFAULT_EXCLUDES if each not in given)]
    complete["exclude"] = [each for number, each in enumerate(listed) if each not in listed[:number]]
    config = Config(complete, files=read)
    if config["timezone"]:
        # A time without zone was read before the site's zone was known, and is shown in that.
        config = Config(_shown_in(complete, config.zone), files=config.files)
    config.given = frozenset(str(key) for key in merged)
    check(config)
    return config


def _shown_in(value: Any, zone: datetime.tzinfo, seen: dict[int, Any] | None = None) -> Any:
    import datetime

    # YAML's aliases make one list or mapping appear many times, or within itself: each is copied once.
    seen = {} if seen is None else seen
    if id(value) in seen:
        return seen[id(value)]
    if isinstance(value, dict):
        mapping = seen[id(value)] = {}
        mapping.update((key, _shown_in(each, zone, seen)) for key, each in value.items())
        return mapping
    if isinstance(value, list):
        items = seen[id(value)] = []
        items.extend(_shown_in(each, zone, seen) for each in value)
        return items
    if isinstance(value, datetime.datetime) and not isinstance(value.tzinfo, datetime.timezone):
        return value.astimezone(zone)
    return value


def _file_names(overrides: Mapping[str, Any]) -> tuple[list[str], bool]:
    named = overrides.get("config")
    if named is not None and named != "":
        return (named if isinstance(named, list) else [named]), True
    source = str(overrides.get("source") or os.getcwd())
    found = next((name for name in DEFAULT_NAMES if os.path.exists(os.path.join(source, name))), DEFAULT_NAMES[0])
    return [os.path.join(source, found)], False


def _read_files(names: list[str], named: bool, log: Log) -> tuple[dict[str, Any], list[str]]:
    values: dict[str, Any] = {}
    read: list[str] = []
    for path in (os.path.abspath(os.path.expanduser(name)) for name in names if name):
        try:
            values = deep_merge(values, _read_file(path))
        except OSError:
            if named:
                raise MissingConfigError(f"The configuration file '{path}' could not be found.") from None
            log.warn("Configuration file:", "none")
            if os.path.isfile(path):
                log.warn("Hint:", f"{path} is there, but cannot be read: change its permissions.")
        except _UnusableFile as error:
            log.warn("WARNING:", "Error reading configuration. Using defaults (and options).")
            print(error, file=sys.stderr)
            break
        else:
            log.info("Configuration file:", path)
            read.append(path)
    return values, read


class _UnusableFile(Exception):
    """A file that Jekyll passes over with a warning."""


def _read_file(path: str) -> dict[str, Any]:
    extension = os.path.splitext(path)[1].lower()
    parse = next((parse for kind, parse in _PARSERS.items() if kind in extension), None)
    if parse is None:  # which Jekyll finds out before it looks for the file
        raise _UnusableFile(f"No parser for '{path}' is available. Use a .y(a)ml or .toml file instead.")
    with open(path, "rb") as file:
        text = file.read().decode("utf-8", "surrogateescape")
    values = parse(text, path)
    if not isinstance(values, dict):
        from pyjekyll.log import colour

        raise _UnusableFile(colour(f"Configuration file: (INVALID) {path}", "yellow"))
    return values


def _parse_yaml(text: str, path: str) -> Any:
    from pyjekyll.read.yaml import load as load_yaml
    from pyjekyll.ruby.zones import local_zone

    values = load_yaml(text, local_zone(None), path)
    return {} if values is None or values is False else values


def _parse_toml(text: str, path: str) -> dict[str, Any]:
    import datetime
    import re
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line ([0-9]+)", str(error))
        hint = "Text stands in quotes, and a key or table stands once; see toml.io."
        raise ConfigError(f"TOML: {error}", path=path, line=int(place[1]) if place else None, hint=hint) from None
    from pyjekyll.ruby.zones import fixed_zone

    offset = fixed_zone(0)

    def plain(value: Any) -> Any:
        # tomlrb makes every date a time, at offset +0000 unless it has its own.
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items()}
        if isinstance(value, list):
            return [plain(each) for each in value]
        if isinstance(value, datetime.datetime):
            return value.replace(tzinfo=offset) if value.tzinfo in (None, datetime.UTC) else value
        if isinstance(value, datetime.date):
            return datetime.datetime(value.year, value.month, value.day, tzinfo=offset)
        return value.isoformat() if isinstance(value, datetime.time) else value

    return {key: plain(value) for key, value in values.items()}


_PARSERS: dict[str, Callable[[str, str], Any]] = {".toml": _parse_toml, ".yml": _parse_yaml, ".yaml": _parse_yaml}


def _check_lists(values: Mapping[str, Any]) -> None:
    """Reject lists that are none, in Jekyll's words: in a file even null is."""
    from pyjekyll.ruby.inspect import inspect

    if "plugins" in values and not isinstance(values["plugins"], list):
        error = ConfigError(
            f"'plugins' should be set as an array of gem-names, but was: {inspect(values['plugins'])}. "
            "Use 'plugins_dir' instead to set the directory for your non-gemified Ruby plugins.",
            key="plugins",
            hint="Write each plugin on a line of its own: `- jekyll-feed`.",
        )
        error.topic = ""  # Jekyll's message stands in the topic's place
        raise error
    for key in ("include", "exclude"):
        if key in values:
            _list(key, values[key])


def _with_collections(values: dict[str, Any]) -> dict[str, Any]:
    """Make `collections` a mapping that begins with the posts, which are always written."""
    collections = values.get("collections")
    if collections is None:
        return values
    if isinstance(collections, list):
        collections = {label: {} for label in collections if isinstance(label, str) or _reject("collections", collections, "a list of names")}
    collections = deep_merge({"posts": {}}, _hash("collections", collections))
    posts = {**_hash("collections: posts", collections["posts"]), "output": True}
    style = values.get("permalink")
    if style is not None and style is not False and not _flag("permalink", posts.get("permalink")):
        posts["permalink"] = PERMALINK_STYLES.get(_text("permalink", style), style)
    collections["posts"] = posts
    return {**values, "collections": collections}


_NEEDED = (
    *("include", "exclude", "keep_files", "encoding", "collections_dir", "layouts_dir", "data_dir", "cache_dir", "collections"),
    *("plugins", "plugins_dirs", "limit_posts", "permalink_style", "markdown_ext", "liquid", "kramdown"),
)


def _check_sections(config: Config) -> None:
    """Reject what Ruby crashes on below `liquid`, `sass` and `collections`."""
    _text("error_mode", config.liquid.get("error_mode", "warn"))
    sass = config.sass
    for key, kind in (("sass_dir", "a folder's name"), ("sourcemap", "always, never or development")):
        if key in sass and not isinstance(sass[key], str) and not (key == "sass_dir" and sass[key] is None):
            _reject(key, sass[key], kind)
    paths = sass.get("load_paths", [])
    if not (paths is None or paths == {} or isinstance(paths, str)) and not all(isinstance(each, str) for each in _list("load_paths", paths)):
        _reject("load_paths", paths, "an array of folders")
    options = config.kramdown.get("syntax_highlighter_opts")
    _hash_or_off("syntax_highlighter_opts", options)
    for key in ("include", "keep_files"):
        for each in config[key]:
            isinstance(each, str) or each is None or _reject(key, config[key], "an array of names")
    for each in [] if config.safe else config.plugins:  # what is not on the list of safe plugins is never looked at
        isinstance(each, str) or _reject("plugins", config["plugins"], "an array of names")
    for label, settings in config.collections.items():
        order = _hash_or_off(str(label), settings).get("order")
        if isinstance(order, list) and not all(isinstance(each, str) for each in order):
            _reject("order", order, "an array of paths")
        # Without `output` nobody asks for the documents' addresses.
        if settings and _flag("output", settings.get("output")) and "permalink" in settings:
            _text("permalink", settings["permalink"])


def check(config: Config) -> None:
    """Reject what no site can be built with; Ruby finds out later, and crashes."""
    for name in _NEEDED:
        getattr(config, name)
    _check_sections(config)
    if config.limit_posts < 0:
        raise ConfigError("limit_posts must be a non-negative number", key="limit_posts", hint="0 takes all posts.")
    for resolve in (str, os.path.realpath):
        source, destination = resolve(config.source), resolve(config.destination)
        if f"{source.rstrip('/')}/".startswith(f"{destination.rstrip('/')}/"):
            raise ConfigError(
                "Destination directory cannot be or contain the Source directory.",
                excerpt=f"source: {config.source}, destination: {config.destination}",
                hint="Choose a destination inside or beside the source, such as _site.",
            )
