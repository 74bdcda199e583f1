"""jekyll-github-metadata 2.15: `site.github`, from the configuration and the git remote, without asking GitHub.

What only GitHub knows is what the gem gives without a connection: nil, or false for lists of releases and contributors.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from typing import Any

from pyjekyll.errors import FatalError
from pyjekyll.liquid.drop import Drop
from pyjekyll.plugins import hook, tag
from pyjekyll.plugins.builtin._values import look
from pyjekyll.ruby.hash import deep_merge
from pyjekyll.ruby.json import pretty_json
from pyjekyll.ruby.text import downcase, inspect, to_s, truthy
from pyjekyll.ruby.url import normalize

_DEFAULTS = {
    "PAGES_ENV": "development",
    "PAGES_API_URL": "https://api.github.com",
    "PAGES_HELP_URL": "https://help.github.com",
    "PAGES_GITHUB_HOSTNAME": "github.com",
    "PAGES_PAGES_HOSTNAME": "github.io",
    "SSL": "false",
    "SUBDOMAIN_ISOLATION": "false",
    "PAGE_BUILD_ID": "",
}
_OWNER = (
    "avatar_url", "bio", "blog", "collaborators", "company", "created_at", "description", "email", "followers", "following",
    "has_organization_projects", "has_repository_projects", "hireable", "html_url", "id", "is_verified", "location", "login", "name",
    "node_id", "public_gists", "public_repos", "type", "updated_at",
)  # fmt: skip


class Pages:
    """Where GitHub and its pages are: github.com, or an enterprise's, as the PAGES_ variables say."""

    def __init__(self, environment: str) -> None:
        self.env = self.read("PAGES_ENV", environment)
        self.hostname = self.read("PAGES_GITHUB_HOSTNAME", os.environ.get("GITHUB_HOSTNAME")).removesuffix("/")
        local = "localhost:4000" if self.env == "development" else None
        self.pages_hostname = self.read("PAGES_PAGES_HOSTNAME", os.environ.get("PAGES_HOSTNAME") or local).removesuffix("/")
        self.scheme = "https" if self.read("SSL") == "true" or self.env == "test" else "http"
        self.custom_domains = self.env in ("dotcom", "test")
        self.is_build = bool(self.read("PAGE_BUILD_ID"))

    @staticmethod
    def read(key: str, fallback: str | None = None) -> str:
        """Return a variable of the environment, or what stands for it."""
        return os.environ.get(key) or fallback or _DEFAULTS[key]

    @property
    def github_url(self) -> str:
        """Return the address of GitHub."""
        return "https://github.com" if self.env == "dotcom" or self.hostname == "github.com" else f"{self.scheme}://{self.hostname}"


class Repository:
    """The repository that the site is built from, and the addresses that follow from its name."""

    def __init__(self, name_with_owner: str, pages: Pages) -> None:
        self.nwo, self.pages = name_with_owner, pages
        self.owner, self.name = name_with_owner.split("/")[0], name_with_owner.split("/")[-1]
        self.owner_url = f"{pages.github_url}/{self.owner}"
        self.url = f"{self.owner_url}/{self.name}"
        self.is_user_page = self._is_user_page()
        self.branch = "master" if self.is_user_page else "gh-pages"
        self.html_url = (self._custom_url() if pages.custom_domains else self._plain_url()).removesuffix("/")
        self.root, self.baseurl = self._divided()

    def _is_user_page(self) -> bool:
        name, owner, pages = downcase(self.name), downcase(self.owner), self.pages
        if pages.env == "enterprise":
            return name == f"{owner}.{pages.hostname}"
        return name in (self._user_domain(), f"{owner}.github.com")

    def _user_domain(self) -> str:
        pages = self.pages
        if pages.env == "enterprise":
            return downcase(pages.pages_hostname)
        return downcase(f"{self.owner}.{pages.hostname if self.owner == 'github' else pages.pages_hostname}")

    def _custom_url(self) -> str:
        domain = self._user_domain()
        scheme = "https" if self.owner == "github" and domain.endswith(".github.com") else "http"
        return f"{scheme}://{domain}" if self.is_user_page else f"{scheme}://{domain}/{self.name}"

    def _plain_url(self) -> str:
        path = self.owner if self.is_user_page else self.nwo
        if self.pages.read("SUBDOMAIN_ISOLATION") == "true":
            return f"{self.pages.scheme}://{self.pages.pages_hostname}/{path}"
        return f"{self.pages.github_url}/pages/{path}"

    def _divided(self) -> tuple[str, str]:
        scheme, _, rest = self.html_url.partition("://")
        host, slash, path = rest.partition("/")
        return f"{scheme}://{host}", slash + path


