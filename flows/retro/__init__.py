"""The review after the show: every member of the crew is asked in private, and a lead publishes what came of it."""

from pathlib import Path

from bot.flow import Command, Flow, Maker, Press, Typed, Walk
from flows.retro import asking, conversation, cues, deciding, document, report, showing
from flows.retro.tables import Respondent, Review, ReviewAnswer

flow = Flow(
    name="retro",
    folder=Path(__file__).parent,
    commands={"review": Command(conversation.review_command)},
    presses={
        "start": Press(conversation.start, Respondent),
        "later": Press(conversation.later, Respondent),
        "mine": Press(conversation.mine, Review),
        "card": Press(deciding.card, Review),
        "nudge": Press(deciding.nudge, Review),
        "extend": Press(deciding.extend, Review),
        "publish": Press(deciding.publish, Review),
        "close": Press(deciding.close, Review),
    },
    walks={"answers": Walk(steps=asking.steps, done=conversation.done, cancelled=conversation.cancelled)},
    cues=cues.KINDS,
    changed=cues.changed,
    panel=showing.panel,
    board=showing.board,
    report=report.silent,
    help=showing.help_lines,
    makers={"report": Maker(document.gather, document.draw)},
    typed=[Typed(ReviewAnswer, "person_id", ("value",), {"kind": "text"})],
)
