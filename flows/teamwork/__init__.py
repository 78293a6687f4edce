"""Teamwork: how well calls are answered, measured from what is on record, and thanks from one to another."""

from pathlib import Path

from bot.flow import Command, Flow, Typed
from flows.teamwork import figures, thanking, walks
from flows.teamwork.tables import Kudos

flow = Flow(
    name="teamwork",
    folder=Path(__file__).parent,
    commands={"teamwork": Command(figures.command), "kudos": Command(thanking.command)},
    walks={"kudos": walks.KUDOS},
    report=figures.report,
    typed=[Typed(Kudos, "from_id", ("why",))],
)
