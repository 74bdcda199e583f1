"""The version of this package, and of the Jekyll whose output it reproduces."""

VERSION = "0.1.0"
JEKYLL_VERSION = "4.3.1"
