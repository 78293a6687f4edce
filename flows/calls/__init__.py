"""Calls: the playbook's own lines, said at their time to whoever holds the role."""

from pathlib import Path

from bot.flow import Flow, Press
from flows.calls import conversation, cues, showing
from flows.calls.tables import Calling

flow = Flow(
    name="calls",
    folder=Path(__file__).parent,
    presses={"heard": Press(conversation.heard, Calling), "asked": Press(conversation.who_was_asked, Calling)},
    cues=cues.KINDS,
    plan=cues.plan,
    changed=cues.changed,
    told=showing.told,
    came=conversation.came,
)
