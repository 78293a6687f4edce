"""config.yaml and the environment → Config; what is wrong is said in one line that names the key and what it should be."""

import os
import stat
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsConfigDict

from bot.config_model import EXAMPLE_TOKEN, GET_TOKEN, Config, Pace, QuietHours, Retention, Telegram

__all__ = ["Config", "ConfigError", "Pace", "QuietHours", "Retention", "Telegram", "load"]

_PREFIX, _NESTED = "CALLBOARD_", "__"
_SECTIONS: dict[str, type[BaseModel]] = {
    "": Config,
    "telegram": Telegram,
    "telegram.pace": Pace,
    "retention": Retention,
}
_SHOULD = {
    "float_parsing": "should be a number",
    "float_type": "should be a number",
    "finite_number": "should be a number",
    "int_parsing": "should be a number of days, or never",
    "int_type": "should be a number of days, or never",
    "greater_than_equal": "should be at least one day, or never",
    "less_than_equal": "should be at most a hundred years, or never",
    "greater_than": "should be more than 0",
    "string_type": "should be text",
    "string_too_short": "should be the name of a playbook, such as live-commerce, or a path",
}


class ConfigError(Exception):
    """What is wrong with the configuration, in one line."""


class _Environment(BaseSettings, Config):
    """The same keys as pydantic-settings finds them in the environment: values stay text until Config checks them."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_nested_delimiter=_NESTED, env_ignore_empty=True, enable_decoding=False
    )


def load(path: Path | None) -> Config:
    """The file, overridden by CALLBOARD_… variables; without a file, the variables alone."""
    lines: dict[str, int] = {}
    written = _read(path, lines) if path else {}
    found = EnvSettingsSource(_Environment)()
    details: list[ErrorDetails] = []
    try:
        config = Config.model_validate(_over(written, found))
    except ValidationError as err:
        # Only the parts that cannot hold a secret are taken from here; the rest ends with this block.
        details = err.errors(include_url=False, include_input=False)
    if details:
        raise ConfigError(_first(details, path, lines, found))
    config.warnings.extend(_warn(path, config, written))
    return config


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        lower = merged.get(key)
        merged[key] = _over(lower, value) if isinstance(lower, dict) and isinstance(value, dict) else value
    return merged


def _read(path: Path, lines: dict[str, int]) -> dict[str, Any]:
    text, problem = _text(path), ""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as err:
        mark = err.problem_mark or err.context_mark
        # A composer's problem quotes the file, and a quote might hold the token.
        said = "" if isinstance(err, yaml.composer.ComposerError) else f": {err.problem}"
        problem = f"line {mark.line + 1 if mark else 1}: this is not YAML{said}"
    except yaml.YAMLError:
        problem = "this is not YAML: it holds a character that does not belong in a text file"
    if problem:
        raise ConfigError(f"{path}, {problem}")
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise ConfigError(f"{path}, line {node.start_mark.line + 1}: should be lines of the form key: value")
    return _mapping(node, "", path, lines)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        problem = "there is no such file; copy config.example.yaml there and put your token in"
    except UnicodeDecodeError:
        problem = "should be text in UTF-8"
    except OSError as err:
        problem = f"cannot be read: {err.strerror}"
    raise ConfigError(f"{path}: {problem}")


def _mapping(node: yaml.MappingNode, at: str, path: Path, lines: dict[str, int]) -> dict[str, Any]:
    """Scalars stay text, so that no rule of YAML turns a token, a time or a `no` into something else."""
    values: dict[str, Any] = {}
    for name, value in node.value:
        line = name.start_mark.line + 1
        key = name.value if isinstance(name, yaml.ScalarNode) else "?"
        where = f"{at}{key}"
        if key in values:
            raise ConfigError(f"{path}, line {line}: {where}: stands twice (the first is in line {lines[where]})")
        lines[where] = line
        if isinstance(value, yaml.MappingNode) and where in _SECTIONS:
            values[key] = _mapping(value, f"{where}.", path, lines)
        elif isinstance(value, yaml.ScalarNode):
            values[key] = value.value
        else:
            values[key] = []  # a list or a section has no place here, which Config then says
    return {key: value for key, value in values.items() if value != ""}


def _first(details: list[ErrorDetails], path: Path | None, lines: dict[str, int], found: dict[str, Any]) -> str:
    """A mistyped key first, since it explains the missing one."""
    detail = min(details, key=lambda each: each["type"] != "extra_forbidden")
    key = ".".join(str(part) for part in detail["loc"])
    return f"{_place(detail['loc'], key, path, lines, found)}: {_should(detail, key)}"


def _place(loc: tuple[int | str, ...], key: str, path: Path | None, lines: dict[str, int], found: Any) -> str:
    for part in loc:
        found = found.get(part) if isinstance(found, dict) else None
    if found is not None:
        return f"{_PREFIX}{key.upper().replace('.', _NESTED)} in the environment"
    if key in lines:
        return f"{path}, line {lines[key]}: {key}"
    return f"{path}: {key}" if path else key


def _should(detail: ErrorDetails, key: str) -> str:
    kind, section = detail["type"], _SECTIONS.get(key)
    if kind == "extra_forbidden":
        return _unknown(key)
    if kind == "missing":
        return f"is missing; {GET_TOKEN}" + ("" if section is None else ", then set telegram.token")
    if section is not None:
        return f"should hold {', '.join(section.model_fields)}, each on a line of its own, indented"
    if kind == "literal_error":
        return f"should be one of {detail['ctx']['expected'].replace(chr(39), '')}"
    return _SHOULD.get(kind) or detail["msg"].removeprefix("Value error, ")


def _unknown(key: str) -> str:
    section, _, name = key.rpartition(".")
    known = list(_SECTIONS[section].model_fields)
    near = get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    elsewhere = [where for where, model in _SECTIONS.items() if where and name.lower() in model.model_fields]
    if near:
        return f"is not a key; did you mean {f'{section}.' if section else ''}{near[0]}?"
    if elsewhere:
        return f"is not a key here; did you mean {elsewhere[0]}.{name.lower()}?"
    return f"is not a key; there are {', '.join(known)}"


def _warn(path: Path | None, config: Config, written: dict[str, Any]) -> list[str]:
    said = [f"{name} is set in the environment, but is no key of the configuration" for name in _stray()]
    if config.telegram.token.get_secret_value() == EXAMPLE_TOKEN:
        said.append(f"telegram.token is still the example's; {GET_TOKEN}")
    elif path and written.get("telegram", {}).get("token") and path.stat().st_mode & stat.S_IROTH:
        said.append(f"{path} holds the bot's token and everybody on this machine can read it: chmod 640 {path}")
    return said


def _stray() -> list[str]:
    known = {f"{_PREFIX}{name.upper()}" for name in Config.model_fields}
    ours = sorted(name for name in os.environ if name.upper().startswith(_PREFIX))
    return [name for name in ours if name.upper().split(_NESTED)[0] not in known]
