"""Knows Telegram, the database and time; knows no flow."""

import sys

# httpx and structlog load these where they find them, and typer brings them along: a tenth of the start and of the memory.
for unused in ("rich", "pygments"):
    sys.modules.setdefault(unused, None)  # type: ignore[arg-type]
