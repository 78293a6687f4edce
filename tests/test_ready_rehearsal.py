"""Ready and duty at a rehearsal: whatever anybody reads of it says that it is one."""

from datetime import timedelta

from tests.stage import Actor, Stage
from tests.test_plan_rehearsal import rehearsed

MINUTE = timedelta(minutes=1)
IN_PRIVATE = "I have sent it to you in private."  # where it says so


async def test_every_message_and_alert_of_a_rehearsal_says_so(stage: Stage) -> None:
    stream = await rehearsed(stage)
    people = list(stage.actors.values())
    before, said, alerts = {each: len(each.inbox()) for each in people}, len(stage.group.inbox()), list[str]()

    async def press(actor: Actor, *labels: str) -> None:
        for label in labels:
            await actor.presses(label)
            alerts.append(actor.toast or "REHEARSAL")

    await stage.hush("prep", "calls", before=stream.ends_at)
    await stage.to(stream.starts_at - 3 * MINUTE)
    await stage.hush("ready.call", before=stream.ends_at)
    await press(stage.yan, "Not yet")
    for answer in ("a cable", "in 1 minute"):
        await stage.yan.tells_bot(answer)
    for actor in (stage.lin, stage.lin, stage.nia):
        await actor.says("/ready")
    await press(stage.lin, "Who was asked", "No more asking")
    await stage.to(stream.starts_at - MINUTE)
    await press(stage.lin, "GO")
    await stage.lin.tells_bot("only a rehearsal")
    await press(stage.lin, "NO-GO", "Move")
    await stage.lin.tells_bot("+5m")
    await stage.hush("ready.call", "ready.gate", before=(await stage.stream()).ends_at)
    await stage.bo.says("/golive")
    await stage.bo.tells_bot("/take anchor")
    await stage.kai.tells_bot("/take anchor")
    await press(stage.kai, "Take over now")
    await stage.bo.says("/wrap")
    told = [text for each in people for text in each.inbox()[before[each] :]]
    assert {text for text in [*told, *stage.group.inbox()[said:], *alerts] if "REHEARSAL" not in text} == {IN_PRIVATE}