class Metadata(Drop):
    """`site.github`: a drop whose values are found out when they are asked for; the configuration's `github` wins."""

    def __init__(self, site: Any) -> None:
        self.site, self.pages = site, Pages(site.environment)
        self.own: dict[str, Any] = {}
        self._repository: Repository | None = None

    @property
    def repository(self) -> Repository:
        """Return the repository. Raises FatalError where nothing says which one it is."""
        if self._repository is None:
            self._repository = Repository(_find_name(self.site, self.pages), self.pages)
        return self._repository

    def __getitem__(self, key: Any) -> Any:
        if key in self.own:
            found = self._value(key) if isinstance(self.own[key], dict) else None
            return deep_merge(found, self.own[key]) if isinstance(found, dict) else self.own[key]
        return self._value(key)

    def _value(self, key: Any) -> Any:
        if key in _FROM_PAGES:
            return _FROM_PAGES[key](self.pages)
        if key not in _FROM_REPOSITORY:
            return None
        try:
            return _FROM_REPOSITORY[key](self.repository)
        except FatalError as error:
            # Ruby stops here. A copy without its remote still builds: what nobody can know is nil.
            if not self.site.cached("github is unknown", list):
                self.site.cached("github is unknown", list).append(key)
                self.site.log.warn("GitHub Metadata:", str(error))
            return None

    def __contains__(self, key: object) -> bool:
        return key in self.own or key in _FROM_PAGES or key in _FROM_REPOSITORY

    def keys(self) -> list[Any]:
        """Return the names in their order."""
        return sorted({*_FROM_PAGES, *_FROM_REPOSITORY, *self.own})

    def ruby_to_s(self) -> str:
        """Print everything as JSON."""
        return str(pretty_json({key: self[key] for key in self.keys()}))

    def ruby_inspect(self) -> str:
        """Print everything as JSON."""
        return self.ruby_to_s()


def _revision() -> str:
    return os.environ.get("JEKYLL_BUILD_REVISION") or _git("rev-parse", "HEAD")


_FROM_PAGES: dict[str, Callable[[Pages], Any]] = {
    "api_url": lambda pages: pages.read("PAGES_API_URL", os.environ.get("API_URL")).removesuffix("/"),
    "help_url": lambda pages: pages.read("PAGES_HELP_URL", os.environ.get("HELP_URL")).removesuffix("/"),
    "environment": lambda pages: pages.env,
    "pages_env": lambda pages: pages.env,
    "hostname": lambda pages: pages.hostname,
    "pages_hostname": lambda pages: pages.pages_hostname,
    "versions": lambda pages: {},
    "build_revision": lambda pages: _revision(),
}
_FROM_REPOSITORY: dict[str, Callable[[Repository], Any]] = {
    **dict.fromkeys(("archived", "disabled", "issues_url", "language", "license", "organization_members"), lambda repository: None),
    **dict.fromkeys(("owner_display_name", "private", "project_tagline", "show_downloads", "wiki_url"), lambda repository: None),
    **dict.fromkeys(("contributors", "latest_release", "releases"), lambda repository: False),
    "public_repositories": lambda repository: [],
    "baseurl": lambda repository: repository.baseurl,
    "clone_url": lambda repository: repository.url + ".git",
    "is_project_page": lambda repository: not repository.is_user_page,
    "is_user_page": lambda repository: repository.is_user_page,
    "owner": lambda repository: dict.fromkeys(_OWNER),
    "owner_gravatar_url": lambda repository: repository.owner_url + ".png",
    "owner_name": lambda repository: repository.owner,
    "owner_url": lambda repository: repository.owner_url,
    "project_title": lambda repository: repository.name,
    "releases_url": lambda repository: repository.url + "/releases",
    "repository_name": lambda repository: repository.name,
    "repository_nwo": lambda repository: repository.nwo,
    "repository_url": lambda repository: repository.url,
    "source": lambda repository: {"branch": repository.branch, "path": "/"},
    "tar_url": lambda repository: f"{repository.url}/tarball/{repository.branch}",
    "url": lambda repository: repository.html_url,
    "zip_url": lambda repository: f"{repository.url}/zipball/{repository.branch}",
}


