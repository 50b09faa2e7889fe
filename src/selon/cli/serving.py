"""Runs the server of the pages until it is stopped."""

import gc
import os
import socket
import threading
import webbrowser
from typing import TYPE_CHECKING

import click

from selon import api
from selon.errors import UsageError

if TYPE_CHECKING:
    from selon.web import Serving

PORT = 8731


def served(
    collection: api.Collection,
    *,
    host: str,
    port: int,
    names: tuple[str, ...] = (),
    is_read_only: bool = False,
    is_demo: bool = False,
    is_opened: bool,
) -> None:
    """Serve a collection until somebody ends it.

    Raises:
        UsageError: the address is taken or not of this machine, or it is beyond this machine and there is no password.
    """
    from selon.web.serving import Serving, is_this_machine

    password = os.environ.get("SELON_PASSWORD") or None
    if not is_this_machine(host) and password is None:
        fix = "set a password in SELON_PASSWORD, or leave --host away"
        raise UsageError("pages that others can reach need a password", where=f"--host {host}", fix=fix)
    listening = _listening(host, port)
    number = listening.getsockname()[1]
    serving = Serving(collection=collection, names=(*names, host), is_read_only=is_read_only, is_demo=is_demo, password=password)
    shown = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else f'[{host}]' if ':' in host else host}:{number}/"
    click.echo(f"selon: {shown} shows {collection.folder}; Ctrl-C ends it", err=True)
    if is_opened:
        threading.Timer(0.5, webbrowser.open, (shown,)).start()
    _run(serving, listening)


def _run(serving: "Serving", listening: socket.socket) -> None:
    import uvicorn

    from selon.web import application

    config = uvicorn.Config(
        application(serving), log_level="warning", access_log=False, server_header=False, proxy_headers=False, lifespan="off"
    )
    gc.collect()
    gc.freeze()  # what is loaded now stays: to look at all of it again took a tenth of a second of every thirtieth page
    uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        fix = "choose another with --port (0 takes any that is free) or --host"
        raise UsageError(f"nothing can listen there: {error.strerror or error}", where=f"{host}:{port}", fix=fix) from error
    return listening
