"""Listening on this machine, and telling the address."""

import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import uvicorn

from svod.store import read_record
from svod.web.app import create_app
from svod.web.tiles import read_tiles

HOST = "127.0.0.1"


def serve_case(
    case: Path, port: int, tell: Callable[[str], None], *, opens_browser: bool, tiles: Path | None = None
) -> None:
    """Serve the pages over a case until the process is interrupted.

    Args:
        case: Folder of the case.
        port: Port to listen on; 0 takes a free one.
        tell: Is told the address, which holds the token.
        opens_browser: Whether to open it, too.
        tiles: A PMTiles file with streets to draw under the live map.

    Raises:
        DamagedCaseError: If the case holds no whole record.
        UnusableTilesError: If a browser could not draw the tiles.
        OSError: If the port is taken.
    """
    read_record(case)
    streets = read_tiles(tiles) if tiles else None
    with socket.create_server((HOST, port)) as listener:
        port = listener.getsockname()[1]
        token = secrets.token_urlsafe(24)
        address = f"http://{HOST}:{port}/?token={token}"
        settings = uvicorn.Config(
            create_app(case, token, port, streets), log_level="warning", access_log=False, server_header=False
        )
        tell(address)
        if opens_browser:
            Timer(0.5, webbrowser.open, (address,)).start()
        uvicorn.Server(settings).run([listener])
