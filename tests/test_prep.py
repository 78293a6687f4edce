"""Preparation: items laid out, asked for, followed up, settled; stories in show order."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot import phases, roster
from bot.config_model import NIGHT
from bot.crew import Assignment, LogEntry, Person, Phase, Stream
from bot.cues import Cue, CueState, From
from bot.desk import Desk
from bot.flow import Change
from bot.words import Reader
from flows import prep
from flows.prep import lists, rules
from flows.prep.tables import Item, State
from tests.scenes import scene
from tests.stage import Actor, Stage, plain
from tests.test_plan import at_the_gate

LATER = "2026-12-05 20:00"
"""Far enough away that every item is still to be asked for."""
PLAN, TIME, COUPONS = "promotion-plan", "time", "coupons"


async def item(stage: Stage, key: str) -> Item:
    return next(one for one in await stage.rows(Item) if one.key == key)


@scene
async def asked(stage: Stage, key: str) -> Item:
    """A show whose item is just being asked for."""
    line = stage.app.house.playbooks["live-commerce"].item(key)
    assert line is not None
    starts = stage.now + line.lead - line.due.by + timedelta(minutes=10)
    await stage.show(starts=f"{starts.astimezone(ZoneInfo('Asia/Shanghai')):%Y-%m-%d %H:%M}")
    await stage.forward(timedelta(minutes=10))
    return await item(stage, key)


@scene
async def due(stage: Stage, key: str) -> Item:
    one = await asked(stage, key)
    await stage.to((await stage.stream()).starts_at + timedelta(seconds=one.offset))
    return one


async def enter(stage: Stage, stream: Stream, phase: Phase) -> None:
    await stage.work(lambda d: phases.enter(d, d.get(Stream, stream.id), phase))


async def sends_as_file(stage: Stage, who: Actor, name: str, kind: str) -> None:
    """Not as a picture, whatever it is."""
    person, file = stage.world.people[who.id], stage.world.files.keep(name, kind, b"")
    chat = stage.world.private(person)
    stage.world.tell(chat, stage.world.post(chat, person, {"document": file.document()}))
    await stage.settle()


async def log(stage: Stage) -> Sequence[str]:
    return [entry.key for entry in await stage.rows(LogEntry)]


async def test_the_playbook_is_laid_out_and_nobody_is_disturbed_before_the_time(stage: Stage) -> None:
    stream = await stage.show(starts=LATER)
    items = await stage.rows(Item)
    lines = stage.app.house.playbook_of(stream).items
    assert await stage.work(
        lambda d: [line.key for line in lines if roster.is_meant(d, d.get(Stream, stream.id), line.when)]
    ) == [one.key for one in items]
    assert [actor.inbox() for actor in stage.actors.values()] == [[]] * len(stage.actors)
    assert stage.board().splitlines()[-1] == f"📋 Prep 0/{sum(map(rules.before_the_show, items))}", "full by the start"


async def test_planning_twice_lays_nothing_out_twice(stage: Stage) -> None:
    stream = await stage.show(starts=LATER)
    before = len(await stage.rows(Item)), len(await stage.cues())
    await stage.work(lambda desk: prep.flow.plan(desk, desk.get(Stream, stream.id)))
    assert (len(await stage.rows(Item)), len(await stage.cues())) == before


async def test_the_owner_is_asked_at_the_items_time_and_done_settles_it(stage: Stage) -> None:
    await asked(stage, TIME)
    assert "Set start and length" in "".join(stage.wei.inbox())
    await stage.wei.presses("Done", on="Set start and length")
    assert "Done: Set start and length" in stage.wei.toast
    assert (await item(stage, TIME)).state is State.DONE
    card = next(text for text in stage.wei.inbox() if "Set start and length" in text)
    assert "✅ Done by Wei" in card
    assert "Prep 1/" in stage.board()
    assert "prep-log-done" in await log(stage)


async def test_a_settled_item_is_never_asked_for_again(stage: Stage) -> None:
    one = await asked(stage, TIME)
    await stage.wei.presses("Done", on="Set start and length")
    said = len(stage.wei.inbox())
    await stage.to(stage.now + timedelta(hours=1))
    mentions = [text for text in stage.wei.inbox()[said:] if "Set start and length" in text]
    assert not mentions
    assert not [cue for cue in await stage.cues() if cue.subject == one.id and cue.kind.startswith("prep.")]


async def test_text_is_asked_for_as_proof_and_kept_as_typed(stage: Stage) -> None:
    await asked(stage, PLAN)
    await stage.joy.presses("Done", on="Promotion plan")
    assert "What shows that it is done?" in stage.joy.reads()
    await stage.joy.sends_photo()
    assert "in words" in stage.joy.reads()
    await stage.joy.tells_bot("3 trailers & <b>2 posters</b>")
    one = await item(stage, PLAN)
    assert (one.state, one.proof_text) == (State.DONE, "3 trailers & <b>2 posters</b>")
    assert any("3 trailers & <b>2 posters</b>" in text and "Done by Joy" in text for text in stage.joy.inbox())


async def test_a_photo_is_asked_for_and_words_are_not_enough(stage: Stage) -> None:
    await asked(stage, COUPONS)
    await stage.yan.presses("Done", on="Coupons")
    await stage.yan.tells_bot("they are all there")
    asked_again = plain(stage.yan.reads()).splitlines()
    assert asked_again == [
        "“they are all there” is noted and goes with the picture. Still missing: a photo or a screenshot; press 📎.",
        "Coupons, lucky bags and gifts set up as drafts",
        "Not possible? Press Blocked and say why: Lin hears of it, and may skip the item.",
    ]
    assert (await item(stage, COUPONS)).state is State.OPEN
    await stage.yan.presses("Blocked", on="Not possible?")
    assert "What is in the way?" in stage.yan.reads()
    await stage.yan.presses("Cancel")
    await stage.yan.presses("Done", on="Coupons")
    await stage.yan.tells_bot("they are all there")
    await sends_as_file(stage, stage.yan, "contract.pdf", "application/pdf")
    assert plain(stage.yan.reads()).startswith("That is no picture. I need a photo or a screenshot: press 📎.")
    assert (await item(stage, COUPONS)).state is State.OPEN
    await sends_as_file(stage, stage.yan, "screen.png", "image/png")
    one = await item(stage, COUPONS)
    assert not one.proof_photo
    assert (one.state, one.proof_text) == (State.DONE, "they are all there")
    assert one.proof_file


async def test_two_people_check_and_the_first_is_not_the_second(stage: Stage) -> None:
    lines = stage.app.house.playbooks["live-commerce"].items
    second = next(line.key for line in lines if line.proof == "second" and line.owner == "control")
    await asked(stage, second)
    title = (await item(stage, second)).en
    await stage.yan.presses("Done", on=title)
    assert "Somebody else is asked" in stage.yan.toast
    assert (await item(stage, second)).state is State.OPEN
    assert not stage.yan.sees_button("I checked too", on=title), "it would turn him down"
    await stage.yan.sends_data(f"prep.done:{(await item(stage, second)).id}")
    assert "somebody else's" in stage.yan.toast
    helper = next(actor for actor in (stage.bo, stage.wei, stage.lin) if title in "".join(actor.inbox()))
    waits = f"👀 You have checked it; {helper.name} or another of the crew looks too."
    assert any(waits in text for text in stage.yan.inbox()) and waits not in "".join(helper.inbox())
    await helper.presses("I checked too", on=title)
    one = await item(stage, second)
    assert (one.state, one.checked_by, one.done_by) == (State.DONE, stage.yan.id, helper.id)
    assert any(f"Checked by Yan and {helper.name}" in text for text in stage.yan.inbox())


async def test_blocked_asks_what_is_in_the_way_and_tells_the_lead(stage: Stage) -> None:
    await asked(stage, PLAN)
    await stage.joy.presses("Blocked", on="Promotion plan")
    assert "What is in the way?" in stage.joy.reads()
    await stage.joy.tells_bot("The poster artist is ill")
    assert "The poster artist is ill" in stage.lin.reads()
    assert (await item(stage, PLAN)).state is State.BLOCKED
    assert "1 blocked" in stage.board()
    await stage.lin.presses("Unblock", on="Promotion plan")
    assert (await item(stage, PLAN)).state is State.OPEN
    assert "Lin has cleared the way" in stage.joy.reads()
    assert stage.joy.sees_button("Done", on="Lin has cleared the way")


async def test_a_lead_who_sorts_it_out_stops_the_escalation(stage: Stage) -> None:
    one = await asked(stage, PLAN)
    await stage.joy.presses("Blocked", on="Promotion plan")
    await stage.joy.tells_bot("No budget")
    await stage.lin.presses("I'll sort it out", on="Promotion plan")
    assert not stage.lin.sees_button("I'll sort it out") and stage.lin.sees_button("Unblock", on="Promotion plan")
    assert not [cue for cue in await stage.cues("prep.stuck") if cue.subject == one.id]
    assert "Lin is sorting it out" in "".join(stage.joy.inbox())
    stream = await stage.stream()
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, 1), stream.starts_at + timedelta(minutes=10)))
    assert "No budget\nLin is sorting it out" in plain("".join(stage.joy.inbox())), "a HOLD leaves that as it is"
    points = await stage.work(lambda desk: list(prep.flow.open_points(desk, desk.get(Stream, 1))))
    [stuck] = [point for point in points if point.stands]
    assert (stuck.owner_id, stuck.key.act, stuck.stands.key) == (stage.joy.id, "prep.done", "prep-stands-sorted")


async def test_a_silent_lead_is_followed_by_the_deputy(stage: Stage) -> None:
    await asked(stage, PLAN)
    await stage.joy.presses("Blocked", on="Promotion plan")
    await stage.joy.tells_bot("No budget")
    await stage.forward(timedelta(days=1, minutes=1))
    assert "I asked Lin already, and it is still open. You are next" in "".join(stage.wei.inbox())
    assert "No budget" in "".join(stage.wei.inbox())


async def test_skipping_is_a_leads_decision_with_a_reason_and_not_the_same_as_done(stage: Stage) -> None:
    one = await asked(stage, PLAN)
    await stage.joy.sends_data(f"prep.skip:{one.id}")
    assert stage.joy.toast == "Only leads can do that: Lin, Wei."
    await stage.joy.presses("Blocked", on="Promotion plan")
    await stage.joy.tells_bot("No budget")
    await stage.lin.presses("Skip it", on="Promotion plan")
    await stage.lin.tells_bot("Small show")
    one = await item(stage, PLAN)
    assert (one.state, one.why) == (State.SKIPPED, "Small show")
    assert "Prep 0/" in stage.board()
    assert "1 skipped" in stage.board()
    assert any("Skipped by Lin" in text and "Small show" in text for text in stage.joy.inbox())


async def test_later_asks_the_same_person_again_and_holds_the_escalation(stage: Stage) -> None:
    await asked(stage, PLAN)
    await stage.joy.presses("Later", on="Promotion plan")
    await stage.joy.presses("60 min", on="Promotion plan")
    assert "1h" in stage.joy.toast
    said = len(stage.joy.inbox())
    await stage.forward(timedelta(minutes=59))
    assert len(stage.joy.inbox()) == said
    await stage.forward(timedelta(minutes=1))
    assert "Promotion plan" in "".join(stage.joy.inbox()[said:])


async def test_later_is_shorter_when_it_is_close(stage: Stage) -> None:
    one = await asked(stage, PLAN)
    await stage.to((await stage.stream()).starts_at + timedelta(seconds=one.offset) - timedelta(minutes=25))
    await stage.joy.presses("Later", on="Promotion plan")
    assert stage.joy.sees_button("15 min", on="Promotion plan")
    assert not stage.joy.sees_button("30 min", on="Promotion plan")
    await stage.joy.presses("‹ Back", on="Promotion plan")
    assert stage.joy.sees_button("Blocked", on="Promotion plan")


async def test_overdue_goes_from_the_owner_to_whoever_stands_in_and_to_the_lead(stage: Stage) -> None:
    one = await due(stage, PLAN)
    assert "Was due" in stage.joy.reads()
    assert " overdue" in stage.board()
    await stage.forward(timedelta(days=1, minutes=1))
    readers = [a for a in (stage.wei, stage.lin) if "I asked Joy already" in "".join(a.inbox())]
    assert readers
    asked_last = next(plain(text) for text in readers[0].inbox() if "I asked Joy already" in text)
    assert asked_last.count("Joy") == 1
    await readers[0].presses("Later", on="I asked Joy already")
    assert readers[0].sees_button("30 min") and not stage.joy.sees_button("30 min"), "her own copy goes on as it is"
    await readers[0].presses("30 min")
    assert f"💤 {readers[0].name} is asked again at" in "".join(stage.joy.inbox())
    await stage.forward(timedelta(minutes=30))
    assert "💤" not in "".join(stage.joy.inbox()), "asked again: it says so no more"
    await readers[0].presses("Done", on="Promotion plan")
    await readers[0].tells_bot("https://example.org/plan")
    assert (await item(stage, PLAN)).done_by == readers[0].id
    assert not [cue for cue in await stage.cues() if cue.subject == one.id and cue.kind.startswith("prep.")]
    assert "prep-log-done-for" in await log(stage)
    given = [cue for cue in await stage.rows(Cue) if cue.kind == "prep.overdue" and cue.subject == one.id]
    assert given[0].state is CueState.ACKNOWLEDGED


async def test_the_wrong_person_is_told_who_can(stage: Stage) -> None:
    one = await asked(stage, PLAN)
    await stage.tao.sends_data(f"prep.done:{one.id}")
    assert "Joy" in stage.tao.toast
    assert (await item(stage, PLAN)).state is State.OPEN
    await stage.oz.starts()
    await stage.oz.sends_data(f"prep.done:{one.id}")
    assert "not in this team" in stage.oz.toast


async def test_a_second_press_says_what_has_happened_since(stage: Stage) -> None:
    one = await asked(stage, TIME)
    await stage.wei.presses("Done", on="Set start and length")
    await stage.lin.tells_bot("/todo")
    await stage.lin.sends_data(f"prep.done:{one.id}")
    assert "Wei did it already" in stage.lin.toast


async def test_undo_opens_it_again(stage: Stage) -> None:
    await asked(stage, TIME)
    await stage.wei.presses("Done", on="Set start and length")
    await stage.wei.presses("Undo", on="Set start and length")
    assert (await item(stage, TIME)).state is State.OPEN
    assert stage.wei.sees_button("Blocked", on="Set start and length")


async def test_short_notice_is_one_list_per_person_without_escalation(stage: Stage) -> None:
    await stage.show(starts="2026-11-23 22:00")
    for actor in (stage.wei, stage.yan, stage.joy, stage.tao):
        assert len([text for text in actor.inbox() if "Short notice" in text]) == 1, actor.name
    items = await stage.rows(Item)
    assert not [c for c in await stage.cues("prep.ping", "prep.overdue") if c.due_at <= stage.now]
    listed = next(one for one in items if one.key == TIME)
    await stage.wei.presses(f"· {listed.en}")
    text = next(text for text in stage.wei.inbox() if "Short notice" in text)
    assert "✅" in text
    said = {actor.name: len(actor.inbox()) for actor in stage.actors.values()}
    await stage.forward(timedelta(minutes=10))
    chased = [t for a in stage.actors.values() for t in a.inbox()[said[a.name] :] if "it is still open" in t]
    assert not chased
    assert "open ones are named at the gate" in next(text for text in stage.wei.inbox() if "Short notice" in text)
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, listed.stream_id), Phase.LIVE))
    text = next(text for text in stage.wei.inbox() if "The show has begun: what was to be done before it" in text)
    [passed] = [line for line in text.splitlines() if "🔴 Account and live" in line and "let pass at the gate" in line]
    assert "Set the review: questions, who signs, by when · not ticked off" in text
    [place] = [n for n, one in enumerate(stage.wei.inbox()) if one == text]
    number = passed.partition(".")[0]
    assert stage.wei.private.buttons(place) == [f"📎 {number} · Account and live permission are not restricted"]
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, listed.stream_id), Phase.CLOSED))
    text = next(text for text in stage.wei.inbox() if "The show has begun" in text)
    assert text.splitlines()[-1].startswith(f"{len(text.splitlines()) - 2}. ")


async def test_what_came_at_short_notice_is_to_tick_off_and_never_called_overdue(stage: Stage) -> None:
    await stage.show(starts="2026-11-23 23:00")
    late = [one for one in await stage.rows(Item) if one.short and one.offset < -3 * 3600]
    assert "overdue" not in stage.board() and "tick" not in stage.board()
    await stage.wei.tells_bot("/prep")
    assert f"⬜ To tick off ({len(late)})" in stage.wei.reads()
    assert " Nov" not in stage.wei.reads().partition("To tick off")[2].partition("▫️")[0], (
        "no time before it was planned"
    )
    assert "Overdue" not in stage.wei.reads()
    await stage.wei.tells_bot("/todo")
    assert "to tick off" in stage.wei.reads()
    assert "⏰" not in stage.wei.reads()
    await stage.wei.tells_bot("/help")
    assert "overdue" not in next(line for line in stage.wei.reads().splitlines() if "/todo" in line)


async def test_all_of_these_ticks_off_in_one_press_what_needs_no_proof(stage: Stage) -> None:
    await stage.show(starts="2026-11-23 23:00")
    mine = [one for one in await stage.rows(Item) if one.told_id == stage.wei.id]
    plain = [one for one in mine if one.proof == "none"]
    assert len(mine) > len(plain) > 2
    after = plain.pop()
    await stage.work(lambda desk: setattr(desk.get(Item, after.id), "counted", From.END))
    await stage.mei.says("/prep")
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, after.stream_id), stage.at("2026-11-23 23:10")))
    assert "Mon 23 Nov 23:10" in stage.wei.reads(0), "headed with the start as it is now"
    assert stage.group.reads().startswith("Black Friday Special · Mon 23 Nov 23:10\nBefore the show: 0 of ")
    assert stage.wei.private.buttons()[0] == "✓ All of these"
    await stage.wei.presses("All of these")
    done = {one.id for one in await stage.rows(Item) if one.state is State.DONE}
    assert done == {one.id for one in plain}
    assert (
        f"Ticked off {len(plain)} items. {len(mine) - 1 - len(plain)} items ask for more (a proof, or a second look)"
        in stage.wei.toast
    )
    assert "All of these" not in "".join(stage.wei.private.buttons())
    assert len(stage.wei.private.buttons()) == len(mine) - 1 - len(plain) + len(["Something is in the way"])
    assert f"Prep {len(plain)}/" in stage.board()
    assert all(one.in_time for one in await stage.rows(Item) if one.id in done)
    await stage.wei.tells_bot("/todo")
    assert after.en in stage.wei.reads() and not stage.wei.sees_button(after.en), "it can't be done before the show"
    for phase in (Phase.LIVE, Phase.WRAP):
        await stage.work(lambda desk, to=phase: phases.enter(desk, desk.get(Stream, after.stream_id), to))
    assert stage.wei.sees_button(after.en, on="The show has begun") and stage.wei.sees_button(after.en, on="open item")


async def test_all_of_these_twice_or_by_somebody_else_ticks_nothing_more(stage: Stage) -> None:
    stream = await stage.show(starts="2026-11-23 23:00")
    await stage.wei.presses("All of these")
    before = [one.state for one in await stage.rows(Item)]
    await stage.wei.sends_data(f"prep.all:{stream.id}")
    assert "one by one" in stage.wei.toast
    await stage.nia.tells_bot("/todo")
    await stage.nia.sends_data(f"prep.all:{stream.id}")
    assert [one.state for one in await stage.rows(Item)] == before
    await stage.oz.starts()
    await stage.oz.sends_data(f"prep.all:{stream.id}")
    assert "not in this team" in stage.oz.toast


async def test_moving_the_stream_by_a_day_moves_every_item_by_a_day(stage: Stage) -> None:
    stream = await stage.show(starts=LATER)
    before = {cue.key: cue.due_at for cue in await stage.cues("prep.ping", "prep.overdue")}
    await stage.work(lambda d: phases.move(d, d.get(Stream, stream.id), stream.starts_at + timedelta(days=1)))
    after = {cue.key: cue.due_at for cue in await stage.cues("prep.ping", "prep.overdue")}
    assert after == {key: at + timedelta(days=1) for key, at in before.items()}


async def test_moving_the_show_up_brings_one_list_instead_of_many_pings(stage: Stage) -> None:
    stream = await stage.show(starts=LATER)
    await stage.work(lambda d: phases.move(d, d.get(Stream, stream.id), stage.now + timedelta(hours=3)))
    assert len([text for text in stage.wei.inbox() if "The show has moved" in text]) == 1
    assert "➕" not in "".join(stage.wei.inbox()), "what a late show needs came with it, in the same list"
    assert not [text for text in stage.wei.inbox() if "Done</b> settles it" in text or "Done settles it" in text]
    await stage.work(lambda d: phases.move(d, d.get(Stream, stream.id), stream.starts_at))
    assert await stage.cues("prep.ping")


async def test_a_changed_crew_takes_the_open_items_along(stage: Stage) -> None:
    one = await asked(stage, PLAN)
    stream = await stage.stream()

    def hand_on(desk: Desk) -> None:
        show = desk.get(Stream, stream.id)
        seat = next(seat for seat in roster.seats(desk, show) if seat.role == "promotion")
        desk.get(Assignment, seat.id).person_id = stage.xia.id
        desk.tell(show, Change.CREW)

    await stage.work(hand_on)
    assert "these are yours now" in stage.xia.reads()
    assert "Promotion plan" in stage.xia.reads()
    assert "Xia" in "".join(text for text in stage.joy.inbox() if "Promotion plan" in text)
    await stage.joy.sends_data(f"prep.done:{one.id}")
    assert "Xia" in stage.joy.toast
    said = len(stage.xia.inbox())
    await stage.work(lambda d: d.tell(d.get(Stream, stream.id), Change.CREW))
    assert len(stage.xia.inbox()) == said


async def test_cancelling_silences_everything(stage: Stage) -> None:
    one = await asked(stage, PLAN)
    stream = await stage.stream()
    await stage.work(lambda d: phases.enter(d, d.get(Stream, stream.id), Phase.CANCELLED))
    assert not await stage.cues("prep.ping", "prep.overdue", "prep.again", "prep.second", "prep.stuck")
    assert not stage.joy.sees_button("Done", on="Promotion plan")
    await stage.joy.sends_data(f"prep.done:{one.id}")
    assert "no longer open" in stage.joy.toast


async def test_todo_is_mine_with_a_button_each_and_follows_what_is_done(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.joy.tells_bot("/todo")
    assert "Promotion plan" in stage.joy.reads()
    assert "Set start and length" not in stage.joy.reads()
    await stage.wei.tells_bot("/todo")
    await stage.wei.presses("Set start and length")
    assert "Set start and length" not in stage.wei.reads()
    await stage.wei.tells_bot("/todo")
    assert stage.wei.reads(-2) == "Wei: these items were listed anew; the newer list is the one that counts."
    await stage.nia.tells_bot("/todo")
    assert "nothing is open for you" in stage.nia.reads()


async def test_todo_shows_what_is_overdue_first(stage: Stage) -> None:
    await due(stage, TIME)
    await stage.wei.tells_bot("/todo")
    first = stage.wei.reads().splitlines()[1]
    assert "⏰" in first


async def test_prep_is_everybodys_list_and_fits_a_message(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.mei.says("/prep")
    text = stage.group.reads()
    assert "0 of" in text
    assert "more" in text
    assert "Wei" in text
    assert plain(text).splitlines()[-1] == "❗ critical: named at the gate while it is open"
    assert len(text) < 4096


async def test_the_boards_buttons_answer_in_private(stage: Stage) -> None:
    await stage.show(starts=LATER)
    said = len(stage.group.inbox())
    await stage.joy.presses("My items")
    assert "Promotion plan" in stage.joy.reads()
    await stage.joy.presses("Checklist")
    assert "0 of" in stage.joy.reads()
    assert "in private" in stage.joy.toast
    assert len(stage.group.inbox()) == said


async def test_an_item_is_opened_and_skipped_from_the_list(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.lin.tells_bot("/prep")
    assert "▫️ open · ❗ critical: named at the gate" in stage.lin.reads()
    await stage.lin.presses("Page 1/")
    assert stage.lin.sees_button("Page 2/")
    await stage.lin.tells_bot("/prep")
    await stage.lin.presses("▫️")
    await stage.lin.presses("Skip it")
    await stage.lin.tells_bot("Not for this one")
    assert [one.state for one in await stage.rows(Item)].count(State.SKIPPED) == 1


async def test_a_lead_adds_an_item_with_an_owner_and_a_time(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.lin.tells_bot("/prep")
    await stage.lin.presses("Add an item")
    await stage.lin.tells_bot("Bring the banner")
    await stage.lin.presses("Bo")
    await stage.lin.tells_bot("someday")
    assert "could not read a time" in stage.lin.reads()
    await stage.lin.presses("3h before")
    assert "On the list" in stage.lin.reads()
    one = (await stage.rows(Item))[-1]
    assert (one.en, one.owner_id, one.offset) == ("Bring the banner", stage.bo.id, -3 * 3600)
    await stage.bo.tells_bot("/todo")
    assert "Bring the banner" in stage.bo.reads()


async def test_the_gate_hears_of_hard_items_first_and_of_the_rest_as_a_figure(stage: Stage) -> None:
    stream = await stage.show(starts=LATER)
    points = await stage.work(lambda d: list(prep.flow.open_points(d, d.get(Stream, stream.id))))
    hard = [point.hard for point in points]
    assert hard[0]
    assert hard == sorted(hard, reverse=True)
    assert points[-1].line.key == "prep-points-more"


async def test_nobody_is_chased_for_preparation_once_the_show_is_live(stage: Stage) -> None:
    await due(stage, PLAN)
    stream = await stage.stream()
    await stage.work(lambda d: phases.enter(d, d.get(Stream, stream.id), Phase.LIVE))
    ahead = {one.id: one.en for one in await stage.rows(Item) if one.from_start and one.offset <= 0}
    assert not [cue for cue in await stage.cues("prep.ping", "prep.overdue") if cue.subject in ahead]
    await stage.mei.says("/prep")
    assert f"\n{len(ahead)} items from before the show were never ticked off." in stage.group.reads()
    assert "Settled figures" in stage.group.reads() and "gate" not in stage.group.reads()
    assert not [title for title in ahead.values() if title in stage.group.reads()]
    await stage.lin.presses_in("group", "See what was not ticked off")
    assert f"never ticked off: {len(ahead)}\n" in stage.lin.reads() and ahead[min(ahead)] in stage.lin.reads()
    await stage.lin.presses("Page 1/")
    await stage.lin.presses("‹")
    await stage.lin.presses(ahead[min(ahead)], on="never ticked off")
    assert stage.lin.sees_button("Done", on=ahead[min(ahead)])
    await stage.work(lambda d: phases.enter(d, d.get(Stream, stream.id), Phase.CLOSED))
    first, *_, card = [text for text in stage.joy.inbox() if "Promotion plan" in text]
    assert first.startswith("↓ ") and first.endswith("(further down)"), "of a card asked twice the later counts"
    assert "Was not ticked off (due " in card and "Proof" not in card and "Done" not in card


async def test_what_is_to_be_done_after_the_show_outlives_its_review(stage: Stage) -> None:
    """For three days after it was due; then it is given up."""
    stream = await stage.show(starts="2026-11-23 20:10", hours=1, crew=("lin", "xia"))
    await stage.hush("", before=stage.now + timedelta(hours=1))
    for phase in (Phase.LIVE, Phase.WRAP, Phase.REVIEW):
        await enter(stage, stream, phase)
    told = await stage.work(lambda d: list(prep.flow.stays(d, d.get(Stream, stream.id))))
    said = stage.app.house.dictionary.text(told, Reader("en", "Asia/Shanghai"))
    assert "📌 Still to be done after the report: " in said and "Xia" in said
    await enter(stage, stream, Phase.CLOSED)
    await stage.xia.tells_bot("/todo")
    assert "Settled figures" in stage.xia.reads()
    await stage.hush("prep.ping", "prep.overdue", before=stream.ends_at + timedelta(days=5))
    await stage.to(stream.ends_at + timedelta(days=6))
    assert "Settled figures" in stage.xia.reads()
    await stage.xia.presses("Blocked", on="Settled figures")
    await stage.xia.tells_bot("No file yet")
    assert "Blocked, says Xia: No file yet" in stage.lin.reads()
    await stage.lin.presses("Unblock")
    await stage.to(stream.ends_at + timedelta(days=10))
    assert not stage.xia.sees_button("Done", on="Settled figures")
    left = await stage.work(lambda d: [one.key for one in lists.stays_open(d, d.get(Stream, stream.id))])
    assert left == ["settlement"]


async def test_what_is_to_be_done_after_the_show_waits_for_its_owner_to_come_off_the_air(stage: Stage) -> None:
    """Nobody else is asked for it meanwhile, and what is critical comes first."""
    stream, after = await stage.show(starts="2026-11-23 20:10", hours=1, crew=("lin", "mei")), ("links-down", "ads-off")
    await stage.hush("", before=stream.ends_at)

    def are_meis(desk: Desk) -> None:
        for one in desk.session.exec(select(Item).where(col(Item.key).in_(after))):
            one.owner_id, one.critical = stage.mei.id, one.key == "ads-off"

    await stage.work(are_meis)
    await enter(stage, stream, Phase.LIVE)
    await stage.hush("ready", "duty", "calls", before=stream.ends_at + timedelta(hours=1))
    await stage.to(stream.ends_at + timedelta(minutes=1))
    assert not any("Ads are off" in text for actor in stage.actors.values() for text in actor.inbox())
    await enter(stage, stream, Phase.WRAP)
    await stage.forward(timedelta(seconds=1))
    assert "❗ Ads are off" in stage.mei.reads(-2) and "Links and coupons are down" in stage.mei.reads()


async def test_a_show_that_ends_early_is_followed_at_once_by_what_its_end_asks_for(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage.app.house, "quiet", (NIGHT.start, NIGHT.end))
    stream = await stage.show(starts="2026-11-23 20:10", hours=1, crew=("lin", "yan"))
    await stage.hush("", before=stream.ends_at)
    await enter(stage, stream, Phase.LIVE)
    await stage.hush("ready", "duty", "calls", before=stream.ends_at + timedelta(hours=1))
    await stage.to(stream.ends_at - timedelta(minutes=20))
    await enter(stage, stream, Phase.WRAP)
    await stage.forward(timedelta(seconds=5))
    assert "Links and coupons are down" in "".join(stage.yan.inbox())
    night = next(one.id for one in await stage.rows(Item) if one.key == "samples-back")
    [early] = [one.given_at for one in await stage.rows(Cue) if one.kind == "prep.ping" and one.subject == night]
    assert early and early <= stage.now, "or it would come overdue in the morning"
    await stage.to(stream.ends_at + timedelta(minutes=31))
    power = next(one.id for one in await stage.rows(Item) if one.key == "power-off")
    asked_again = [one.due_at for one in await stage.rows(Cue) if one.kind == "prep.overdue" and one.subject == power]
    assert asked_again == [stream.ends_at + timedelta(minutes=45)], "when it is due, while the crew is up"


async def test_the_review_counts_every_item_once(stage: Stage) -> None:
    await asked(stage, TIME)
    stream = await stage.stream()
    await stage.wei.presses("Done", on="Set start and length")
    lines = await stage.work(lambda d: list(prep.flow.report(d, d.get(Stream, stream.id))))
    parts = {part.key: part.args["count"] for part in lines[0].args["parts"].pieces}
    every = await stage.rows(Item)
    after = len([one for one in every if not rules.before_the_show(one)])
    assert parts["prep-count-in-time"] == 1 and parts["prep-count-open"] == after, (
        "what is due later is not called undone"
    )
    assert sum(parts.values()) == lines[0].args["total"] == len(every)


async def test_an_unreachable_owner_is_called_in_the_group(stage: Stage) -> None:
    await stage.show(starts=LATER)
    await stage.joy.blocks()
    await asked(stage, PLAN)
    assert not [person for person in await stage.rows(Person) if person.id == stage.joy.id and person.reachable]
    assert any("Joy" in text and "private chat" in text for text in stage.group.inbox())


async def test_short_notice_reads_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await stage.show(starts="2026-11-23 23:00")
    assert "逾期" not in stage.board() and "勾" not in stage.board()
    assert stage.wei.private.buttons()[0] == "✓ 以上都已完成"
    await stage.wei.presses("以上都已完成")
    assert "已勾掉" in stage.wei.toast
    assert "请逐项点" in stage.wei.toast
    await stage.wei.tells_bot("/prep")
    assert "\n开播前要做的：已完成 4/37\n⬜ 做完请勾掉（26） · 临时排的场\n" in plain(stage.wei.reads())
    before, todo = stage.wei.reads().partition("▫️")[0], "定主题、定目的"
    assert todo in before and "11月" not in before.partition("做完请勾掉")[2], "没有排期之前的时间"
    await stage.wei.presses(f"⬜ {todo}")
    assert "\n⬜ 临时排的场，做完请勾掉 · 老魏\n" in plain(stage.wei.reads())


async def test_it_all_reads_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await asked(stage, PLAN)
    assert "宣传推广方案" in "".join(stage.joy.inbox())
    await stage.joy.presses("卡住了", on="宣传推广方案")
    await stage.joy.tells_bot("设计师请假了")
    assert "设计师请假了" in stage.lin.reads()
    await stage.lin.presses("不卡了", on="宣传推广方案")
    assert f"{stage.lin.name}说不卡了" in stage.joy.reads().replace(" ", "")
    await stage.joy.presses("完成", on="说不卡了")
    await stage.joy.sends_photo()
    assert plain(stage.joy.reads()).splitlines() == [
        "收到的是图片或文件，这里要一句话：链接、数字或名字都行。",
        "宣传推广方案：预热视频、海报、社群",
        "给不了凭证？点「卡住了」写明原因，林岚会知道，也能决定跳过。",
    ]
    await stage.joy.tells_bot("3 条预热，2 张海报")
    assert (await item(stage, PLAN)).state is State.DONE
    assert "筹备 1/" in stage.board()
    await stage.tao.tells_bot("/prep")
    await stage.tao.sends_data(f"prep.card:{(await item(stage, COUPONS)).id}")
    assert "点「完成」" not in stage.tao.reads(), "he can't press it"
    await stage.joy.tells_bot("/prep")
    assert "已完成 1/" in stage.joy.reads()
    assert stage.joy.reads().splitlines()[-1] == "▫️ 待完成 · ❗ 关键项，没完成会列在开播决策卡上"
    await stage.yan.tells_bot("/todo")
    assert stage.yan.reads().splitlines()[-1] == "📎 要凭证，或要另一个人核"


async def test_the_open_gate_follows_what_is_done_meanwhile(stage: Stage) -> None:
    await at_the_gate(stage)
    assert "🔴 A standby anchor is confirmed by name · Lin" in plain(stage.lin.reads())
    one = next(each for each in await stage.rows(Item) if each.key == "standby-anchor")
    await stage.lin.sends_data(f"prep.done:{one.id}")
    await stage.lin.tells_bot("Kai, twenty minutes away")
    card = next(each for each in map(plain, reversed(stage.lin.inbox())) if each.startswith("🚦"))
    assert "A standby anchor" not in card and "🔴 Account and live permission" in card
    test = next(each for each in await stage.rows(Item) if each.key == "stream-test")
    await stage.tao.sends_data(f"prep.blocked:{test.id}")
    await stage.tao.tells_bot("Router dead")
    card = next(each for each in map(plain, reversed(stage.lin.inbox())) if each.startswith("🚦"))
    assert "watched on another phone · Tao · ⛔ Router dead\n" in card
    await stage.lin.presses("HOLD", on="🚦")
    waits = next(text for text in stage.tao.inbox() if "Still waiting for you" in text)
    assert "· Tao · ⛔ Router dead" in plain(waits) and "Account and live" not in waits
    assert stage.tao.sees_button("📎 10-minute private", on="Still waiting")
    await stage.hush("prep", "calls", "ready.call", before=stage.at("2026-11-24 20:20"))
    await stage.forward(timedelta(minutes=5))
    await stage.lin.presses("GO", on="GO or NO-GO")
    await stage.lin.tells_bot("The line is on its way")
    assert stage.tao.sees_button("📎 10-minute private", on="The show goes ahead without this"), "let pass, not done"
    await stage.wei.tells_bot("/todo")
    await enter(stage, await stage.stream(), Phase.LIVE)
    assert stage.tao.sees_button("📎 10-minute private", on="The show goes ahead without this")
    await stage.tao.tells_bot("/todo")
    assert "🔴 10-minute private test, watched on another phone · let pass at the gate by Lin" in plain(
        stage.tao.reads()
    )
    assert "tick off" not in stage.wei.reads() and "was due" not in stage.wei.reads(), "the rest is over on every list"
    await stage.tao.presses("📎 2 · 10-minute private")
    await stage.tao.tells_bot("Seen on my phone")
    assert plain(stage.lin.reads()) == (
        "✅ Done on air: 10-minute private test, watched on another phone · Tao. You had let it pass at the gate."
    )
    assert not stage.tao.sees_button("📎 10-minute private") and stage.tao.sees_button(
        "📎 Switched to the backup", on="ahead"
    )
    await enter(stage, await stage.stream(), Phase.WRAP)
    assert not stage.tao.sees_button("📎 Switched to the backup"), "off air it is over"
