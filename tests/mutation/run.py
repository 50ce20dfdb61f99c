"""Mutation testing: change one thing in the code, run the tests that should notice, and list what nobody noticed.

``python -m tests.mutation.run nkj/replay.py nkj/queries/diff.py`` prints each change that survives, then the counts.
Nothing is written to the code: a process is forked for each change, and its import of the changed module gets the changed text.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.machinery
import io
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
#: Tests in the order in which they are asked: the quickest first.
UNIT = ["status", "diff", "days", "choices", "exchanges", "answers", "timeline"]
TESTS = [[f"tests/unit/test_{name}.py" for name in UNIT], ["tests/golden", "tests/registry"], ["tests/property"]]
MOST_TIME = 90

_COMPARE = {
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.Lt],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
}


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Every change of one node, with a word for it."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in _COMPARE[type(operator)]:
                new = copy.deepcopy(node)
                new.ops[at] = other()
                yield "comparison", new
    elif isinstance(node, ast.BoolOp):
        new = copy.deepcopy(node)
        new.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "and/or", new
        for at in range(len(node.values)):
            rest = [value for n, value in enumerate(node.values) if n != at]
            yield "part dropped", rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not dropped", node.operand
    elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        yield "plus/minus", ast.BinOp(node.left, ast.Sub() if isinstance(node.op, ast.Add) else ast.Add(), node.right)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield "flag", ast.Constant(not node.value)
        elif isinstance(node.value, int):
            yield "number", ast.Constant(node.value + 1)
        elif isinstance(node.value, str):
            yield "text", ast.Constant(node.value + "X")
    elif isinstance(node, ast.IfExp):
        yield "always the first", node.body
        yield "always the second", node.orelse
    elif isinstance(node, (ast.If, ast.While)) or (isinstance(node, ast.comprehension) and node.ifs):
        new = copy.deepcopy(node)
        if isinstance(new, ast.comprehension):
            new.ifs = new.ifs[1:]
        else:
            new.test = ast.Constant(False)
        yield "condition dropped", new
    elif isinstance(node, (ast.Expr, ast.AugAssign, ast.Continue)):
        yield "statement dropped", ast.Pass()


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Every changed module, with its line and what was changed. Docstrings, annotations and imports stay."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        marked: list[Any] = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node) is not None:
            marked.append(node.body[0])
        if isinstance(node, (ast.Import, ast.ImportFrom, ast.Assert)):
            marked.append(node)
        if isinstance(node, ast.AnnAssign) and isinstance(node.annotation, ast.Name) and node.annotation.id == "TypeAlias":
            marked.append(node)
        skipped |= {id(inner) for part in marked if part is not None for inner in ast.walk(part)}
    places = [(node, name, value) for node in ast.walk(tree) for name, value in ast.iter_fields(node) if id(node) not in skipped]
    for parent, name, value in places:
        for at, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or id(child) in skipped:
                continue
            for word, new in _changes(child):
                ast.copy_location(new, child)
                if isinstance(value, list):
                    value[at] = new
                else:
                    setattr(parent, name, new)
                line = getattr(child, "lineno", getattr(getattr(child, "target", None), "lineno", 0))
                shown = f"{word}: {ast.unparse(child).splitlines()[0][:90]}  →  {ast.unparse(new).splitlines()[0][:90]}"
                yield line, shown, ast.fix_missing_locations(copy.deepcopy(tree))
                if isinstance(value, list):
                    value[at] = child
                else:
                    setattr(parent, name, child)


def _child(path: Path, tree: ast.Module) -> None:
    """In a process of its own: import the changed module instead of the file, and run the tests until one fails."""
    code = compile(tree, str(path), "exec")
    original = importlib.machinery.SourceFileLoader.get_code
    importlib.machinery.SourceFileLoader.get_code = (  # type: ignore[method-assign]
        lambda self, name: code if self.path == str(path) else original(self, name)
    )
    import pytest

    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            options = ["-x", "-q", "-W", "ignore", "-p", "no:cacheprovider", "--hypothesis-profile=few", "--no-header", "--tb=no"]
            failed = any(pytest.main([*options, *tests]) for tests in TESTS)
    os._exit(1 if failed else 0)


def _outcome(path: Path, tree: ast.Module) -> str:
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        try:
            _child(path, tree)
        finally:
            os._exit(1)
    start = time.monotonic()
    while time.monotonic() - start < MOST_TIME:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return "killed" if status else "survived"
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "timed out"


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="+")
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--seconds", type=int, default=10**6, help="stop after so long")
    options.add_argument("--unit", action="store_true", help="ask the unit tests alone")
    options.add_argument("--line", type=int, action="append", help="only these lines")
    given = options.parse_args()
    import hypothesis  # noqa: F401
    import msgspec  # noqa: F401
    import pytest  # noqa: F401
    import rich.table  # noqa: F401
    import typer.testing  # noqa: F401
    import yaml  # noqa: F401

    os.chdir(ROOT)
    if given.unit:
        del TESTS[1:]
    end = time.monotonic() + given.seconds
    for name in given.files:
        path = ROOT / name
        jobs = [job for job in mutants(ast.parse(path.read_text(encoding="utf-8"))) if not given.line or job[0] in given.line]
        counts: Counter[str] = Counter()
        if _outcome(path, ast.parse(path.read_text(encoding="utf-8"))) != "survived":
            print(f"{name}: the tests fail without any change", flush=True)
            return 1

        def one(job: tuple[int, str, ast.Module], path: Path = path, name: str = name) -> str:
            if time.monotonic() > end:
                return "not run"
            outcome = _outcome(path, job[2])
            if outcome == "survived":
                print(f"{name}:{job[0]}: {job[1]}", flush=True)
            return outcome

        with ThreadPoolExecutor(given.processes) as pool:
            counts.update(pool.map(one, jobs))
        print(f"{name}: {len(jobs)} changes, {dict(counts)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
