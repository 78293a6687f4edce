"""The Bot API as data: says what is wrong with a value, a call or an answer. The data lie beside the checkout, not in it."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "telegram" / "bot-api-10.1.json"
WHY_NOT = f"the Bot API as data is not beside the checkout ({DATA.parent.parent.name}/{DATA.parent.name}/{DATA.name})"
UPLOADED = "<file>"
BUTTON_KINDS = (
    "url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat "
    "switch_inline_query_chosen_chat copy_text callback_game pay"
)
ENUMERATED = {("Chat", "type"), ("MessageEntity", "type")}


def is_here() -> bool:
    return DATA.exists()


def check(type_name: str, value: object) -> list[str]:
    """What is wrong with a value that should be of this type; nothing, if it is."""
    if type_name.startswith("Array of "):
        return _check_array(type_name.removeprefix("Array of "), value)
    if type_name in PRIMITIVES:
        kind = PRIMITIVES[type_name]
        is_right = isinstance(value, kind) and isinstance(value, bool) == (kind is bool)
        return [] if is_right else [f"{value!r} is no {type_name}"]
    described = _schema()["types"][type_name]
    if "subtypes" in described:
        return check_any(described["subtypes"], value)
    if not isinstance(value, dict):
        return [f"{value!r} is no {type_name}"]
    return _check_fields(type_name, described.get("fields", []), value)


def check_any(type_names: list[str], value: object) -> list[str]:
    """Right if it is of one of these types; otherwise what is wrong with the likeliest."""
    return min((check(name, value) for name in type_names), key=len, default=[])


def check_call(method: str, params: dict[str, Any]) -> list[str]:
    """What Telegram would not know or not understand in this call; values as they travel, in a form or in JSON."""
    described = next((one for name, one in _schema()["methods"].items() if name.lower() == method.lower()), None)
    if described is None:
        return [f"{method}: no such method"]
    fields = {field["name"]: field for field in described.get("fields", [])}
    wrong = [f"{method}: unknown parameter {name}" for name in params if name not in fields]
    wrong += [f"{method}: {n} is missing" for n, field in fields.items() if field["required"] and n not in params]
    for name, value in params.items():
        if name in fields:
            wrong += [f"{method}.{name}: {one}" for one in _check_param(fields[name]["types"], value)]
    return wrong


def check_answer(method: str, result: object) -> list[str]:
    """What is wrong with the result of this method."""
    return [f"{method} → {one}" for one in check_any(_schema()["methods"][method]["returns"], result)]


PRIMITIVES: dict[str, Any] = {"Integer": int, "String": str, "Boolean": bool, "True": bool, "Float": (int, float)}


@cache
def _schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return loaded


def _check_array(type_name: str, value: object) -> list[str]:
    if not isinstance(value, list):
        return [f"{value!r} is no Array of {type_name}"]
    return [f"[{place}] {wrong}" for place, one in enumerate(value) for wrong in check(type_name, one)]


def _check_fields(type_name: str, fields: list[dict[str, Any]], value: dict[str, Any]) -> list[str]:
    known = {field["name"]: field for field in fields}
    wrong = [f"{type_name} has no {name}" for name in value if name not in known]
    wrong += [f"{type_name}.{n} is missing" for n, field in known.items() if field["required"] and n not in value]
    for name, one in value.items():
        if name in known:
            wrong += [f"{type_name}.{name}: {text}" for text in check_any(known[name]["types"], one)]
            wrong += _check_word(type_name, known[name], one)
    return wrong + _check_alone(type_name, value)


def _check_word(type_name: str, field: dict[str, Any], value: object) -> list[str]:
    """A field that is always the same word, or one of a few."""
    always = re.search(r'always ["“](\w+)["”]', field["description"])
    words = {always.group(1)} if always else set()
    if (type_name, field["name"]) in ENUMERATED:
        words = set(re.findall(r'["“](\w+)["”]', field["description"]))
    return (
        [f"{type_name}.{field['name']} is {value!r}, not one of {sorted(words)}"]
        if words and value not in words
        else []
    )


def _check_alone(type_name: str, value: dict[str, Any]) -> list[str]:
    """An update carries one thing, and a button does one thing."""
    if type_name == "Update" and len(value) != 2:
        return [f"Update carries {sorted(value)}"]
    if type_name == "InlineKeyboardButton" and len(set(BUTTON_KINDS.split()) & value.keys()) != 1:
        return [f"InlineKeyboardButton does not do exactly one thing: {sorted(value)}"]
    return []


def _check_param(types: list[str], value: object) -> list[str]:
    """Right if one of the types takes it, read from text where it came as text."""
    if "InputFile" in types and _is_upload(value):
        return []
    wrong = (check(name, _read(name, value)) for name in types if name != "InputFile")
    return min(wrong, key=len, default=[])


def _is_upload(value: object) -> bool:
    return isinstance(value, str) and (value == UPLOADED or value.startswith("attach://"))


def _read(type_name: str, value: object) -> object:
    if not isinstance(value, str) or type_name == "String":
        return value
    if type_name == "Boolean":
        return {"true": True, "false": False, "1": True, "0": False}.get(value.lower(), value)
    try:
        return json.loads(value)
    except ValueError:
        return value
