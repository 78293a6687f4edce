"""The laws of the house, by reading the code (docs/house.md says why they are laws)."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 250
LONGEST_FUNCTION = 45
CODE = sorted(path for room in ("bot", "flows") for path in (ROOT / room).rglob("*.py") if "versions" not in path.parts)
FLOWS = sorted(path.parent for path in (ROOT / "flows").glob("*/__init__.py"))
PLACES = {
    "telegram": {"bot/incoming.py", "bot/handling.py", "bot/telegram.py", "bot/transport.py"},
    "apscheduler": {"bot/ticker.py"},
    "fluent": {"bot/words.py"},
    "alembic": {"bot/store.py", "bot/migrations/env.py"},
}
AVOIDED = re.compile(r"(^|_)(user|job|task|event|service|manager|helper|util|utils|notification|reminder)s?(_|$)", re.I)
SPOKEN = re.compile(r"[一-鿿]")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(path)))


def imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in nodes(path):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_file_is_short_says_what_it_is_for_and_fits_a_screen_a_function(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines"
    doc = ast.get_docstring(tree(path))
    assert doc or lines == 0, "no docstring that says what the room is for"
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert not long, long


def test_the_machine_never_imports_a_flow() -> None:
    """Law 5: bot/ knows no flow; the command line alone does."""
    guilty = [
        name(p) for p in CODE if name(p).startswith("bot/") and any(i.split(".")[0] == "flows" for i in imports(p))
    ]
    assert guilty == ["bot/cli.py"]


def test_one_flow_never_imports_another() -> None:
    for folder in FLOWS:
        for path in folder.rglob("*.py"):
            for imported in imports(path):
                if imported.startswith("flows."):
                    assert imported.split(".")[1] == folder.name, f"{name(path)} imports {imported}"


def test_rules_are_pure() -> None:
    """Law 6: no session, no Telegram, no clock; values in, decision out."""
    for folder in FLOWS:
        for path in folder.glob("*rules.py"):
            for imported in imports(path):
                allowed = imported.split(".")[0] not in (
                    "bot",
                    "flows",
                    "sqlmodel",
                    "sqlalchemy",
                ) or imported.startswith((f"flows.{folder.name}.", "bot.playbook", "bot.crew", "bot.minutes"))
                assert allowed, f"{name(path)} imports {imported}"


def test_one_library_has_one_place() -> None:
    """Law 7."""
    for library, places in PLACES.items():
        users = {name(p) for p in CODE if any(i.split(".")[0] == library for i in imports(p))}
        assert users <= places, f"{library}: {sorted(users - places)}"
    yaml_users = {name(p) for p in CODE if "yaml" in {i.split(".")[0] for i in imports(p)}}
    assert all(re.match(r"bot/(config|playbook)", user) for user in yaml_users), yaml_users


def test_only_the_clock_reads_the_time() -> None:
    """Law 8."""
    reading = re.compile(r"(^|\.)(now|utcnow|today)$")
    for path in CODE:
        if name(path) == "bot/clock.py":
            continue
        for func, call in calls(path):
            if func in ("time.time", "time.monotonic", "time.time_ns", "date.today", "datetime.utcnow"):
                pytest.fail(f"{name(path)}:{call.lineno} reads the time with {func}()")
            if reading.search(func) and func.split(".")[0] in ("datetime", "date"):
                pytest.fail(f"{name(path)}:{call.lineno} reads the time with {func}()")


def test_nobody_sends_but_the_outbox() -> None:
    """Law 2: calls that people see are made by the sender; presses are answered directly, after the commit."""
    allowed = {"bot/carrier.py", "bot/handling.py", "bot/app.py"}
    for path in CODE:
        if "rehearsal" in name(path):
            continue
        callers = [func for func, _ in calls(path) if func.endswith(("edge.call", "_patiently"))]
        assert not callers or name(path) in allowed, name(path)


def test_flows_cannot_wait_for_anything() -> None:
    """Law 2: nothing waits for the network inside a transaction; flows are plain functions."""
    for folder in FLOWS:
        for path in folder.rglob("*.py"):
            waiting = [n for n in nodes(path) if isinstance(n, ast.AsyncFunctionDef | ast.Await)]
            assert not waiting, name(path)


def test_the_door_to_the_database_is_one() -> None:
    """Sessions are opened in store.py alone."""
    for path in CODE:
        if name(path) == "bot/store.py":
            continue
        opened = [func for func, _ in calls(path) if func in ("Session", "AsyncSession", "create_async_engine")]
        assert not opened, f"{name(path)}: {opened}"


def test_no_word_that_people_read_stands_in_python() -> None:
    """Law 9: no Chinese in code at all, save what is recognised in what people type."""
    for path in CODE:
        if re.match(r"bot/(dates|clock)", name(path)):
            continue
        for node in nodes(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SPOKEN.search(node.value):
                docs = {
                    ast.get_docstring(n, clean=False)
                    for n in nodes(path)
                    if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
                }
                assert node.value in docs or _is_note(path, node), f"{name(path)}:{node.lineno} {node.value[:40]}"


def _is_note(path: Path, node: ast.Constant) -> bool:
    """A string that stands alone, as a note under a name."""
    return any(isinstance(n, ast.Expr) and n.value is node for n in nodes(path))


def test_names_say_more_than_avoided_words() -> None:
    for path in CODE:
        if "rehearsal" in name(path):
            continue  # Telegram's own words
        for node in nodes(path):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                assert not AVOIDED.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", node.name)), f"{name(path)}: {node.name}"


def test_flows_have_the_same_shape() -> None:
    """A folder per flow, the same files in each."""
    for folder in FLOWS:
        for file in ("rules.py", "words/en.ftl", "words/zh.ftl"):
            assert (folder / file).is_file(), f"{folder.name} has no {file}"
        init = (folder / "__init__.py").read_text(encoding="utf-8")
        assert re.search(rf'flow = Flow\(\s*name="{folder.name}"', init), folder.name
        assert (ROOT / "tests" / f"test_{folder.name}.py").is_file()
        assert (ROOT / "tests" / f"test_{folder.name}_rules.py").is_file()


def test_every_flow_is_in_the_show() -> None:
    from flows import SHOW

    assert {flow.name for flow in SHOW} == {folder.name for folder in FLOWS}


def test_nothing_of_a_machine_is_in_a_file() -> None:
    """No path of somebody's machine, no address of a package index, nothing left undone."""
    forbidden = re.compile(
        "|".join(["/" + "work/", "/" + "home/", r"\.py" + "env", "pypi" + r"\.org", "TO" + "DO", "FIX" + "ME"])
    )
    for pattern in ("*.py", "*.ftl", "*.yaml", "*.lock", "*.toml", "*.js", "*.html", "*.css"):
        for path in ROOT.rglob(pattern):
            if any(part.startswith(".") or part in ("build", "dist") for part in path.relative_to(ROOT).parts):
                continue
            found = forbidden.search(path.read_text(encoding="utf-8"))
            assert not found, f"{name(path)}: {found and found.group()}"


def test_the_plan_of_the_house_names_every_room_and_every_hook() -> None:
    plan = (ROOT / "docs/house.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in (ROOT / "bot").glob("*.py")} | {folder.name for folder in FLOWS}
    flow = next(
        node for node in ast.walk(tree(ROOT / "bot/flow.py")) if isinstance(node, ast.ClassDef) and node.name == "Flow"
    )
    kept = {"name", "folder", "commands", "presses", "walks", "cues", "makers", "heard"}
    hooks = {ast.unparse(node.target) for node in flow.body if isinstance(node, ast.AnnAssign)} - kept
    assert not [room for room in sorted(rooms - {"__init__"}) if not re.search(rf"[`/]{room}(\.py|/)`", plan)]
    assert not [hook for hook in sorted(hooks) if f"`{hook}`" not in plan]
