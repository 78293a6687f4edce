"""What the bot knows of a person, and how it forgets them."""

from pathlib import Path

from bot.crew import Member
from bot.flow import Command, Flow, Press
from flows.privacy import conversation

flow = Flow(
    name="privacy",
    folder=Path(__file__).parent,
    commands={"forget": Command(conversation.ask, team=False)},
    presses={"forget": Press(conversation.forget, Member), "keep": Press(conversation.keep, Member)},
)
