"""Run the command line: `python -m pyjekyll`."""

from pyjekyll.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
