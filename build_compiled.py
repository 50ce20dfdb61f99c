"""Build hook: put the compiled registry into the wheel, so that the first run on a machine is as
fast as the second.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Compiles ``data/``; an unsound registry breaks the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from nkj.registry import files, reader, store

        data = Path(self.root) / "data"
        reading = reader.read_all(files.read_files(data))
        if reading.registry is None:
            raise SystemExit("the registry in data/ has problems: run nkj validate")
        target = Path(tempfile.mkdtemp()) / "registry.compiled"
        target.write_bytes(store.compiled(reading.registry, store.carried_key(data)))
        build_data["force_include"][str(target)] = "nkj/data/registry.compiled"
