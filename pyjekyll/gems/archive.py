"""Archives of themes: fetched, and unpacked into the user's cache under their digest."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator

from pyjekyll.errors import ThemeError
from pyjekyll.model.item import join_inside

LIMIT = 1 << 28  # bytes, of an archive and of what is in it
_SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz")
_SECONDS = 30
_DIGEST = re.compile("[0-9a-f]{64}")


def is_archive(path: str) -> bool:
    """Say whether a path or URL names an archive."""
    return path.lower().endswith(_SUFFIXES)


def digest_of(content: bytes) -> str:
    """Return an archive's digest."""
    from hashlib import sha256

    return sha256(content).hexdigest()


def cache_folder() -> str:
    """Return the folder for unpacked themes, in the user's cache."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "pyjekyll", "themes")


def unpacked(digest: str) -> str | None:
    """Return the folder of an archive unpacked before, None where there is none."""
    if not _DIGEST.fullmatch(digest):  # it may come from a file in the repository
        return None
    folder = os.path.join(cache_folder(), digest)
    return folder if os.path.isdir(folder) else None


def download(url: str) -> bytes:
    """Return what a URL gives. Raises ThemeError when it cannot be had."""
    from urllib.error import URLError
    from urllib.request import Request, urlopen

    try:
        with urlopen(Request(url, headers={"User-Agent": "pyjekyll"}), timeout=_SECONDS) as answer:
            content: bytes = answer.read(LIMIT + 1)
    except (URLError, OSError, ValueError) as error:
        raise ThemeError(f"{error} - Loading URL: {url}", hint="Check the name and the network, or point it at a folder.") from None
    if len(content) > LIMIT:
        raise ThemeError(f"Maximum file size of {LIMIT} bytes exceeded: {url}")
    return content


def unpack_file(path: str) -> str:
    """Unpack an archive on disk and return the folder."""
    with open(path, "rb") as file:
        content = file.read()
    digest = digest_of(content)
    return unpacked(digest) or unpack(content, digest)


def is_bare(path: str) -> bool:
    """Say whether a folder is a git repository without a work tree."""
    return os.path.isfile(os.path.join(path, "HEAD")) and os.path.isdir(os.path.join(path, "objects"))


def unpack_checkout(path: str, ref: str) -> str:
    """Unpack one commit of a git repository on disk and return the folder."""
    if ref.startswith("-"):
        raise ThemeError(f"{ref} is no name of a commit.")
    try:
        done = subprocess.run(["git", "-C", path, "archive", "--format=tar", "--prefix=theme/", ref, "--"], capture_output=True, check=False)
    except OSError as error:
        raise ThemeError(f"git cannot be run: {error.strerror}", hint="Install git, or unpack the theme into a folder.") from None
    if done.returncode:
        raise ThemeError(f"{path}: {done.stderr.decode(errors='replace').strip()}", hint="Name a branch, tag or commit that is there.")
    digest = digest_of(done.stdout)
    return unpacked(digest) or unpack(done.stdout, digest)


def unpack(content: bytes, digest: str) -> str:
    """Unpack an archive into the cache, without its top folder, and return the folder."""
    return keep(digest, ((name.split("/", 1)[1], data) for name, data in files_of(content) if "/" in name))


def keep(digest: str, files: Iterable[tuple[str, bytes]]) -> str:
    """Write files into the cache's folder for a digest, all of them or none, and return the folder."""
    import tempfile

    folder = cache_folder()
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, digest)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        made = os.path.join(work, "theme")
        os.mkdir(made)
        for name, data in files:
            if name and not name.endswith("/"):
                path = join_inside(made, name)  # nothing is written outside, whatever the archive's names say
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(data)
        try:
            os.rename(made, target)
        except OSError:
            if not os.path.isdir(target):  # another build was faster
                raise
    return target


def files_of(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the regular files of an archive, links left out."""
    import tarfile
    import zipfile

    total = 0
    try:
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for entry in archive.infolist():
                    total += entry.file_size
                    _check(total)
                    if not entry.is_dir() and (entry.external_attr >> 28) != 0o12:
                        yield entry.filename, archive.read(entry)
            return
        with tarfile.open(fileobj=io.BytesIO(content)) as tar:
            for member in tar:
                total += member.size
                _check(total)
                file = tar.extractfile(member) if member.isfile() else None
                if file is not None:
                    yield member.name, file.read()
    except (zipfile.BadZipFile, tarfile.TarError) as error:
        raise ThemeError(f"The theme's archive cannot be read: {error}", hint="An archive is a .zip or .tar.gz with one folder at the top.") from None


def _check(total: int) -> None:
    if total > LIMIT:
        raise ThemeError(f"The theme's archive unpacks to more than {LIMIT} bytes.")
