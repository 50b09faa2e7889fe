"""Take the pictures of the README: the demo in the browser, as docs/pictures/*.png. Needs Debian's Chromium."""

import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from selon.api import made
from selon.engine import Local
from selon.web import Serving, application

ROOT = Path(__file__).resolve().parent.parent
STORY = ROOT / "src/selon/demo/story"
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
_WIDTHS = {"wide": (1440, 1500), "phone": (390, 1400)}  # and how much of a page is shown, in pixels
_TAKEN = {
    "overview": (("wide", "light"), ("phone", "dark")),
    "claim": (("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")),
    "article": (("wide", "light"), ("phone", "dark")),
}
_ARTICLE = "La Gazette des Passes"  # it quotes, reports and denies


def main() -> None:
    """Serve the demo, and take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        pages = addresses(browser, address)
        for name, modes in _TAKEN.items():
            for width, scheme in modes:
                take(browser, address + pages[name], PICTURES / f"{name}-{width}-{scheme}.png", width=width, scheme=scheme)
        browser.close()


@contextmanager
def serving() -> Iterator[str]:
    """The demo's collection on a free port; yields its address."""
    with tempfile.TemporaryDirectory(prefix="selon-pictures-") as folder:
        collection = made(Path(folder), name="Port-Elvane")
        shutil.copytree(STORY, collection.folder / "captures", dirs_exist_ok=True)
        collection.run(engine=Local(workers=1))
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        app = application(Serving(collection=collection, is_demo=True))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


def addresses(browser: Browser, address: str) -> dict[str, str]:
    """The pages to take: the overview, the claim of most articles, one article."""
    page = browser.new_page()
    page.goto(f"{address}/claims?order=articles")
    claim = page.locator("a.claim").first.get_attribute("href")
    page.goto(f"{address}/articles?outlet={_ARTICLE.replace(' ', '+')}")
    article = page.locator("a.claim").first.get_attribute("href")
    page.close()
    return {"overview": "/", "claim": claim or "", "article": article or ""}


def take(browser: Browser, address: str, picture: Path, *, width: str, scheme: str) -> None:
    """One picture, from the top of the page."""
    wide, high = _WIDTHS[width]
    context = browser.new_context(
        viewport={"width": wide, "height": 900}, color_scheme="dark" if scheme == "dark" else "light", locale="en-GB"
    )
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.fonts.ready")
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.screenshot(path=picture, full_page=True, clip={"x": 0, "y": 0, "width": wide, "height": min(high, whole)})
    context.close()


if __name__ == "__main__":
    main()
