"""The story so far: every step with its distance in time, told so that it can be played again in another world."""

import base64
from collections import deque
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.rehearsal.acts import Unplayable
from bot.rehearsal.people import Chat, Post
from bot.rehearsal.refusals import Json
from bot.rehearsal.world import World

MOST_STEPS = 5000
FORMAT = 1


class Story:
    """Steps name messages by what they say and buttons by what stands on them, since ids differ from world to world."""

    def __init__(self, world: World, began: datetime) -> None:
        self._world = world
        self._began = began
        self._steps: deque[Json] = deque(maxlen=MOST_STEPS)
        self._last_url: dict[str, str] = {}

    def noted(self, step: Json) -> Json:
        """The step with what is needed to find its message again, taken down before it changes the world."""
        note = {key: value for key, value in step.items() if key != "settle"} | self._by_part(step)
        chat = self._chat(step)
        if chat and step.get("reply_to"):
            target = chat.posts.get(int(step["reply_to"]))
            note["reply_words"] = _words(target) if target else ""
        if chat and step.get("do") == "press":
            pressed = chat.posts.get(int(step.get("message") or 0))
            labels = (
                [one["text"] for one in pressed.buttons() if one.get("callback_data") == step.get("data")]
                if pressed
                else []
            )
            note["label"] = labels[0] if labels else ""
        if step.get("do") == "start" and step.get("payload"):
            note |= self._source(str(step["payload"]))
        return note

    def keep(self, note: Json, result: Json, at: datetime) -> None:
        """The step was done: it belongs to the story."""
        if note["do"] == "press" and result.get("url"):
            self._last_url[note["as"]] = result["url"]
        self._steps.append({"at": round((at - self._began).total_seconds(), 3)} | note)

    def told(self) -> Json:
        """The whole story as a file that can be saved; what was sent goes with it."""
        steps = [self._with_bytes(step) for step in self._steps]
        head = {"callboard_story": FORMAT, "lang": self._world.lang, "zone": self._world.zone}
        return head | {"began": self._began.isoformat(), "steps": steps}

    def found_again(self, saved: Json) -> Json:
        """A saved step in terms of this world."""
        step = {
            key: value for key, value in saved.items() if key not in ("at", "label", "reply_words", "bytes", "source")
        }
        chat = self._chat(step)
        if chat and "reply_words" in saved:
            step["reply_to"] = self._same_words(chat, saved["reply_words"]).id
        if chat and step.get("do") == "press":
            step |= self._same_button(chat, step, str(saved.get("label", "")))
        if step.get("do") == "start" and "source" in saved:
            step["payload"] = self._same_payload(step, saved)
        if step.get("do") == "send":
            content = base64.b64decode(saved.get("bytes", ""))
            step["file_id"] = self._world.files.keep(str(step.get("name")), str(step.get("kind")), content).id
        return step

    def _by_part(self, step: Json) -> Json:
        """Who and where by their part in the play, where that says it all."""
        named = {role: self._world.person(step[role]) for role in ("as", "person") if step.get(role) is not None}
        parts: Json = {role: person.key for role, person in named.items() if person}
        chat, speaker = self._chat(step), named.get("as")
        if chat and chat is self._world.group():
            parts["chat"] = "group"
        elif chat and speaker and chat.person is speaker:
            parts["chat"] = "private"
        return parts

    def _chat(self, step: Json) -> Chat | None:
        if step.get("chat") == "group":
            return self._world.group()
        if step.get("chat") == "private":
            person = self._world.person(step.get("as"))
            return self._world.chats.get(person.id) if person else None
        text = str(step.get("chat", ""))
        return self._world.chats.get(int(text)) if text.lstrip("-").isdigit() else None

    def _with_bytes(self, step: Json) -> Json:
        file = self._world.files.get(str(step.get("file_id", "")))
        return step | ({"bytes": base64.b64encode(file.content).decode()} if file else {})

    def _source(self, payload: str) -> Json:
        """Where a deep link came from: the answer to a press, or a button with a link."""
        if any(_payload(url) == payload for url in self._last_url.values()):
            return {"source": "answer"}
        labels = (button["text"] for _, button in self._links() if _payload(button["url"]) == payload)
        label = next(labels, None)
        return {"source": "button", "label": label} if label is not None else {}

    def _same_payload(self, step: Json, saved: Json) -> str:
        if saved["source"] == "answer":
            return _payload(self._last_url.get(str(step["as"]), ""))
        links = (button["url"] for _, button in self._links() if button["text"] == saved.get("label"))
        return _payload(next(links, ""))

    def _links(self) -> Iterator[tuple[Post, Json]]:
        for chat in self._world.chats.values():
            for post in reversed(chat.posts.values()):
                yield from ((post, button) for button in post.buttons() if "url" in button)

    def _same_words(self, chat: Chat, words: str) -> Post:
        living = [post for post in reversed(chat.posts.values()) if not post.deleted]
        same = next((post for post in living if _words(post) == words), None)
        same = same or next((post for post in living if post.author == self._world.me.id), None)
        if same is None:
            raise Unplayable("no_such_message", 404)
        return same

    def _same_button(self, chat: Chat, step: Json, label: str) -> Json:
        """The same data on the newest message that offers it; else the newest button that says the same."""
        offered = [(post, button) for post in reversed(chat.posts.values()) for button in post.buttons()]
        pressable: list[tuple[Post, Any]] = [(post, one) for post, one in offered if "callback_data" in one]
        exact = [
            (post, one) for post, one in pressable if one["callback_data"] == step["data"] and one["text"] == label
        ]
        alike = exact or [(post, one) for post, one in pressable if one["text"] == label]
        if not alike:
            raise Unplayable("no_such_button", 404)
        post, button = alike[0]
        return {"message": post.id, "data": button["callback_data"]}


def saved_steps(saved: Json) -> list[Json]:
    """The steps of a saved story; any other file is turned away before the stage is cleared for it."""
    steps = saved.get("steps")
    if saved.get("callboard_story") != FORMAT or not isinstance(steps, list):
        raise Unplayable("not_a_story", 400)
    if not all(isinstance(step, dict) and isinstance(step.get("at", 0), int | float) for step in steps):
        raise Unplayable("not_a_story", 400)
    return steps


def _words(post: Post) -> str:
    return str(post.body.get("text") or post.body.get("caption") or "")


def _payload(url: str) -> str:
    return parse_qs(urlsplit(url).query).get("start", [""])[0]
