"""`python -m tests.echo run --config …`: the real command line, with the echo flow for a show."""

import flows
from tests.echo import build

flows.SHOW = (build(),)  # type: ignore[assignment]

from bot.cli import main  # noqa: E402  it reads the show when it is imported

if __name__ == "__main__":
    main()
