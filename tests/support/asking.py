"""Asks the pages without a browser and without a network; serves them to one."""

import asyncio
import re
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import uvicorn

from selon.web import Serving, application


class Client:
    """One server's pages, asked as a browser on this machine would ask."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving
        self.guarded: Any = application(serving)
        self.app: Any = self.guarded.app  # behind the guard

    def get(self, address: str, **more: Any) -> httpx.Response:
        return self.ask("GET", address, **more)

    def post(self, address: str, data: dict[str, Any], **more: Any) -> httpx.Response:
        """A form of ours: its token, and an Origin of our own."""
        headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"} | more.pop("headers", {})
        return self.ask("POST", address, data={"token": self.serving.token} | data, headers=headers, **more)

    def ask(self, method: str, address: str, *, host: str = "localhost", **more: Any) -> httpx.Response:
        """In a thread of its own: the browser's driver keeps a loop in this one."""
        with ThreadPoolExecutor(1) as aside:
            return aside.submit(lambda: asyncio.run(self._asked(method, address, host, more))).result()

    def links(self, address: str, pattern: str) -> list[Any]:
        """What a pattern finds on a page, each once."""
        return list(dict.fromkeys(re.findall(pattern, self.get(address).text)))

    async def _asked(self, method: str, address: str, host: str, more: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.guarded)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            return await client.request(method, address, **more)


class listening:  # noqa: N801 - used in a `with`, as a verb
    """A server in a thread, for a while."""

    def __init__(self, serving: Serving, *, app: Any = None) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app or application(serving), log_level="error", lifespan="off", ws="none")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()
