"""`python -m tests.echo run --config …`: the real command line, with the echo flow for a show."""

import sys
from pathlib import Path
from types import ModuleType

from tests.echo import build

show = ModuleType("flows")
show.SHOW = (build(),)  # type: ignore[attr-defined]
show.PLAYBOOKS = Path(__file__).parents[2] / "flows" / "playbooks"  # type: ignore[attr-defined]
sys.modules["flows"] = show

from bot.cli import main  # noqa: E402  it reads the show when it is imported

if __name__ == "__main__":
    main()
