"""What hostile files cost `nkj validate`, beside a bare pass of the YAML parser over an ordinary
registry of the same size.

    python benchmarks/hostile.py [NAME ...]

The files are those of tests/safety/test_hostile_files.py at full size. Each is read in a process of
its own; the ratio is of processor time. The numbers gate nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BARE_PASS = (
    "import sys, yaml\nfor _ in yaml.parse(open(sys.argv[1], 'rb'), Loader=yaml.CSafeLoader): pass"
)
MIB = 2**20
FULL_SIZE = 64 * MIB
#: The yardstick is taken over so much, and multiplied.
SAMPLE = 8 * MIB


def main() -> None:
    sys.path.insert(0, str(ROOT))
    from tests.safety.test_hostile_files import FULL

    with tempfile.TemporaryDirectory() as folder:
        one = _spent([sys.executable, "-c", BARE_PASS, _ordinary(Path(folder))])[0]
        bare = one * FULL_SIZE / SAMPLE
        print(f"a bare pass over {FULL_SIZE // MIB} MiB: 1")
        for name in sys.argv[1:] or FULL:
            file = Path(folder) / "hostile.yaml"
            file.write_bytes(FULL[name]())
            seconds, peak, told = _spent([sys.executable, "-m", "nkj", "validate", str(file)])
            print(
                f"{name} ({file.stat().st_size / MIB:.1f} MiB): {seconds / bare:.2f}, "
                f"{peak / 1024:.0f} MiB, told {told / 1000:.0f} kB",
                flush=True,
            )


def _ordinary(folder: Path) -> str:
    """The bundled measures again and again: the parser's events need no sound registry."""
    text = (ROOT / "data" / "sanctions.yaml").read_bytes()
    file = folder / "ordinary.yaml"
    file.write_bytes((text * (SAMPLE // len(text) + 1))[:SAMPLE].rpartition(b"\n  - id:")[0])
    return str(file)


def _spent(command: list[str]) -> tuple[float, int, int]:
    """Processor seconds, peak memory in KiB and bytes told of a process."""
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, cwd=ROOT, stdout=told, stderr=told)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0, os.SEEK_END)
        return used.ru_utime + used.ru_stime, used.ru_maxrss, told.tell()


if __name__ == "__main__":
    main()
