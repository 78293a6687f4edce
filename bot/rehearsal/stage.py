"""The stage: what the page or a test asks for is done here, recorded in the story, and time is moved here."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.rehearsal import acts, cast, comings
from bot.rehearsal.acts import Unplayable
from bot.rehearsal.passage import Backstage, MovableClock, Passage
from bot.rehearsal.people import Chat, Person
from bot.rehearsal.refusals import Json
from bot.rehearsal.story import Story, saved_steps
from bot.rehearsal.world import Refusal, World

SECONDS_FOR_ANSWER = 10


class Stage:
    """One rehearsal. `afresh`, when given, makes the bot forget everything, for a story that starts again."""

    def __init__(
        self,
        world: World,
        clock: MovableClock,
        backstage: Backstage | None = None,
        afresh: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.world, self._clock, self._afresh = world, clock, afresh
        self.passage = Passage(world, clock, backstage)
        self.story = Story(world, clock.now())
        self._deeds: dict[str, Callable[[Json], Awaitable[Json]]] = {
            "say": self._say,
            "edit": self._edit,
            "send": self._send,
            "press": self._press,
            "start": self._start,
            "member": self._member,
            "block": self._block,
            "migrate": self._migrate,
            "topic": self._topic,
            "clock": self._move,
            "lang": self._lang,
        }

    async def do(self, step: Json) -> Json:
        """Do one step (`{"do": "say", …}`) and keep it for the story. With `"settle": true` it returns only when the bot
        has heard it and said everything it had to say."""
        if self.world.closed:  # nobody would answer any more
            raise Unplayable("over", 503)
        deed = self._deeds.get(str(step.get("do")))
        if deed is None:
            raise Unplayable("no_such_deed", 404)
        note, began = self.story.noted(step), self._clock.now()
        result = await deed(step)
        self.story.keep(note, result, self._clock.now() if step["do"] == "clock" else began)
        if step.get("settle"):
            await self.passage.settled()
        return result

    async def replay(self, saved: Json) -> Json:
        """The stage as at the opening, and the saved steps again, at the same distances in time, as far as they work."""
        steps = saved_steps(saved)
        self.world.reset()
        cast.dress(self.world, str(saved.get("lang", self.world.lang)))
        if self._afresh:
            await self._afresh()
        began, self.story = self._clock.now(), Story(self.world, self._clock.now())
        for played, step in enumerate(steps):
            try:
                await self._again(step, began)
            except Unplayable as impossible:
                return {"played": played, "of": len(steps), "error": impossible.why}
        return {"played": len(steps), "of": len(steps)}

    async def _again(self, step: Json, began: datetime) -> None:
        await self.passage.walk_to(began + timedelta(seconds=step.get("at", 0)))
        if step.get("do") != "clock":
            await self.do(self.story.found_again(step))
            await self.passage.settled()

    # -- the deeds

    async def _say(self, step: Json) -> Json:
        person, chat = self._who(step), self._where(step)
        reply_to, thread = optional(step, "reply_to"), optional(step, "thread")
        return acts.say(self.world, person, chat, str(step.get("text", "")), reply_to, thread).for_page()

    async def _edit(self, step: Json) -> Json:
        message, text = optional(step, "message") or 0, str(step.get("text", ""))
        return acts.edit(self.world, self._who(step), self._where(step), message, text).for_page()

    async def _send(self, step: Json) -> Json:
        file = self.world.files.get(str(step.get("file_id")))
        if file is None:
            raise Unplayable("no_such_file", 404)
        person, chat, caption = self._who(step), self._where(step), str(step.get("caption") or "")
        reply_to, thread = optional(step, "reply_to"), optional(step, "thread")
        return acts.send(self.world, person, chat, file, caption, reply_to, thread).for_page()

    async def _press(self, step: Json) -> Json:
        """Press, and wait for the answer; one that does not come in time is an answer too."""
        message = optional(step, "message") or 0
        query_id, query = acts.press(self.world, self._who(step), self._where(step), message, str(step.get("data")))
        done, _ = await asyncio.wait({query.answer}, timeout=SECONDS_FOR_ANSWER)
        if done and not query.answer.cancelled():
            return query.answer.result()
        return {"answered": False, "text": None, "alert": False, "url": None}

    async def _start(self, step: Json) -> Json:
        return acts.start(self.world, self._who(step), str(step.get("payload") or "")).for_page()

    async def _member(self, step: Json) -> Json:
        actor = self._who(step) if step.get("as") is not None else None
        person, chat = self._who(step, "person"), self._where(step)
        comings.member(self.world, actor, chat, person, str(step.get("status")), step.get("withheld") or ())
        return chat.for_page()

    async def _block(self, step: Json) -> Json:
        acts.block(self.world, self._who(step), bool(step.get("blocked", True)))
        return {"ok": True}

    async def _migrate(self, step: Json) -> Json:
        return comings.migrate(self.world, self._where(step)).for_page()

    async def _topic(self, step: Json) -> Json:
        state, name = str(step.get("state", "open")), str(step.get("name", ""))
        thread = comings.topic(self.world, self._where(step), self._who(step), state, name, optional(step, "thread"))
        return {"thread": thread}

    async def _move(self, step: Json) -> Json:
        await self.passage.walk_to(await self.passage.target(step.get("to")))
        return {"now": self._clock.now().isoformat()}

    async def _lang(self, step: Json) -> Json:
        if step.get("lang") not in ("en", "zh"):
            raise Unplayable("no_such_language", 400)
        cast.dress(self.world, str(step["lang"]))
        return {"lang": self.world.lang}

    def refuse(self, step: Json) -> Json:
        """Order a refusal for the bot's next calls. A test's tool, so it is no part of the story."""
        chat = self._where(step).id if step.get("chat") is not None else None
        code, times = optional(step, "error_code") or 400, optional(step, "times") or 1
        wait, method = optional(step, "retry_after"), step.get("method")
        self.world.refusals.append(Refusal(code, str(step.get("description")), times, chat, method, wait))
        return {"ok": True}

    # -- who and where

    def _who(self, step: Json, name: str = "as") -> Person:
        person = self.world.person(step.get(name))
        if person is None:
            raise Unplayable("no_such_person", 404)
        if name == "as" and person is self.world.me:
            raise Unplayable("the_bot_plays_itself", 403)
        return person

    def _where(self, step: Json) -> Chat:
        """A chat by id; "group" is the first group, "private" one's own."""
        wanted = step.get("chat")
        if wanted == "group":
            chat = self.world.group()
        elif wanted == "private":
            chat = self.world.chats.get(self._who(step).id)
        else:
            chat = self.world.chats.get(optional(step, "chat") or 0)
        if chat is None:
            raise Unplayable("no_such_chat", 404)
        return chat


def optional(step: Json, name: str) -> int | None:
    """A number that may be missing."""
    value = step.get(name)
    try:
        return int(value) if value not in (None, "") else None
    except (TypeError, ValueError):
        raise Unplayable(f"bad_{name}", 400) from None
