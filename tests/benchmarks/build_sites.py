"""Time whole builds against Ruby Jekyll, in turn: python tests/benchmarks/build_sites.py SITE...

Each folder is built by Ruby and by pyjekyll alternately, with the disk cache disabled (cold) and with it filled (warm). Prints the
median seconds of each and their ratio; with --write they become the table of the manual's page on performance. Gems that are not
installed are dropped from the configuration for both alike.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5
TABLE = Path(__file__).resolve().parents[2] / "_data/docs/performance.yml"


def seconds(command: list[str], folder: Path, env: dict[str, str]) -> float:
    """Return the wall time of one build."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed in {folder}:\n{done.stderr.decode(errors='replace')[-2000:]}")
    return time.perf_counter() - start


def compare(site: Path, override: Path) -> dict[str, float | str]:
    """Build one site RUNS times with each engine and return the medians."""
    env = {**os.environ, "JEKYLL_ENV": "production", "JEKYLL_NO_BUNDLER_REQUIRE": "1", "LANG": "C.UTF-8", "TZ": "UTC"}
    own = str(Path(sys.executable).parent / "pyjekyll")
    times: dict[str, list[float]] = {"ruby": [], "cold": [], "warm": []}
    with tempfile.TemporaryDirectory() as folder:
        config = ",".join(str(path) for path in (site / "_config.yml", override) if path.exists())
        common = ["build", "-q", "-s", str(site), "--config", config]
        cold = [*common, "--disable-disk-cache", "-d"]
        for run in range(RUNS):
            times["ruby"].append(seconds(["jekyll", *cold, f"{folder}/ruby{run}"], site, env))
            times["cold"].append(seconds([own, *cold, f"{folder}/cold{run}"], site, env))
        for _ in range(RUNS + 1):
            times["warm"].append(seconds([own, *common, "-d", f"{folder}/warm"], site, env))
    ruby, cold_time, warm = (statistics.median(times[key][-RUNS:]) for key in ("ruby", "cold", "warm"))
    return {"site": site.name, "ruby": ruby, "cold": cold_time, "warm": warm, "cold/ruby": cold_time / ruby, "warm/ruby": warm / ruby}


def main() -> None:
    """Compare the sites named on the command line."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for name in (word for word in sys.argv[1:] if word != "--write"):
            override = Path(folder) / f"{Path(name).name}.yml"
            override.write_text(os.environ.get("BENCH_OVERRIDE", json.dumps({"theme": False})), "utf-8")
            rows.append(compare(Path(name).resolve(), override))
            print("  ".join(f"{key} {value:.2f}" if isinstance(value, float) else str(value) for key, value in rows[-1].items()), flush=True)
    total = sum(float(row["cold"]) for row in rows) / sum(float(row["ruby"]) for row in rows)
    print(f"together: cold/ruby {total:.2f}")
    if "--write" in sys.argv:
        write(rows)


def write(rows: list[dict[str, float | str]]) -> None:
    """Write the medians where the manual's page on performance reads them."""
    cells = [", ".join(f'{key}: "{row[key]:.2f}"' for key in ("ruby", "cold", "warm")) for row in rows]
    lines = [f'- {{site: "{row["site"]}", {numbers}}}\n' for row, numbers in zip(rows, cells, strict=True)]
    TABLE.write_text("# Written by tests/benchmarks/build_sites.py --write\n" + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
