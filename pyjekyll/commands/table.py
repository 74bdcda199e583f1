"""The table of commands and their options, as data: nothing here is imported by running one but its own module."""

from __future__ import annotations

from typing import NamedTuple

NAME = "pyjekyll"
DESCRIPTION = "Builds Jekyll sites without Ruby"


class Option(NamedTuple):
    """One option: the key it sets, its switches, how it takes a value, and a line of help.

    `value` is "" for a flag, "no" for one that `--no-` turns off; else a name in the help, in brackets when it may be
    left out. `kind` is str, int, or list for names divided by commas.
    """

    key: str
    short: str
    long: str
    value: str
    kind: type
    help: str

    @property
    def switch(self) -> str:
        """The long switch as help shows it."""
        if self.value == "no":
            return f"--[no-]{self.long}"
        return f"--{self.long} {self.value}" if self.value else f"--{self.long}"


class Command(NamedTuple):
    """One sub-command: where its function is, its other names, its help and its options.

    A `graceful` command ends a failure with the box that mentions --trace, as Jekyll's build and serve do. An `extra` one is
    none of Jekyll's, so that the list Jekyll gives after an unknown name leaves it out.
    """

    target: str
    aliases: tuple[str, ...]
    syntax: str
    help: str
    options: tuple[Option, ...] = ()
    graceful: bool = False
    extra: bool = False


PROGRAM_OPTIONS = (
    Option("source", "s", "source", "[DIR]", str, "The folder of the site (the current one)"),
    Option("destination", "d", "destination", "[DIR]", str, "The folder to write to (_site)"),
    Option("safe", "", "safe", "", str, "Run no plugins of the site's own, follow no links out of it"),
    Option("plugins_dir", "p", "plugins", "PLUGINS_DIR1[,PLUGINS_DIR2[,...]]", list, "The folders of the site's own plugins (_plugins)"),
    Option("layouts_dir", "", "layouts", "DIR", str, "The folder of the layouts (_layouts)"),
    Option("profile", "", "profile", "", str, "Show what took how long"),
)
DEFAULT_OPTIONS = (
    Option("show_help", "h", "help", "", str, "Show this text"),
    Option("show_version", "v", "version", "", str, "Show the version"),
    Option("show_backtrace", "t", "trace", "", str, "Show the whole traceback of an error"),
)
CONFIG_OPTION = Option("config", "", "config", "CONFIG_FILE[,CONFIG_FILE2,...]", list, "Configuration files to read instead of _config.yml")
BUILD_OPTIONS = (
    CONFIG_OPTION,
    Option("destination", "d", "destination", "DESTINATION", str, "The folder to write to"),
    Option("source", "s", "source", "SOURCE", str, "The folder of the site"),
    Option("future", "", "future", "", str, "Publish posts that have a date in the future"),
    Option("limit_posts", "", "limit_posts", "MAX_POSTS", int, "Publish only so many of the latest posts"),
    Option("watch", "w", "watch", "no", str, "Build again when a file changes"),
    Option("baseurl", "b", "baseurl", "URL", str, "The path of the site below its host"),
    Option("force_polling", "", "force_polling", "", str, "Find changes by looking at the files again and again"),
    Option("lsi", "", "lsi", "", str, "Relate posts by their content"),
    Option("show_drafts", "D", "drafts", "", str, "Publish the posts in _drafts as well"),
    Option("unpublished", "", "unpublished", "", str, "Publish what says `published: false` as well"),
    Option("disable_disk_cache", "", "disable-disk-cache", "", str, "Keep no cache on disk"),
    Option("quiet", "q", "quiet", "", str, "Say nothing but errors"),
    Option("verbose", "V", "verbose", "", str, "Say everything"),
    Option("incremental", "I", "incremental", "", str, "Build only what has changed"),
    Option("strict_front_matter", "", "strict_front_matter", "", str, "Fail on errors in front matter"),
)
SERVE_OPTIONS = (
    *BUILD_OPTIONS,
    Option("ssl_cert", "", "ssl-cert", "[CERT]", str, "The certificate for https, below the site's folder"),
    Option("host", "H", "host", "[HOST]", str, "The address to listen at (127.0.0.1)"),
    Option("open_url", "o", "open-url", "", str, "Open the site in a browser"),
    Option("detach", "B", "detach", "", str, "Serve in the background"),
    Option("ssl_key", "", "ssl-key", "[KEY]", str, "The certificate's private key"),
    Option("port", "P", "port", "[PORT]", str, "The port to listen at (4000)"),
    Option("show_dir_listing", "", "show-dir-listing", "", str, "List a folder instead of showing its index page"),
    Option("skip_initial_build", "", "skip-initial-build", "", str, "Serve what is there before building"),
    Option("livereload", "l", "livereload", "no", str, "Reload pages in the browser when they change (on)"),
    Option("livereload_ignore", "", "livereload-ignore", "GLOB1[,GLOB2[,...]]", list, "Files whose change reloads nothing"),
    Option("livereload_min_delay", "", "livereload-min-delay", "[SECONDS]", str, "The least time before a reload"),
    Option("livereload_max_delay", "", "livereload-max-delay", "[SECONDS]", str, "The most time before a reload"),
    Option("livereload_port", "", "livereload-port", "[PORT]", int, "A port of its own to tell browsers of reloads (the server's)"),
)
NEW_OPTIONS = (
    Option("force", "", "force", "", str, "Write into a folder that is not empty"),
    Option("blank", "", "blank", "", str, "Write the least that makes a site"),
    Option("skip-bundle", "", "skip-bundle", "", str, "Accepted for Jekyll's sake: there is nothing to install"),
    Option("theme", "", "theme", "NAME", str, "Start from a theme of this package"),
)
NEW_THEME_OPTIONS = (Option("code_of_conduct", "c", "code-of-conduct", "", str, "Write a code of conduct as well"),)

# In the order that help lists them. The first three are not built, and say which gem has them.
COMMANDS = {
    "compose": Command("", (), "compose", ""),
    "docs": Command("", (), "docs", ""),
    "import": Command("", (), "import", ""),
    "build": Command("pyjekyll.commands.build:run", ("b",), "build [options]", "Build the site", BUILD_OPTIONS, graceful=True),
    "clean": Command("pyjekyll.commands.clean:run", (), "clean [subcommand]", "Remove what builds have written", BUILD_OPTIONS),
    "doctor": Command("pyjekyll.commands.doctor:run", ("hyde",), "doctor", "Look for problems in the site", (CONFIG_OPTION,)),
    "highlight-css": Command(
        "pyjekyll.commands.highlight_css:run", (), "highlight-css [THEME]", "Print the style sheet of a highlighting theme", extra=True
    ),
    "help": Command("pyjekyll.commands.help:run", (), "help [subcommand]", "Show help for the program or a command"),
    "new": Command("pyjekyll.commands.new:run", (), "new PATH", "Write a new site", NEW_OPTIONS),
    "new-theme": Command("pyjekyll.commands.new_theme:run", (), "new-theme NAME", "Write a new theme", NEW_THEME_OPTIONS),
    "serve": Command("pyjekyll.commands.serve:run", ("server", "s"), "serve [options]", "Build the site and serve it", SERVE_OPTIONS, graceful=True),
}


def resolve(word: str) -> str | None:
    """Return the command of that name or alias, or None."""
    if word in COMMANDS:
        return word
    return next((name for name, command in COMMANDS.items() if word in command.aliases), None)
