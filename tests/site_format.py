"""Read and write `.site` files: a whole site as text, and what building it must give.

    @command doctor                        when not `build`
    @flags --drafts                        words after the command
    @env JEKYLL_ENV=production TZ=UTC      variables of that build
    @proves URL-1 URL-2                    lines of the acceptance list
    @trigger _config.yml ~ permalink: x    what the lines depend on (see `Trigger`)
    @destination ../out                    where the output is, when not `_site`
    @drops                                 it shows the order of a drop's keys, in which Ruby follows the packages it has loaded
    # any other line up to the first marker is a comment
    -- path [base64] [no-eol] [crlf] [bom] [mtime=ISO] [link=TARGET] --    an input file (`../x` lies beside the site)
    == path [base64] [no-eol] [crlf] [bom] [link=TARGET] ==                an expected file, below the destination
    == exit ==                                                             the exit code, when not 0
    == log ==                                                              the log lines that are not the same for every build

A marker line inside a content is escaped by one leading backslash, a path that could be misread is written as a JSON string.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shlex
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

FROZEN_EPOCH = 1768478400  # 2026-01-15 12:00:00 UTC
DEFAULT_MTIME = "2026-01-01T00:00:00Z"
MARKER = re.compile(r"(--|==) (\S.*?) (--|==)")
ESCAPED = re.compile(r"\\+" + MARKER.pattern)
ATTRIBUTE = re.compile(r"base64|no-eol|crlf|bom|(?:mtime|link)=\S+")
PLAIN_PATH = re.compile(r"[^\s\"](?:[^\x00-\x1f\x7f]*[^\s])?")
BOM = b"\xef\xbb\xbf"


@dataclass
class Entry:
    """One file or symbolic link of a site."""

    path: str
    data: bytes = b""
    link: str | None = None
    mtime: str | None = None


@dataclass
class Trigger:
    """What makes a line of the list show: taking it away must change the output.

    The text is one of: `PATH` (the file goes), `PATH ~ TEXT` (the text goes, `\\n` is a line end), `PATH ~ TEXT => OTHER` (it is
    replaced), `PATH => OTHER` (the file is renamed), `--flag`, `NAME=VALUE` (of `@env`), or `: prose` where a machine cannot take it away.
    """

    text: str

    def apply(self, case: SiteCase) -> SiteCase | None:
        """Return the case without the trigger, or None for prose."""
        text = self.text
        if text.startswith(": "):
            return None
        if text.startswith("-"):
            return case.replaced(flags=without(case.flags, shlex.split(text)))
        path, separator, change = text.partition(" ~ ")
        renamed = None
        if not separator:
            path, _, renamed = text.partition(" => ")
        if not separator and path in [f"{k}={v}" for k, v in case.env.items()]:
            return case.replaced(env={k: v for k, v in case.env.items() if f"{k}={v}" != path})
        if all(entry.path != path for entry in case.inputs):
            raise ValueError(f"@trigger {text}: no such input, flag or variable")
        if renamed:
            return case.replaced(inputs=[replace(entry, path=renamed) if entry.path == path else entry for entry in case.inputs])
        if not separator:
            return case.replaced(inputs=[entry for entry in case.inputs if entry.path != path])
        return case.replaced(inputs=[edited(entry, change, text) if entry.path == path else entry for entry in case.inputs])


def without(words: list[str], away: list[str]) -> list[str]:
    """Return words without the first run of away."""
    for start in range(len(words)):
        if words[start : start + len(away)] == away:
            return words[:start] + words[start + len(away) :]
    raise ValueError(f"@trigger {' '.join(away)}: no such flag")


def edited(entry: Entry, change: str, trigger: str) -> Entry:
    """Return the entry with the trigger's text taken away or replaced."""
    old, _, new = change.partition(" => ")
    old_bytes, new_bytes = (part.replace("\\n", "\n").encode() for part in (old, new))
    if old_bytes not in entry.data:
        raise ValueError(f"@trigger {trigger}: the text is not in the file")
    return Entry(entry.path, entry.data.replace(old_bytes, new_bytes, 1), entry.link, entry.mtime)


