"""What hangs under a message: inline keyboards checked as Telegram checks them, and the request for a reply."""

from bot.rehearsal.params import Params
from bot.rehearsal.refusals import Json, bad
from bot.rehearsal.text import is_link

MOST_BUTTONS = 100
MOST_IN_ROW = 8
MOST_DATA_BYTES = 64
KINDS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "copy_text",
)


def markup(params: Params) -> tuple[Json | None, Json | None]:
    """The inline keyboard and the forced reply, of which a call can carry one."""
    given = params.data("reply_markup")
    if given is None:
        return None, None
    if not isinstance(given, dict):
        raise bad("object expected as reply markup")
    if given.get("force_reply"):
        placeholder = str(given.get("input_field_placeholder", ""))
        return None, {"selective": bool(given.get("selective")), "placeholder": placeholder[:64]}
    if "inline_keyboard" not in given:
        return None, None
    if not isinstance(given["inline_keyboard"], list) or not all(
        isinstance(row, list) for row in given["inline_keyboard"]
    ):
        raise bad('can\'t parse inline keyboard: Field "inline_keyboard" must be an Array of Arrays')
    rows = [[_checked(button) for button in row] for row in given["inline_keyboard"]]
    rows = [row for row in rows if row]
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad("REPLY_MARKUP_TOO_LONG")
    return ({"inline_keyboard": rows} if rows else None), None


def wide_rows(keyboard: Json | None) -> bool:
    """Telegram wraps a row of more than eight buttons as it likes: worth a complaint, though no refusal."""
    return any(len(row) > MOST_IN_ROW for row in (keyboard or {}).get("inline_keyboard", []))


def _checked(button: object) -> Json:
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad('can\'t parse inline keyboard button: Field "text" must be of type String')
    kinds = [kind for kind in KINDS if kind in button]
    if not kinds:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= MOST_DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not is_link(str(url)):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return dict(button)
