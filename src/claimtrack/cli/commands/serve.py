"""`serve`: the claims in a browser, in Datasette."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from claimtrack.cli.option_groups import takes
from claimtrack.cli.options import example, filters
from claimtrack.cli.terminal import terminal_of
from claimtrack.errors import RefusedError
from claimtrack.model import Filters

app = typer.Typer()
PORT = 8001  # Datasette's own


@app.command("serve", epilog=example("serve --open", "serve --speaker putin --port 8010 --watch"))
@takes(filters, "which")
def serve(
    ctx: typer.Context,
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="On this port of this machine.")] = PORT,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Follow what is recorded meanwhile.")] = False,
    which: Filters,
) -> None:
    """Show the claims in a browser, to be read only, until Ctrl-C; nothing private is shown."""
    terminal = terminal_of(ctx)
    if find_spec("datasette") is None:
        raise RefusedError(
            "A browser is served by Datasette; install it with `pip install 'claimtrack[web]'`."
        )
    from claimtrack.cli.server import show  # noqa: PLC0415  # --help of the program starts no process

    show(terminal, which, port=port, opened=open_, watch=watch)
