"""Whatever the program records has words: every verb a sentence, and what changed a name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

import donghanh
from donghanh.audit import services as audit
from donghanh.documents.review.models import Act
from donghanh.trail import words

SOURCE = Path(donghanh.__file__).parent
DEFINED_IN = SOURCE / "audit" / "services.py"
VERBS = ast.parse(DEFINED_IN.read_text(encoding="utf-8"))
"""Names some verbs, for other rooms too."""
HANDED_OVER = {"second_steps_recorded": ["second_step_added", "second_step_removed"]}
"""Verbs that a function is called with, by its name."""
MADE = {"review_": [f"review_{act}" for act in Act.values]}
"""Verbs that are put together, by how they begin."""


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, ast.AST]]:
    """Each call of `record` and `record_each`, with the function in which it stands."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and _is_record(node.func):
                    yield node, function


def _is_record(called: ast.expr) -> bool:
    return getattr(called, "id", "") in ("record", "record_each")


def _assigned(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and any(getattr(each, "id", "") == name for each in node.targets):
            yield node.value


def verbs_of(verb: ast.expr, function: ast.AST, module: ast.AST) -> list[str]:
    """What a verb may be; nothing where this test cannot tell."""
    if isinstance(verb, ast.Constant):
        return [str(verb.value)]
    if isinstance(verb, ast.IfExp):
        return [*verbs_of(verb.body, function, module), *verbs_of(verb.orelse, function, module)]
    if isinstance(verb, ast.JoinedStr) and isinstance(verb.values[0], ast.Constant):
        return MADE.get(str(verb.values[0].value), [])
    if isinstance(verb, ast.Name):
        for value in (value for scope in (function, module, VERBS) for value in _assigned(verb.id, scope)):
            return verbs_of(value, function, module)
        return HANDED_OVER.get(getattr(function, "name", ""), [])
    return []


def keys_of(changes: ast.expr, function: ast.AST, module: ast.AST) -> Iterator[str]:
    """The names of what changed, as far as they are written down where it is recorded."""
    if isinstance(changes, ast.Dict):
        for key, value in zip(changes.keys, changes.values, strict=True):
            if isinstance(key, ast.Constant):
                yield str(key.value)
            elif key is None:  # ** another
                yield from keys_of(value, function, module)
    elif isinstance(changes, ast.Name):
        for value in _assigned(changes.id, function):
            yield from keys_of(value, function, module)
    elif isinstance(changes, ast.Call):
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef) and node.name == getattr(changes.func, "id", ""):
                for each in ast.walk(node):
                    if isinstance(each, ast.Return) and each.value is not None:
                        yield from keys_of(each.value, node, module)


CALLS = [
    (f"{path.relative_to(SOURCE)}:{call.lineno}", call, function, tree)
    for path in sorted(SOURCE.rglob("*.py"))
    if "record" in (text := path.read_text(encoding="utf-8"))
    for tree in [ast.parse(text)]
    for call, function in _calls(tree)
]


def test_the_acts_of_every_room_are_found() -> None:
    rooms = {place.partition("/")[0] for place, *_ in CALLS}
    assert rooms >= {"accounts", "audit", "documents", "organisations", "trail"}


@pytest.mark.parametrize(("place", "call", "function", "module"), CALLS, ids=[row[0] for row in CALLS])
def test_every_act_has_a_sentence_and_what_changed_has_a_name(
    place: str, call: ast.Call, function: ast.AST, module: ast.AST
) -> None:
    verbs = verbs_of(call.args[0], function, module)
    assert verbs, f"{place}: this test cannot tell the verb; write it as text"
    assert [verb for verb in verbs if verb not in words.SENTENCES] == []
    changes = next((each.value for each in call.keywords if each.arg == "changes"), None)
    keys = keys_of(changes, function, module) if changes is not None else ()
    assert [key for key in keys if key not in words.FIELDS] == []


@pytest.mark.parametrize(
    ("code", "verbs", "keys"),
    [
        ('def f():\n record("bent", x, changes={"colour": 1})', ["bent"], ["colour"]),
        ('def f():\n v = "bent" if x else "broken"\n record(v, x)', ["bent", "broken"], []),
        ('V = "bent"\ndef f():\n c = {"a": 1, **g()}\n record(V, x, changes=c)\ndef g():\n return {"b": 2}', ["bent"], ["a", "b"]),
        ("def f(v):\n record(v, x)", [], []),
    ],
)  # fmt: skip
def test_verbs_and_names_are_read_out_of_the_code(code: str, verbs: list[str], keys: list[str]) -> None:
    module = ast.parse(code)
    ((call, function),) = _calls(module)
    assert verbs_of(call.args[0], function, module) == verbs
    changes = next((each.value for each in call.keywords if each.arg == "changes"), ast.Dict([], []))
    assert list(keys_of(changes, function, module)) == keys


def test_no_sentence_is_left_over() -> None:
    used = {verb for _, call, *where in CALLS for verb in verbs_of(call.args[0], *where)}
    assert sorted(set(words.SENTENCES) - used) == []
    assert audit.ERASED in used


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_sentence_can_be_said(language: str) -> None:
    with translation.override(language):
        said = [
            str(words.SENTENCES[verb]) % {"who": "Lan", "thing": "đơn vị số 7"} for verb in words.SENTENCES
        ]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    ("key", "said", "shown"),
    [
        ("name", "Hội LHPN xã Na Loi", "Hội LHPN xã Na Loi"),
        ("name", None, ""),
        ("day", "2025-07-01", "01/07/2025"),
        ("until", "9999-12-31", "không thời hạn"),
        ("until", "2025-13-41", "2025-13-41"),
        ("gone", True, "có"),
        ("role", "auditor", "Kiểm tra, giám sát"),
        ("roles", ["auditor", "viewer"], "Kiểm tra, giám sát, Người xem"),
        ("facts", {"targets-0": ["read", "corrected"], "targets-1": [None, "added"]}, "2"),
        ("units", 12, "12"),
        ("name", "a" * 300, "a" * 200 + "…"),
    ],
)
def test_values_are_shown_in_words(key: str, said: object, shown: str) -> None:
    with translation.override("vi"):
        assert words.value(key, said) == shown
