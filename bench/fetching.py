"""What keeping a page costs: pages added a second, asked again and found unchanged, and the index made anew from the archives.

    python bench/fetching.py [--pages 300] [--bytes 60000]

The pages are made up and served on loopback by this process, without pauses, so the figures hold request, digests, packing and the flush to
the disk, and no network. CPU times are those of this process, the server's part included.
"""

import argparse
import hashlib
import os
import platform
import random
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from selon.model.addition import Addition
from selon.read.fetch import Choice, Settings, additions

_TEXT = "le pont tient depuis trente ans et la mairie de Valbrune le dit volontiers quand on le lui demande"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--bytes", type=int, default=60_000, help="of each page")
    given = parser.parse_args()
    pages = dict(_pages(given.pages, given.bytes))
    data = hashlib.sha256(b"".join(pages.values())).hexdigest()[:12]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; {given.pages} made-up pages, {data}")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(pages))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    addresses = [f"http://127.0.0.1:{server.server_port}{path}" for path in pages]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(allow_private=True, pause_seconds=0)

        def run(sources: list[str]) -> Iterator[Addition]:
            return additions(sources, folder, settings=settings, choice=Choice())

        _measured("added", given.pages, lambda: list(run(addresses)))
        _measured("unchanged", given.pages, lambda: list(run(addresses)))
        (folder / ".index.jsonl").unlink()
        _measured("index made anew", given.pages, lambda: list(run(addresses[:1])))
        kept = sum(path.stat().st_size for path in folder.glob("*.warc.gz"))
        print(f"{kept / 1e6:.1f} MB kept of {given.pages * given.bytes / 1e6:.1f}")
    server.shutdown()


def _measured(what: str, many: int, work: Callable[[], object]) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{what:<16} {many / wall:8.0f} a second, {1e3 * cpu / many:6.2f} ms of CPU each")


def _pages(many: int, size: int) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(1)
    for number in range(many):
        text = " ".join(chance.choices(_TEXT.split(), k=size // 5)).encode()
        yield f"/{number}", b"<!DOCTYPE html><html><body><p>" + text[:size] + b"</p></body></html>"


def _handler(pages: dict[str, bytes]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(pages[self.path])))
            self.end_headers()
            self.wfile.write(pages[self.path])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


if __name__ == "__main__":
    main()
