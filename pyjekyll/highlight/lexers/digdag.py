"""Digdag's workflows."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, Rules, any_of, rule
from pyjekyll.highlight.lexers.yaml import Yaml

_OPERATORS = any_of("""
    call require loop for_each if fail echo td td_run td_ddl td_load td_for_each td_wait td_wait_table td_partial_delete
    td_table_export pg mail http s3_wait redshift redshift_load redshift_unload emr gcs_wait bq bq_ddl bq_extract bq_load sh py
    rb embulk
""")


def _operator(lexer: Digdag, hit: Hit) -> None:
    lexer.groups(hit, t.KEYWORD_RESERVED, t.PUNCTUATION_INDICATOR)
    lexer.enter_indent()


class Digdag(Yaml):
    """Lex YAML with Digdag's operators."""

    tag = "digdag"
    states: ClassVar[dict[str, Rules]] = {
        **Yaml.states,
        "line": [rule(rf"({_OPERATORS}>|_do|_parallel)(:)(?=\s|$)", _operator), *Yaml.states["line"]],
    }
