"""Build existing Jekyll sites, unchanged and byte for byte, without Ruby."""

from pyjekyll.version import JEKYLL_VERSION, VERSION

__version__ = VERSION
__all__ = ["JEKYLL_VERSION", "VERSION", "__version__"]
