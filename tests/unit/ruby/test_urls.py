"""URLs: what tables cannot show."""

from pyjekyll.ruby.url import normalize


def test_a_long_url_that_is_not_plain_takes_linear_time() -> None:
    """With an optional slash between segments this one would not end."""
    path = "/docs/liquid/filters/" + "a" * 2000
    assert normalize(f"{path}#part") == f"{path}#part"