@dataclass
class SiteCase:
    """A parsed `.site` file."""

    command: str = "build"
    flags: list[str] = field(default_factory=list)
    env: dict[str, str] = field(default_factory=dict)
    proves: list[str] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    destination: str = "_site"
    drops: bool = False
    head: list[str] = field(default_factory=list)
    inputs: list[Entry] = field(default_factory=list)
    outputs: list[Entry] = field(default_factory=list)
    exit: int = 0
    log: list[str] = field(default_factory=list)

    def replaced(self, **changes: object) -> SiteCase:
        """Return a copy with some fields changed."""
        return SiteCase(**{**self.__dict__, **changes})  # type: ignore[arg-type]

    @property
    def argv(self) -> list[str]:
        """The words after the program's name."""
        return [*shlex.split(self.command), *self.flags]

    def environment(self, root: Path) -> dict[str, str]:
        """Return the variables of the build; `/SITE` and `/BESIDE` stand for the site's folder and the one that holds it."""
        return {name: value.replace("/SITE", str(root)).replace("/BESIDE", str(root.parent)) for name, value in self.env.items()}

    def write_inputs(self, root: Path) -> None:
        """Create the site below root; every file has a fixed modification time."""
        root.mkdir(parents=True, exist_ok=True)
        for entry in self.inputs:
            target = root / entry.path
            target.parent.mkdir(parents=True, exist_ok=True)
            if entry.link is not None:
                target.symlink_to(entry.link)
                continue
            target.write_bytes(entry.data)
            stamp = datetime.fromisoformat(entry.mtime or DEFAULT_MTIME).astimezone(UTC).timestamp()
            os.utime(target, (stamp, stamp))

    def read_outputs(self, root: Path) -> list[Entry]:
        """Return what a build left below the destination, the machine's own path replaced by `/SITE`."""
        top = (root / self.destination).resolve()
        entries = []
        for folder, folders, files in os.walk(top):
            links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
            for name in files + links:
                full = os.path.join(folder, name)
                path = os.path.relpath(full, top).replace(os.sep, "/")
                if os.path.islink(full):
                    entries.append(Entry(path, link=os.readlink(full).replace(str(root), "/SITE")))
                else:
                    entries.append(Entry(path, Path(full).read_bytes().replace(str(root).encode(), b"/SITE").replace(str(root.parent).encode(), b"/BESIDE")))  # noqa: E501
        return sorted(entries, key=lambda entry: entry.path)


def parse(text: str) -> SiteCase:
    """Parse the text of a `.site` file; ValueError when it is not one."""
    case = SiteCase()
    sections: list[tuple[str, str, list[str]]] = []
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    for line in lines:
        marker = MARKER.fullmatch(line)
        if marker and marker[1] == marker[3]:
            sections.append((marker[1], marker[2], []))
        elif not sections:
            case.head.append(line)
        else:
            sections[-1][2].append(line[1:] if ESCAPED.fullmatch(line) else line)
    for line in case.head:
        parse_directive(case, line)
    for kind, label, content in sections:
        if kind == "--":
            case.inputs.append(parse_entry(label, content))
        elif label == "exit":
            case.exit = int(content[0])
        elif label == "log":
            case.log = content
        else:
            case.outputs.append(parse_entry(label, content))
    return case


def parse_directive(case: SiteCase, line: str) -> None:
    """Take one line of the head into the case."""
    name, _, rest = line.partition(" ")
    if name == "@flags":
        case.flags += shlex.split(rest)
    elif name == "@command":
        case.command = rest
    elif name == "@env":
        case.env.update(word.split("=", 1) for word in rest.split())
    elif name == "@proves":
        case.proves += rest.split()
    elif name == "@trigger":
        case.triggers.append(Trigger(rest))
    elif line == "@drops":
        case.drops = True
    elif name == "@destination":
        case.destination = rest
    elif line.startswith("@"):
        raise ValueError(f"unknown directive {line!r}")
    elif line and not line.startswith("#"):
        raise ValueError(f"neither a directive, a comment nor a marker: {line!r}")


