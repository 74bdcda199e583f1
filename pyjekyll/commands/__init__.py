"""The sub-commands: each module has `run(options, words, log) -> exit code`, imported when chosen."""
