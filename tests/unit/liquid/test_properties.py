"""Whatever text comes in, it renders or raises LiquidError, and parsing takes time in proportion to its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pyjekyll.liquid import LiquidError, render
from pyjekyll.liquid.facade import BareSite, jekyll_environment
from pyjekyll.liquid.tokenizer import Tokenizer

DATA = {"a": 1, "b": "x", "l": [1, "two", None, [3]], "h": {"k": {"j": 1.5}}, "t": True, "n": None}

WORDS = """
{% %} {%- -%} {{ }} {{- -}} { } % if unless elsif else endif endunless case when endcase for in endfor break continue tablerow
endtablerow cycle assign capture endcapture comment endcomment raw endraw increment decrement echo liquid # ifchanged endifchanged
include link highlight endhighlight a b l h.k h.k.j l[0] l.first t n nil true 1 -1 1.5 (1..3) (a..b) "x" 'y' " ' == != < > <> >=
contains and or empty blank | : , . .. [ ] ( ) = & ? limit: offset: reversed cols: upcase size split join sort map where default
date divided_by slice
"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\0", "é", "\u00a0", ""])


def check(text: str) -> None:
    """Render a text; only a LiquidError may come out."""
    try:
        assert isinstance(render(text, dict(DATA)), str)
    except LiquidError as error:
        assert str(error)


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_arbitrary_text(text: str) -> None:
    check(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
def test_arbitrary_pieces(pieces: list[str], glue: str) -> None:
    check(glue.join(pieces))


EXPRESSIONS = st.lists(PIECES, max_size=8).map(" ".join)
OUTPUTS = EXPRESSIONS.map(lambda text: "{{ " + text + " }}")


def _block(kind: str, head: str, body: str, other: str) -> str:
    return f"{{% {kind} {head} %}}{body}{{% else %}}{other}{{% end{kind.split()[0]} %}}"


def _blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    kinds = st.sampled_from(["if", "unless", "for i in", "tablerow i in", "case", "capture", "comment", "ifchanged"])
    return st.builds(_block, kinds, EXPRESSIONS, inner, inner)


@settings(max_examples=300, deadline=None)
@given(st.recursive(st.one_of(OUTPUTS, st.text(max_size=5)), _blocks, max_leaves=12))
def test_arbitrary_nesting(text: str) -> None:
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_tokens_are_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert "".join(Tokenizer(text).tokens) == text


@pytest.mark.parametrize("depth", [99, 100, 101, 5000])
def test_blocks_nest_a_hundred_deep(depth: int) -> None:
    text = "{% if true %}" * depth + "x" + "{% endif %}" * depth
    if depth <= 100:
        assert render(text, {}) == "x"
        return
    with pytest.raises(LiquidError) as caught:
        render(text, {})
    assert str(caught.value) == "Liquid error: Nesting too deep"


def test_brackets_do_not_crash_the_interpreter() -> None:
    for text in ("{{ a" + "[a" * 50_000 + "]" * 50_000 + " }}", "{{ " + "(" * 50_000 + " }}", "{{ " + "[" * 50_000 + " }}"):
        check(text)


# Text that a naive scanner reads again and again: from every opening to the end, or from every letter of a word.
HARD: dict[str, Callable[[int], str]] = {
    "open tags": lambda n: "{%" * n,
    "open outputs": lambda n: "{{" * n,
    "tag without end": lambda n: "{% x " + "{{ a }" * n,
    "brackets": lambda n: "{{ " + "[" * n + " }}",
    "quotes": lambda n: "{{ '" + '"' * n + " }}",
    "bars": lambda n: "{{ a " + "|" * n + " }}",
    "colons": lambda n: "{{ a | b " + ": " * n + " }}",
    "spaces in an output": lambda n: "{{ a" + " " * n + "& }}",
    "spaces in a condition": lambda n: "{% if & " + (" " * 50 + "and") * (n // 50) + " %}{% endif %}",
    "a word in a condition": lambda n: "{% if & " + "a" * n + " %}{% endif %}",
    "a word in a loop": lambda n: "{% for i in a & " + "a" * n + " %}{% endfor %}",
    "dashes in a loop": lambda n: "{% for i in a & " + "-" * n + " %}{% endfor %}",
    "a word in a table": lambda n: "{% tablerow " + "a" * n + " %}{% endtablerow %}",
    "a word in an assignment": lambda n: "{% assign " + "a" * n + " %}",
    "equals signs": lambda n: "{% assign " + "= " * n + " %}",
    "spaces before equals": lambda n: "{% assign " + (" " * 100 + "=") * (n // 100) + " %}",
    "braces in raw": lambda n: "{% raw %}{{" + "{%" * n + "%}",
    "lines of a comment": lambda n: "{% # " + "\n" * n + "x %}",
    "variables of an include": lambda n: "{% include " + "{{a|" * n + " %}",
    "a word in an include": lambda n: "{% include " + "x" * n + "{{ a| %}",
    "quotes in an include": lambda n: '{% include a b="' + '\\"' * n + " %}",
    "folders of a post": lambda n: "{% post_url " + "a/" * n + " %}",
    "words of a highlight": lambda n: "{% highlight " + "a " * n + "! %}{% endhighlight %}",
}


def parse_time(text: str) -> float:
    """Return the shortest processor time of three parses."""
    times = []
    for _ in range(3):
        environment = jekyll_environment()
        start = time.process_time()
        try:
            environment.parse(text)
        except LiquidError:
            pass
        except Exception as error:
            assert type(error).__module__.startswith("pyjekyll"), error
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("kind", HARD)
def test_time_grows_no_faster_than_the_text(kind: str) -> None:
    """Compare 10,000 pieces with 80,000: quadratic time would be 64 times as long, linear time is 8 times."""
    short, long = parse_time(HARD[kind](10_000)), parse_time(HARD[kind](80_000))
    assert long < 0.05 or long < 30 * short


def test_a_template_that_includes_itself(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    blocks = 90
    (folder / "self.html").write_text("{% if true %}" * blocks + "{% include self.html %}" + "{% endif %}" * blocks)
    site = BareSite()
    site.includes_load_paths = [str(folder)]
    with pytest.raises(LiquidError, match="Nesting too deep"):
        jekyll_environment().parse("{% include self.html %}").render({}, {"site": site, "page": None})