def _find_name(site: Any, pages: Pages) -> str:
    """Return owner/name: from the environment, the configuration, or the git remote called origin."""
    configured = site.config.get("repository")
    if os.environ.get("PAGES_REPO_NWO"):
        return os.environ["PAGES_REPO_NWO"]
    if isinstance(configured, str) and "/" in configured:
        return configured
    if site.environment in ("development", "test"):
        remotes = re.findall(r"^origin\t(.*) \([a-z]+\)", site.cached("git remotes", _remotes), re.MULTILINE)
        remote = (remotes[0] if remotes else "").removesuffix(".git")
        found = re.search(rf"{re.escape(pages.hostname)}[:/]([\w-]+)/([\w.-]+)", remote, re.ASCII)
        if found:
            return f"{found[1]}/{found[2]}"
    raise FatalError(
        "No repo name found. Specify using PAGES_REPO_NWO environment variables, 'repository' in your configuration, "
        "or set up an 'origin' git remote pointing to your github.com repository.",
        hint="Write `repository: owner/name` in _config.yml.",
    )


def _remotes() -> str:
    return _git("remote", "--verbose")


def _git(*words: str) -> str:
    try:
        done = subprocess.run(["git", *words], capture_output=True, check=False)
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip()


class Later:
    """A value that is found out when a template or filter reads it: a site that never does needs no repository."""

    def __init__(self, find: Callable[[], Any]) -> None:
        self.find = find

    def to_liquid(self) -> Any:
        """Return the value."""
        return self.find()

    def ruby_to_s(self) -> str:
        """Print the value."""
        return str(to_s(self.find()))

    def ruby_inspect(self) -> str:
        """Print the value as code."""
        return str(inspect(self.find()))

    __str__ = ruby_to_s


@hook("site", "after_init")
def fill_in(site: Any) -> None:
    """Give the site title and description, and in production its address, where the configuration has none."""
    github = Metadata(site)
    site.cached("github", lambda: github)
    config = site.config
    if config.get("name") and not config.get("title"):
        site.log.warn(
            "GitHub Metadata:",
            "site.name is set in _config.yml, but many plugins and themes expect site.title to be used instead. To avoid potential "
            "inconsistency, Jekyll GitHub Metadata will not set site.title to the repository's name.",
        )
    elif not truthy(config.get("title")):
        config["title"] = Later(lambda: github.repository.owner if github.repository.is_user_page else github.repository.name)
    if not truthy(config.get("description")):
        config["description"] = Later(lambda: None)
    if site.environment == "production" or github.pages.is_build:
        if not truthy(config.get("url")):
            config["url"] = Later(lambda: github.repository.root)
        if config.get("baseurl") in (None, "/"):
            config["baseurl"] = Later(lambda: github.repository.baseurl)


@hook("site", "pre_render", pure=True)
def inject(site: Any, _payload: Any) -> None:
    """Let templates see `site.github`."""
    own = site.config.get("github")
    if own is None or isinstance(own, Mapping):
        github = Metadata(site)
        github.own = dict(own or {})
        site.config["github"] = github


@tag("github_edit_link", parallel=True)
def github_edit_link(context: Any, markup: str) -> str:
    """Return the address where the page's source can be edited, as a link where a text is given."""
    github = context["site.github"]
    parts = [look(github, "repository_url"), "edit/", look(github, "source", "branch"), look(github, "source", "path"), look(context["page"], "path")]
    text = re.search("\"(.*)\"|'(.*)'", markup)
    if any(part is None for part in parts):
        context.registers["site"].log.warn("JekyllEditLink: ", "Cannot generate edit URLs due to missing site.github data")
        address = ""
    else:
        *folders, page = (to_s(part).removeprefix("/") for part in parts)
        joined = "".join(folder if folder.endswith("/") else folder + "/" for folder in folders if folder)
        address = normalize(joined + page)
    return f'<a href="{address}">{text[1] or text[2]}</a>' if text else address
