"""A long run of the fuzzer: ``python -m tests.fuzz.long_run 1_000_000 --seed 1 --processes 2``.

Prints how many inputs of each kind were tried, the slowest, and the memory used. An input that
fails is printed with its seed and number, and the run goes on; the exit is 1 if any did.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import time
import traceback
from collections import Counter
from typing import Any

import nkj
from tests.conftest import FIXTURE
from tests.fuzz.inputs import Mutator
from tests.fuzz.oracle import check_file, check_word

#: Of ten inputs: words, bytes, trees.
SHARES = ("word",) * 8 + ("bytes", "tree")
#: No input may take longer (seconds of processor time), or the process more memory (bytes).
MOST_TIME = 2.0
MOST_MEMORY = 1_500_000_000


def run(seed: str, count: int) -> tuple[Counter[str], float, list[str]]:
    """Try ``count`` inputs; returns how many of each kind and outcome, the slowest one's seconds,
    and the failures.
    """
    mutator = Mutator(seed)
    registry = nkj.load(FIXTURE)
    ids = [*(m.id for m in registry.measures), *(e.id for m in registry.measures for e in m.events)]
    ids += [
        r.id
        for group in (
            registry.occasions,
            registry.decisions,
            registry.exchanges,
            registry.checkpoints,
        )
        for r in group
    ]
    ids.append("harbour-2014/j1")
    tried: Counter[str] = Counter()
    slowest = 0.0
    failures: list[str] = []
    for number in range(count):
        kind = SHARES[number % len(SHARES)]
        given: Any = (
            mutator.word(ids)
            if kind == "word"
            else getattr(mutator, f"bytes_of_a_{'file' if kind == 'bytes' else 'tree'}")()
        )
        before = time.process_time()
        try:
            if kind == "word":
                check_word(registry, given)
            else:
                sound = check_file(given, form=number % 11 == 0).registry is not None
                tried[f"{kind}: {'read' if sound else 'refused'}"] += 1
        except Exception:
            failures.append(f"{seed} {number} {given!r}\n{traceback.format_exc()}")
        took = time.process_time() - before
        slowest = max(slowest, took)
        if took > MOST_TIME:
            failures.append(f"{seed} {number} took {took:.1f} s: {given!r}")
        tried[kind] += 1
    return tried, slowest, failures


def _one(job: tuple[str, int, str]) -> tuple[Counter[str], float, int, int]:
    seed, count, report = job
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    tried, slowest, failures = run(seed, count)
    if failures:
        with open(
            f"{report}.{os.getpid()}", "a", encoding="utf-8", errors="backslashreplace"
        ) as stream:
            stream.write("\n\n".join(failures) + "\n\n")
    return tried, slowest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(failures)


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("count", type=lambda text: int(text.replace("_", "")))
    options.add_argument("--seed", default="1")
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--report", default="fuzz-failures")
    given = options.parse_args()
    start = time.monotonic()
    step = 5_000
    jobs = [
        (f"{given.seed}.{n}", min(step, given.count - n * step), given.report)
        for n in range(-(-given.count // step))
    ]
    total: Counter[str] = Counter()
    slowest, memory, failed = 0.0, 0, 0
    with multiprocessing.Pool(given.processes) as pool:
        for done, (tried, slow, used, failures) in enumerate(pool.imap_unordered(_one, jobs), 1):
            total += tried
            slowest, memory, failed = max(slowest, slow), max(memory, used), failed + failures
            if done % 10 == 0 or done == len(jobs):
                count = total["word"] + total["bytes"] + total["tree"]
                passed = time.monotonic() - start
                print(
                    f"{count:,} inputs of seed {given.seed} in {passed:.0f} s, "
                    f"{failed} failed, slowest {slowest:.2f} s, "
                    f"memory {memory // 1024} MB, {dict(sorted(total.items()))}",
                    flush=True,
                )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
