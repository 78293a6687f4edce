"""Teamwork: how well people work together, measured from what is on record, and thanks from one to another."""

from pathlib import Path

from bot.crew import Team
from bot.flow import Command, Flow, Press, Typed
from flows.teamwork import figures, looking, thanking, walks
from flows.teamwork.tables import Kudos

flow = Flow(
    name="teamwork",
    folder=Path(__file__).parent,
    commands={"teamwork": Command(looking.command), "kudos": Command(thanking.command)},
    presses={"whose": Press(looking.whose, Team, lead=True)},
    walks={"kudos": walks.KUDOS, "whose": walks.WHOSE},
    report=figures.report,
    typed=[Typed(Kudos, "from_id", ("why",))],
)