def parse_entry(label: str, lines: list[str]) -> Entry:
    """Parse a marker's label and the lines below it."""
    words = label.split(" ")
    attributes: list[str] = []
    while len(words) > 1 and ATTRIBUTE.fullmatch(words[-1]):
        attributes.append(words.pop())
    path = " ".join(words)
    path = json.loads(path) if path.startswith('"') else path
    values = dict(word.split("=", 1) for word in attributes if "=" in word)
    if "base64" in attributes:
        return Entry(path, base64.b64decode("".join(lines)), None, values.get("mtime"))
    end = b"\r\n" if "crlf" in attributes else b"\n"
    data = b"".join(line.encode("utf-8") + end for line in lines)
    if "no-eol" in attributes:
        data = data.removesuffix(end)
    link = values.get("link")
    return Entry(path, BOM + data if "bom" in attributes else data, link, values.get("mtime"))


def write(case: SiteCase) -> str:
    """Return the text of a `.site` file."""
    parts = [line + "\n" for line in case.head]
    parts += [write_entry("--", entry) for entry in case.inputs]
    if case.exit:
        parts.append(f"== exit ==\n{case.exit}\n")
    if case.log:
        parts.append("== log ==\n" + "".join(escape(line) + "\n" for line in case.log))
    parts += [write_entry("==", entry) for entry in case.outputs]
    return "".join(parts)


def write_entry(kind: str, entry: Entry) -> str:
    """Return one marker line and its content."""
    attributes = [f"mtime={entry.mtime}"] if entry.mtime else []
    if entry.link is not None:
        attributes.append(f"link={entry.link}")
        body = ""
    else:
        shape, body = encode(entry.data)
        attributes = shape + attributes
    return " ".join([kind, write_path(entry.path), *attributes, kind]) + "\n" + body


def write_path(path: str) -> str:
    """Return the path as it stands in a marker: quoted when it could be misread."""
    last = path.split(" ")[-1]
    plain = PLAIN_PATH.fullmatch(path) and not ATTRIBUTE.fullmatch(last) and path not in ("log", "exit")
    return path if plain and last not in ("--", "==") else json.dumps(path)


def encode(data: bytes) -> tuple[list[str], str]:
    """Return the attributes and the lines that stand for data."""
    attributes = []
    body = data
    if body.startswith(BOM):
        attributes, body = ["bom"], body[len(BOM) :]
    if b"\r" in body and body.count(b"\r\n") == body.count(b"\n") == body.count(b"\r"):
        attributes, body = ["crlf", *attributes], body.replace(b"\r\n", b"\n")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = "\x00"
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text):
        return ["base64"], base64.encodebytes(data).decode()
    if text and not text.endswith("\n"):
        attributes, text = ["no-eol", *attributes], text + "\n"
    return attributes, "".join(escape(line) + "\n" for line in text.split("\n")[:-1])


def escape(line: str) -> str:
    """Return the line with one more backslash if it could be taken for a marker."""
    return "\\" + line if MARKER.fullmatch(line) or ESCAPED.fullmatch(line) else line


# Lines that every build logs, and Ruby's advice after a crash: they say nothing about a site.
BOILERPLATE = re.compile(
    r"Configuration file: /SITE/_config\.yml| *Source: /SITE| *Destination: /SITE/_site|"
    r" *Incremental build: disabled\. Enable with --incremental| *Generating\.\.\.| *done in [\d.]+ seconds\.|"
    r" *Auto-regeneration: disabled\. Use --watch to enable\.|"
    r" *EntryFilter: excluded /\.jekyll-cache|"
    r" *-{40,}| *Jekyll 4\.3\.1   Please append `--trace` to the `build` command| *for any additional information or backtrace\."
)


def telling_lines(log: str, root: Path) -> list[str]:
    """Return the log lines that depend on the site: without colours, the machine's paths and what every build says."""
    text = re.sub(r"\x1b\[[\d;]*m", "", log).replace(str(root), "/SITE").replace(str(root.parent), "/BESIDE")
    return [line for line in map(str.rstrip, text.split("\n")) if line and not BOILERPLATE.fullmatch(line)]
