"""jekyll-coffeescript: `.coffee` files become JavaScript, if a CoffeeScript compiler is on the path."""

from __future__ import annotations

from pyjekyll.errors import MissingDependencyError, PluginError
from pyjekyll.plugins import Converter


class CoffeeScript(Converter):
    """Compile CoffeeScript with the `coffee` command."""

    priority = "low"

    def matches(self, ext: str) -> bool:
        """Take `.coffee`."""
        return ext.lower() == ".coffee"

    def output_ext(self, ext: str) -> str:
        """CoffeeScript becomes JavaScript."""
        return ".js"

    def convert(self, content: str) -> str:
        """Return the JavaScript. Raises MissingDependencyError without a compiler, PluginError with its words on a mistake."""
        import shutil
        import subprocess

        command = shutil.which("coffee")
        if command is None:
            raise MissingDependencyError(
                "The site has CoffeeScript files, and there is no CoffeeScript compiler.",
                hint="Put the `coffee` command on the PATH, or take jekyll-coffeescript out of the plugins and convert the files once.",
            )
        done = subprocess.run([command, "--stdio", "--print"], input=content.encode(), capture_output=True, check=False)
        if done.returncode:
            raise PluginError(f"CoffeeScript: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout.decode()
