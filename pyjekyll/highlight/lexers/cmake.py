"""CMake."""

from __future__ import annotations

from typing import ClassVar

from pyjekyll.highlight import tokens as t
from pyjekyll.highlight.engine import Hit, RegexLexer, Rules, include, rule, words

_OPEN_BRACKET = r"\[=*\["
_COMMANDS = words("""
    add_compile_definitions add_compile_options add_custom_command add_custom_target add_definitions add_dependencies
    add_executable add_library add_link_options add_subdirectory add_test aux_source_directory break build_command build_name
    cmake_host_system_information cmake_language cmake_minimum_required cmake_parse_arguments cmake_policy configure_file
    create_test_sourcelist define_property else elseif enable_language enable_testing endforeach endfunction endif endmacro
    endwhile exec_program execute_process export export_library_dependencies file find_file find_library find_package
    find_path find_program fltk_wrap_ui foreach function get_cmake_property get_directory_property get_filename_component
    get_property get_source_file_property get_target_property get_test_property if include include_directories
    include_external_msproject include_guard include_regular_expression install install_files install_programs install_targets
    link_directories link_libraries list load_cache load_command macro make_directory mark_as_advanced math message option
    output_required_files project qt_wrap_cpp qt_wrap_ui remove remove_definitions return separate_arguments set
    set_directory_properties set_property set_source_files_properties set_target_properties set_tests_properties site_name
    source_group string subdir_depends subdirs target_compile_definitions target_compile_features target_compile_options
    target_include_directories target_link_directories target_link_libraries target_link_options target_precompile_headers
    target_sources try_compile try_run unset use_mangled_mesa utility_source variable_requires variable_watch while write_file
""")


def _open_comment(lexer: CMake, hit: Hit) -> None:
    lexer.emit(t.COMMENT_MULTILINE, hit[0])
    lexer.bracket_width = len(hit[0]) - 1
    lexer.goto("bracket comment")


def _open_string(lexer: CMake, hit: Hit) -> None:
    lexer.emit(t.STR_DOUBLE, hit[0])
    lexer.bracket_width = len(hit[0])
    lexer.goto("bracket string")


def _command(lexer: CMake, hit: Hit) -> None:
    lexer.groups(hit, t.NAME_BUILTIN if hit[1] in _COMMANDS else t.NAME_FUNCTION, t.TEXT, t.PUNCTUATION)


def _in_brackets(token: str, *others: include) -> Rules:
    def close(lexer: CMake, hit: Hit) -> None:
        lexer.emit(token, hit[0])
        if len(hit[0]) == lexer.bracket_width:
            lexer.goto("root")

    return [rule(r"\]=*\]", close), *others, rule("(?s).", token)]


class CMake(RegexLexer):
    """Lex CMake. The end of a quoted argument begins a new state instead of ending one, as in Rouge."""

    tag = "cmake"
    bracket_width = 0
    states: ClassVar[dict[str, Rules]] = {
        "root": [
            include("interpolation"),
            rule(r"[ \t]", t.TEXT),
            rule("[()]", t.PUNCTUATION),
            rule(f"#{_OPEN_BRACKET}", _open_comment),
            rule(_OPEN_BRACKET, _open_string),
            rule(r'\\"', t.TEXT),
            rule('"', t.STR_DOUBLE, "quotes"),
            rule(r"([A-Za-z_][A-Za-z0-9_]*)([ \t]*)(\()", _command),
            rule("#.*", t.COMMENT_SINGLE),
            rule("(?s).", t.TEXT),
        ],
        "interpolation": [rule(r"\$\{", t.STR_INTERPOL, "variable")],
        "bracket string": _in_brackets(t.STR_DOUBLE, include("interpolation")),
        "bracket comment": _in_brackets(t.COMMENT_MULTILINE),
        "variable": [include("interpolation"), rule(r"\}", t.STR_INTERPOL, "#pop"), rule("(?s).", t.NAME_VARIABLE)],
        "quotes": [
            include("interpolation"),
            rule('"', t.STR_DOUBLE, "root"),
            rule(r'\\[()#" \\$@^trn;]', t.STR_ESCAPE),
            rule("(?s).", t.STR_DOUBLE),
        ],
    }
