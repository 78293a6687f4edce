"""Duty, as it is played: who is on, the two-sided hand-off, and what happens when nobody accepts."""

import pytest
from sqlmodel import select

from bot import phases, roster
from bot.crew import Answer, Assignment, Member, Person, Phase, Qualification, Stream
from bot.cues import Cue, CueState
from bot.desk import Desk
from bot.flow import Change
from bot.words import w
from flows.duty import laying
from flows.duty.tables import HandOff, Holding, Passing, Promise, Shift
from tests.scenes import scene
from tests.stage import Actor, Stage, plain

TEN = "2026-11-23 22:00"


@scene
async def show(stage: Stage, hours: float = 3) -> None:
    """A show that starts now; what other flows would say meanwhile is left out."""
    await stage.show(starts="2026-11-23 20:00", hours=hours)
    await quieten(stage)


async def quieten(stage: Stage) -> None:
    def drop(desk: Desk) -> None:
        for cue in desk.session.exec(select(Cue).where(Cue.state == CueState.PLANNED)):
            if not cue.kind.startswith("duty."):
                cue.state = CueState.DROPPED
        desk.touch(desk.get(Stream, 1))

    await stage.work(drop)


async def seat(stage: Stage, actor: Actor, role: str, number: int) -> None:
    """A lead gives somebody another seat, and they accept."""

    def sit(desk: Desk) -> None:
        stream = desk.get(Stream, 1)
        desk.add(Assignment(stream_id=stream.id, role=role, seat=number, person_id=actor.id, answer=Answer.ACCEPTED))
        desk.tell(stream, Change.CREW)

    await stage.work(sit)


@scene
async def two_anchors(stage: Stage, at: str = "2026-11-23 20:04", hours: float = 3) -> None:
    """Mei and Kai take turns; the show is on air."""
    await show(stage, hours)
    await seat(stage, stage.kai, "anchor", 2)
    await quieten(stage)
    await go_live(stage, at)


async def go_live(stage: Stage, at: str = "2026-11-23 20:04") -> None:
    await stage.to(stage.at(at))
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, 1), Phase.LIVE))
    await quieten(stage)


@scene
async def card_offered(stage: Stage) -> None:
    """Yan, who answers for Mei, sends the card after the first question."""
    await two_anchors(stage)
    await stage.to(stage.at("2026-11-23 21:46"))
    await stage.yan.tells_bot("No. 7 thermos, 4 min; then 8, 12, 3")
    await stage.yan.presses("Send the card now")


async def anchors(stage: Stage) -> dict[int, Holding]:
    return {shift.person_id: shift.state for shift in await stage.rows(Shift) if shift.role == "anchor"}


async def the_handoff(stage: Stage) -> HandOff:
    return (await stage.rows(HandOff))[-1]


async def test_before_the_show_the_board_says_in_which_order_people_take_turns(stage: Stage) -> None:
    await show(stage)
    await seat(stage, stage.kai, "anchor", 2)
    assert "Anchor: Mei 20:00, Kai 22:00" in stage.board()


async def test_a_move_lays_the_turns_out_anew(stage: Stage) -> None:
    await show(stage)
    await seat(stage, stage.kai, "anchor", 2)
    await stage.work(lambda desk: phases.move(desk, desk.get(Stream, 1), stage.at("2026-11-24 19:00")))
    assert "Anchor: Mei 19:00, Kai 21:00" in stage.board()


