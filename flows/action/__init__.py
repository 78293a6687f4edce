"""Actions: what a review decides to do better, with an owner and a time; it stands first on the next show's checklist."""

from pathlib import Path

from bot.flow import Command, Flow, Press, Typed
from flows.action import acting, carrying, conversation, cues, missing, telling, walks
from flows.action.tables import Action

flow = Flow(
    name="action",
    folder=Path(__file__).parent,
    commands={"actions": Command(conversation.actions)},
    presses={
        "make": Press(conversation.make, Action),
        "pass": Press(conversation.leave, Action),
        "done": Press(conversation.done, Action),
        "cannot": Press(conversation.cannot, Action),
        "give": Press(conversation.give, Action),
        "drop": Press(conversation.drop, Action),
        "measure": Press(conversation.measure, Action),
        "helped": Press(conversation.helped, Action),
        "card": Press(conversation.card, Action),
    },
    walks=walks.WALKS,
    cues=cues.KINDS,
    plan=carrying.plan,
    changed=carrying.changed,
    panel=telling.panel,
    report=telling.report,
    measure=telling.measure,
    items=carrying.items,
    item_done=carrying.item_done,
    propose=acting.propose,
    help=telling.help_lines,
    missed=missing.missed,
    stepped_down=missing.stepped_down,
    typed=[Typed(Action, "owner_id", ("why",))],
    keeps=carrying.is_open,
)