async def test_at_go_live_the_first_anchor_is_on_and_now_says_who_is_next(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.ana.tells_bot("/now")
    assert "Anchor: Mei since 20:04, next Kai 22:00" in stage.ana.reads()
    assert "Technical support: Tao since" in stage.ana.reads()
    assert "Anchor: Mei since 20:04, next Kai 22:00" in stage.board()
    last = next(one for one in await stage.rows(Assignment) if one.person_id == stage.kai.id and one.role == "anchor")
    turns = await stage.work(lambda desk: laying.turns(desk, desk.get(Stream, 1), last))
    assert turns == [(stage.at("2026-11-23 22:00"), stage.at("2026-11-23 23:00"))], "what their cards go on saying"


async def test_before_the_show_now_says_who_will_be_on(stage: Stage) -> None:
    await stage.mei.tells_bot("/now")
    assert stage.mei.reads() == "No show is on air. Coming shows: /streams"
    await show(stage)
    await seat(stage, stage.kai, "anchor", 2)
    await stage.mei.says("/now")
    assert "Anchor: Mei 20:00, Kai 22:00" in stage.group.reads()


async def test_a_late_start_leaves_the_shifts_at_their_times(stage: Stage) -> None:
    await two_anchors(stage, at="2026-11-23 20:25")
    [card] = await stage.cues("duty.card")
    assert card.due_at == stage.at("2026-11-23 21:45")


async def test_a_quarter_of_an_hour_before_somebody_answers_for_the_anchor_who_is_on_air(stage: Stage) -> None:
    await two_anchors(stage)
    heard = len(stage.mei.inbox())
    await stage.to(stage.at("2026-11-23 21:44"))
    assert "📣 Next at 21:45: Hand-off card for Anchor · Mei → Kai" in stage.board()
    await stage.to(stage.at("2026-11-23 21:45"))
    assert "📣 Next at 22:00: Hand-off as Anchor · Mei → Kai" in stage.board()
    assert stage.yan.reads().startswith("Hand-off as Anchor for Mei · Black Friday Special")
    assert "1/12" in stage.yan.reads()
    assert [text.splitlines()[0] for text in stage.mei.inbox()[heard:]] == [
        "You hand over as Anchor to Kai at 22:00. Yan fills in the card for you; stay on until Kai accepts."
    ]
    assert stage.mei.private.posts()[-1].body.get("text")
    assert "Yan fills in the hand-off card" in stage.kai.reads()


async def test_questions_that_are_skipped_leave_nothing_behind(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.to(stage.at("2026-11-23 21:46"))
    before = len(stage.yan.inbox())
    await stage.yan.presses("Skip")
    assert len(stage.yan.inbox()) == before and "Kai takes over at 22:00" in stage.yan.reads()
    assert "2/12" in stage.yan.reads() and "1/12" not in "".join(stage.yan.inbox())
    await stage.yan.tells_bot("22:30: the coupon again")
    for _ in range(10):
        await stage.yan.presses("Skip")
    assert len(stage.yan.inbox()) == before + 2, "what was answered, the last question, and what became of the card"


async def test_the_card_carries_what_was_answered_and_what_the_bot_knows(stage: Stage) -> None:
    await card_offered(stage)
    card = stage.kai.reads()
    assert "Hand-off: Anchor · Black Friday Special\nMei → Kai, 22:00" in card
    assert "Filled in by Yan for Mei, who is on air." in card
    assert "No. 7 thermos, 4 min; then 8, 12, 3" in card
    assert "11 questions were left open." in card
    assert "On duty: Co-host Kai · Floor manager Bo · Control desk Yan" in card
    assert stage.kai.private.buttons() == ["Accept", "Ask", "Decline"]


async def test_duty_moves_on_accept_and_both_are_told(stage: Stage) -> None:
    await card_offered(stage)
    assert (await anchors(stage))[stage.mei.id] is Holding.ON
    await stage.to(stage.at("2026-11-23 21:52"))
    await stage.kai.presses("Accept")
    assert await anchors(stage) == {stage.mei.id: Holding.OFF, stage.kai.id: Holding.ON}
    assert "You are on duty as Anchor until 23:00. Mei knows." in stage.kai.reads()
    assert "Kai accepted at 21:52: you are off duty as Anchor. Thank you." in stage.mei.reads()
    assert "Anchor: Kai since 21:52, until 23:00" in stage.board() and "Next at 23:00: Planned end" in stage.board()
    await stage.lin.tells_bot("/log")
    assert "21:52 · Hand-off as Anchor accepted: Mei → Kai\n" in stage.lin.reads(), "Kai, who pressed, is named once"
    await stage.to(stage.at("2026-11-23 23:05"))
    assert not any("has not accepted" in text for text in stage.lin.inbox())
    await stage.ana.tells_bot("/now")
    assert "Anchor: Kai since 21:52\n" in stage.ana.reads(), "its planned end has passed"


async def test_the_card_says_afterwards_that_it_was_accepted_and_has_no_buttons(stage: Stage) -> None:
    await card_offered(stage)
    await stage.kai.presses("Accept")
    card = next(text for text in stage.kai.inbox() if text.startswith("Hand-off: Anchor"))
    assert "✓ Accepted by Kai at 21:46." in card
    assert not stage.kai.sees_button("Accept", on="Hand-off: Anchor")


async def test_only_the_incoming_person_or_a_lead_can_accept(stage: Stage) -> None:
    await card_offered(stage)
    handoff = await the_handoff(stage)
    await stage.bo.sends_data(f"duty.accept:{handoff.id}:{stage.kai.id}")
    assert stage.bo.toast == "That is up to Kai."
    assert (await the_handoff(stage)).state is Passing.OFFERED
    await stage.nia.tells_bot("/now")
    await stage.nia.sends_data(f"duty.accept:{handoff.id}:{stage.kai.id}")
    assert (await the_handoff(stage)).state is Passing.OFFERED
    await stage.lin.sends_data(f"duty.accept:{handoff.id}:{stage.kai.id}")
    assert (await the_handoff(stage)).state is Passing.ACCEPTED and stage.lin.toast == "Kai is on duty."
    await stage.lin.tells_bot("/log")
    assert "Hand-off as Anchor accepted: Mei → Kai (pressed by Lin)" in stage.lin.reads()


async def test_a_second_accept_says_what_has_happened(stage: Stage) -> None:
    await card_offered(stage)
    await stage.kai.presses("Accept")
    on = [shift.on_at for shift in await stage.rows(Shift)]
    await stage.kai.sends_data(f"duty.accept:{(await the_handoff(stage)).id}:{stage.kai.id}")
    assert stage.kai.toast == "Kai has already accepted."
    assert [shift.on_at for shift in await stage.rows(Shift)] == on


async def test_what_the_incoming_person_asks_is_answered_on_the_card(stage: Stage) -> None:
    await card_offered(stage)
    await stage.kai.presses("Ask")
    await stage.kai.tells_bot("Is the <b>blue</b> one sold out?")
    assert "Asked. The answer of Yan comes here" in stage.kai.reads()
    assert "Kai asks about the hand-off as Anchor at 22:00:\nIs the <b>blue</b> one sold out?" in stage.yan.reads()
    await stage.yan.tells_bot("Yes, since 21:40")
    assert "Yan on “Is the <b>blue</b> one sold out?”:\nYes, since 21:40" in stage.kai.reads()
    card = next(text for text in reversed(stage.kai.inbox()) if text.startswith("Hand-off: Anchor"))
    assert "❓ Kai: Is the <b>blue</b> one sold out?\n↳ Yan: Yes, since 21:40" in card
    await stage.kai.presses("Accept", on="since 21:40")
    assert (await the_handoff(stage)).state is Passing.ACCEPTED


async def test_five_minutes_before_both_and_the_floor_manager_are_pinged(stage: Stage) -> None:
    await card_offered(stage)
    await stage.to(stage.at("2026-11-23 21:55"))
    assert "⏰ You take over as Anchor at 22:00 and have not accepted yet." in stage.kai.reads()
    assert "⏰ Kai has not accepted yet (Anchor, 22:00)." in stage.mei.reads()
    assert "⏰ Kai has not accepted the hand-off as Anchor from Mei, due 22:00." in stage.bo.reads()
    await stage.kai.presses("Accept")
    assert (await the_handoff(stage)).state is Passing.ACCEPTED


async def test_an_unfinished_card_goes_out_as_it_is_five_minutes_before(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.to(stage.at("2026-11-23 21:46"))
    await stage.yan.tells_bot("No. 7 thermos")
    assert not stage.kai.sees_button("Accept")
    await stage.to(stage.at("2026-11-23 21:55"))
    assert "Not all filled in yet." in stage.kai.reads() and "No. 7 thermos" in stage.kai.reads()
    await stage.yan.tells_bot("nothing")
    await stage.yan.presses("Send the card now")
    assert "Not all filled in yet." not in stage.kai.reads()
    await stage.kai.presses("Accept")
    assert (await the_handoff(stage)).state is Passing.ACCEPTED


async def test_an_unaccepted_hand_off_keeps_the_outgoing_anchor_on_duty(stage: Stage) -> None:
    await card_offered(stage)
    await stage.to(stage.at(TEN))
    assert await anchors(stage) == {stage.mei.id: Holding.ON, stage.kai.id: Holding.PLANNED}
    assert "It is 22:00 and Kai has not accepted: you stay on duty as Anchor" in stage.mei.reads()
    assert "⚠️ Kai has not accepted the hand-off as Anchor, due 22:00. Mei stays on duty." in stage.lin.reads()
    assert "⚠️ Not accepted at 22:00: Mei stays on duty. You can still accept." in stage.kai.reads()
    assert "Kai has not accepted the hand-off of 22:00" in stage.board()


async def test_accepting_late_still_works_and_is_counted_as_late(stage: Stage) -> None:
    await card_offered(stage)
    await stage.to(stage.at("2026-11-23 22:02"))
    await stage.kai.presses("Accept")
    assert await anchors(stage) == {stage.mei.id: Holding.OFF, stage.kai.id: Holding.ON}
    for one in (stage.mei, stage.bo):
        assert not [text for text in one.inbox() if "not accepted" in text or "stay on duty" in text], one.name
    assert not stage.mei.sees_button("Who was asked")
    await stage.to(stage.at("2026-11-23 22:20"))
    assert not any("has not accepted" in text for text in stage.wei.inbox())
    report = await stage.work(lambda desk: told(desk))
    assert report == ["Hand-offs accepted in time: 0 of 1", "Accepted late: 1 · never: 0"]


def told(desk: Desk) -> list[str]:
    """Duty's part of the review."""
    flow = next(flow for flow in desk.house.flows if flow.name == "duty")
    stream = desk.get(Stream, 1)
    reader = desk.group(desk.team_of(stream)).reader
    return [desk.house.dictionary.line(line, reader) for line in flow.report(desk, stream)]


async def test_the_page_goes_up_the_chain_until_a_lead_is_on_it(stage: Stage) -> None:
    await card_offered(stage)
    await stage.to(stage.at("2026-11-23 22:04"))
    assert "I asked Lin already, and it is still open. You are next." in stage.wei.reads()
    assert stage.wei.reads().endswith("If I hear nothing by 22:06, I ask the whole team.")
    await stage.wei.presses("Who was asked")
    assert plain(stage.wei.reads()).splitlines() == [
        "Hand-off as Anchor at 22:00 · Black Friday Special: who was asked, and when",
        "• Mon 23 Nov 21:46 · Kai, to take over",
        "Leads called about it:",
        "• Mon 23 Nov 22:00 · Lin",
        "• Mon 23 Nov 22:03 · Wei",
        "If nobody answers: Mon 23 Nov 22:06 · the whole team",
    ]
    await stage.wei.presses("I'm on it")
    assert plain(stage.wei.reads()).endswith("• Mon 23 Nov 22:03 · Wei"), "nobody is next any more"
    assert stage.wei.toast == "Good. Nobody else is called."
    page = next(text for text in stage.lin.inbox() if "has not accepted the hand-off" in text)
    assert page.endswith("Wei looks into it.") and not stage.lin.sees_button("I'm on it")
    said = len(stage.group.inbox())
    await stage.to(stage.at("2026-11-23 22:30"))
    assert len(stage.group.inbox()) == said


async def test_a_lead_who_is_paged_can_ask_someone_else(stage: Stage) -> None:
    await may_anchor(stage, stage.joy)
    await card_offered(stage)
    await stage.to(stage.at(TEN))
    await stage.lin.presses("Ask someone else")
    assert stage.lin.toast == "Noted. Joy is asked now."
    await stage.joy.presses("Accept")
    assert (await anchors(stage))[stage.joy.id] is Holding.ON


async def may_anchor(stage: Stage, actor: Actor) -> None:
    def back_up(desk: Desk) -> None:
        member = desk.session.exec(select(Member).where(Member.person_id == actor.id)).one()
        desk.add(Qualification(member_id=member.id, role="anchor", backup=True))

    await stage.work(back_up)


async def test_a_declined_hand_off_is_offered_to_the_backup(stage: Stage) -> None:
    await may_anchor(stage, stage.joy)
    await card_offered(stage)
    await stage.kai.presses("Decline")
    assert stage.kai.toast == "Noted. Joy is asked now."
    assert "Kai cannot take over as Anchor at 22:00. Joy is asked now" in stage.mei.reads()
    assert "No. 7 thermos" in stage.joy.reads()
    await stage.kai.sends_data(f"duty.accept:{(await the_handoff(stage)).id}:{stage.kai.id}")
    assert stage.kai.toast == "Joy is asked now, not you."
    await stage.joy.presses("Accept")
    assert await anchors(stage) == {stage.mei.id: Holding.OFF, stage.joy.id: Holding.ON}


async def test_when_everybody_declines_the_outgoing_anchor_stays_and_the_lead_is_called(stage: Stage) -> None:
    await card_offered(stage)
    await stage.kai.presses("Decline")
    assert "Nobody is left to take over as Anchor at 22:00. Mei stays on duty." in stage.lin.reads()
    assert (await anchors(stage))[stage.mei.id] is Holding.ON
    assert (await the_handoff(stage)).state is Passing.DECLINED


async def test_back_on_the_card_shows_what_was_said_and_sending_it_then_loses_nothing(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.to(stage.at("2026-11-23 21:46"))
    await stage.yan.tells_bot("No. 7 thermos, 4 min; then 8, 12, 3")
    await stage.yan.tells_bot("Coupon at 22:30")
    await stage.yan.presses("Back")
    assert "So far: Coupon at 22:30" in stage.yan.reads()
    await stage.yan.presses("Send the card now")
    assert "No. 7 thermos" in stage.kai.reads() and "Coupon at 22:30" in stage.kai.reads()


async def test_a_promise_with_a_time_calls_whoever_is_there_then(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.to(stage.at("2026-11-23 21:46"))
    await stage.yan.presses("Skip")
    await stage.yan.tells_bot("Bring back the 20-off coupon at 22:30; thank the regulars")
    assert "At 22:30 I will call Yan: whoever is on air is left alone." in stage.yan.reads()
    await stage.yan.presses("Send the card now")
    assert "Bring back the 20-off coupon at 22:30" in stage.kai.reads()
    assert "The card is with Kai. Mei stays on duty until Kai accepts." in stage.yan.reads()
    await stage.kai.presses("Accept")
    assert "Next at 22:30: Bring back the 20-off coupon at 22:30 · Yan" in stage.board()
    assert (
        plain(stage.yan.reads())
        == "Hand-off: Anchor · Black Friday Special\nMei → Kai, 22:00\n✓ Accepted by Kai at 21:46."
    )
    assert plain(stage.lin.reads()) == "🔁 Black Friday Special: Kai is on duty as Anchor since 21:46, in place of Mei."
    await stage.to(stage.at("2026-11-23 22:30"))
    assert "📣 Promised, and due now: Bring back the 20-off coupon at 22:30\nOn as Anchor: Kai." in stage.yan.reads()
    assert not any("📣" in text for text in stage.kai.inbox())
    assert stage.yan.reads().endswith("If I hear nothing by 22:33, I ask Bo.")
    await stage.to(stage.at("2026-11-23 22:33"))
    assert stage.yan.reads().splitlines()[-1] == stage.bo.reads().splitlines()[-1], "both read who is next"
    await stage.yan.presses("Done")
    [promise] = await stage.rows(Promise)
    assert promise.kept_by == stage.yan.id
    assert not await stage.cues("duty.promise")


async def test_the_second_hand_off_can_say_the_same_as_the_first(stage: Stage) -> None:
    await two_anchors(stage, hours=6)
    await stage.to(stage.at("2026-11-23 21:46"))
    await stage.yan.tells_bot("No. 7 thermos")
    await stage.yan.presses("Send the card now")
    await stage.kai.presses("Accept")
    await stage.to(stage.at("2026-11-23 23:46"))
    assert "Last time: No. 7 thermos" in stage.yan.reads()
    await stage.yan.presses("Same as last time")
    await stage.yan.presses("Send the card now")
    assert "Kai → Mei, 00:00" in stage.mei.reads() and "No. 7 thermos" in stage.mei.reads()


async def test_a_walk_that_was_cancelled_can_be_taken_up_again(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.to(stage.at("2026-11-23 21:46"))
    await stage.yan.tells_bot("No. 7 thermos")
    await stage.yan.presses("Cancel")
    assert "The card is not finished." in stage.yan.reads()
    await stage.yan.presses("Fill in the card")
    assert "2/12" in stage.yan.reads()


async def test_a_floor_manager_who_hands_over_fills_in_the_card_and_it_can_begin_early(stage: Stage) -> None:
    await show(stage, 5)
    await seat(stage, stage.wei, "floor", 2)
    await go_live(stage)
    await stage.bo.tells_bot("/handoff")
    assert "Hand-off as Floor manager to Wei has begun" in "\n".join(stage.bo.inbox())
    assert "1/12" in "\n".join(stage.bo.inbox())
    await stage.bo.tells_bot("No. 1")
    await stage.bo.presses("Send the card now")
    await stage.wei.presses("Accept")
    assert await on_duty(stage, "floor") == ["Wei"]


async def on_duty(stage: Stage, role: str) -> list[str]:
    return list(await stage.work(lambda desk: [p.name for p in roster.holders(desk, desk.get(Stream, 1), role)]))


async def test_somebody_without_a_successor_picks_who_takes_over(stage: Stage) -> None:
    await show(stage)
    await go_live(stage)
    await stage.mei.tells_bot("/handoff")
    assert "Nobody is planned after you as Anchor. Who takes over?" in stage.mei.reads()
    await stage.mei.presses("To Kai")
    assert "You take over as Anchor from Mei at 20:19." in stage.kai.reads()
    await stage.yan.presses("Skip")
    await stage.yan.presses("Send the card now")
    await stage.kai.presses("Accept")
    assert await on_duty(stage, "anchor") == ["Kai"]


async def test_a_single_anchor_is_never_nagged_about_a_hand_off(stage: Stage) -> None:
    await show(stage)
    await go_live(stage)
    assert not await stage.cues("duty.card", "duty.nag", "duty.page")


async def test_who_is_not_on_duty_cannot_hand_over(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.nia.presses("Hand off")
    assert stage.nia.toast == "You are not on duty right now. /now shows who is."


async def test_now_on_the_board_answers_the_presser_alone(stage: Stage) -> None:
    await two_anchors(stage)
    said = len(stage.group.inbox())
    await stage.nia.presses("Now")
    assert "Anchor Mei" in stage.nia.toast and stage.nia.alert
    assert len(stage.group.inbox()) == said


async def test_the_emergency_door_takes_two_taps_and_everybody_is_told(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.kai.says("/take anchor")
    assert "Take over as Anchor from Mei now, without a hand-off card?" in stage.group.reads()
    await stage.joy.presses("Take over now")
    assert stage.joy.toast == "That is up to Kai."
    await stage.kai.presses("Take over now")
    assert "⚠️ Kai has taken over as Anchor from Mei at 20:04, without a hand-off card." in stage.group.reads()
    assert "you are off duty" in stage.mei.reads()
    assert "Kai has taken over as Anchor" in stage.lin.reads()
    assert await on_duty(stage, "anchor") == ["Kai"]
    assert (await the_handoff(stage)).state is Passing.TAKEN
    await stage.to(stage.at("2026-11-23 22:10"))
    assert len(await stage.rows(HandOff)) == 1


async def test_the_emergency_door_is_for_those_who_can(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.tao.tells_bot("/take 主播")
    assert "Only people who hold or back up Anchor, and leads, can take it over." in stage.tao.reads()
    await stage.lin.tells_bot("/take anchor")
    await stage.lin.presses("No, leave it")
    assert await on_duty(stage, "anchor") == ["Mei"]


async def test_somebody_who_took_over_hands_on_to_the_next_as_planned(stage: Stage) -> None:
    await may_anchor(stage, stage.joy)
    await two_anchors(stage)
    await stage.joy.tells_bot("/take anchor")
    await stage.joy.presses("Take over now")
    await stage.to(stage.at("2026-11-23 21:45"))
    assert "You take over as Anchor from Joy at 22:00." in stage.kai.reads()


async def test_what_was_held_for_the_anchor_comes_once_the_duty_has_moved(stage: Stage) -> None:
    await card_offered(stage)

    def whisper(desk: Desk) -> None:
        desk.say(desk.private(desk.get(Person, stage.mei.id)), w("duty-settled-already"))

    await stage.work(whisper)
    assert "This is settled already." not in stage.mei.inbox()
    await stage.kai.presses("Accept")
    assert "This is settled already." in stage.mei.inbox()


async def test_long_hours_on_air_are_told_to_the_floor_manager_and_the_lead(stage: Stage) -> None:
    await show(stage, 5)
    await go_live(stage, "2026-11-23 20:00")
    await stage.to(stage.at("2026-11-23 23:00"))
    assert "Mei has been on air as Anchor for 3h" in stage.bo.reads()
    assert any("Mei has been on air as Anchor for 3h" in text for text in stage.lin.inbox())
    await stage.to(stage.at("2026-11-24 00:00"))
    assert any("That is the limit: somebody must take over now." in text for text in stage.lin.inbox())


async def test_the_wrap_ends_every_duty_and_open_hand_offs_lapse_quietly(stage: Stage) -> None:
    await card_offered(stage)
    await stage.work(lambda desk: phases.enter(desk, desk.get(Stream, 1), Phase.WRAP))
    assert {shift.state for shift in await stage.rows(Shift)} == {Holding.OFF}
    assert (await the_handoff(stage)).state is Passing.LAPSED
    assert not await stage.cues("duty.card", "duty.nag", "duty.page", "duty.hours")
    assert not stage.kai.sees_button("Accept")
    assert await stage.work(lambda desk: told(desk)) == []


async def test_the_wrap_names_hand_offs_and_promises_that_are_open(stage: Stage) -> None:
    await two_anchors(stage)
    await stage.to(stage.at("2026-11-23 21:46"))
    await stage.yan.presses("Skip")
    await stage.yan.tells_bot("Gift draw at 22:50")
    await stage.yan.presses("Send the card now")
    await stage.lin.tells_bot("/wrap")
    assert "Hand-off as Anchor not accepted: Mei → Kai, 22:00" in stage.lin.reads()
    assert "Promise still open: Gift draw at 22:50" in stage.lin.reads()


async def test_a_turn_to_come_follows_its_seat_and_who_is_on_stays_on(stage: Stage) -> None:
    await may_anchor(stage, stage.joy)
    await two_anchors(stage)

    def swap(desk: Desk) -> None:
        for row in desk.session.exec(select(Assignment).where(Assignment.role == "anchor")):
            row.person_id = stage.joy.id if row.seat == 2 else stage.kai.id
        desk.tell(desk.get(Stream, 1), Change.CREW)

    await stage.work(swap)
    await stage.ana.tells_bot("/now")
    assert "Anchor: Mei since 20:04, next Joy 22:00" in stage.ana.reads()


async def test_a_hand_off_under_way_follows_the_seat_too(stage: Stage) -> None:
    await card_offered(stage)

    def swap(desk: Desk) -> None:
        row = desk.session.exec(select(Assignment).where(Assignment.role == "anchor", Assignment.seat == 2)).one()
        row.person_id = stage.joy.id
        desk.tell(desk.get(Stream, 1), Change.CREW)

    await stage.work(swap)
    assert "Joy takes over as Anchor at 22:00 now, not you." in stage.kai.inbox()
    await stage.joy.presses("Accept")
    assert await on_duty(stage, "anchor") == ["Joy"]


async def test_an_anchor_who_leaves_the_team_while_on_air_is_followed_by_the_next(stage: Stage) -> None:
    await card_offered(stage)

    def leave(desk: Desk) -> None:
        desk.session.exec(select(Member).where(Member.person_id == stage.mei.id)).one().present = False
        row = desk.session.exec(select(Assignment).where(Assignment.role == "anchor", Assignment.seat == 1)).one()
        row.person_id = None
        desk.tell(desk.get(Stream, 1), Change.CREW)

    await stage.work(leave)
    assert await on_duty(stage, "anchor") == ["Kai"]
    assert (await the_handoff(stage)).state is Passing.LAPSED


async def test_somebody_with_too_many_hours_or_too_little_rest_is_not_scheduled(stage: Stage) -> None:
    await show(stage, 5)

    def reason(desk: Desk, at: str, hours: int) -> str:
        first = desk.get(Stream, 1)
        other = desk.add(
            Stream(
                team_id=first.team_id,
                title="Other",
                starts_at=stage.at(at),
                minutes=hours * 60,
                lead_id=first.lead_id,
                playbook=first.playbook,
                planned_at=desk.now,
            )
        )
        flow = next(flow for flow in desk.house.flows if flow.name == "duty")
        assert flow.may is not None
        words = flow.may(desk, desk.get(Person, stage.mei.id), "anchor", other)
        return desk.house.dictionary.line(words, desk.group(desk.team_of(first)).reader) if words else ""

    assert "only 7h of rest" in await stage.work(lambda desk: reason(desk, "2026-11-24 08:00", 2))
    assert "would be on air 7h that day" in await stage.work(lambda desk: reason(desk, "2026-11-23 14:00", 2))
    assert await stage.work(lambda desk: reason(desk, "2026-11-24 14:00", 2)) == ""


async def test_the_hand_off_in_chinese(stage_zh: Stage) -> None:
    stage = stage_zh
    await two_anchors(stage)
    assert "主播：梅子，20:04 上岗，22:00 换凯" in stage.board()
    assert "📣 接下来 21:45：主播交接卡 · 梅子 → 凯" in stage.board()
    await stage.to(stage.at("2026-11-23 21:46"))
    assert stage.yan.reads().startswith("替梅子填主播交接卡")
    await stage.yan.tells_bot("7 号保温杯，讲了 4 分钟")
    await stage.yan.tells_bot("22:30 返场，再放 20 元券")
    await stage.yan.presses("就这样，发出")
    assert stage.kai.private.buttons() == ["接班", "问一句", "接不了"]
    await stage.kai.presses("接班")
    assert "现在由你当班：主播" in stage.kai.reads()
    assert "主播这一班你可以下了，辛苦了" in stage.mei.reads()
    await stage.to(stage.at("2026-11-23 22:30"))
    await stage.lin.tells_bot("/log")
    assert "主播已交接：梅子 → 凯\n" in stage.lin.reads()
    await stage.yan.presses("催过谁")
    assert "22:30 · 小燕\n没人应就再问：11月23日 周一 22:33 · 阿博" in stage.yan.reads()
    await stage.yan.presses("已兑现")
    [promise] = await stage.rows(Promise)
    assert promise.kept_at


@pytest.mark.parametrize("command", ["/handoff", "/take", "/take anchor", "/take nonsense", "/handoff nonsense"])
async def test_commands_without_a_show_say_so(stage: Stage, command: str) -> None:
    await stage.mei.tells_bot(command)
    assert stage.mei.reads() == "No show is on air. Coming shows: /streams"
