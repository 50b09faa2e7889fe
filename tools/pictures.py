"""Take the pictures of the README: the demo in the browser, as docs/pictures/*.png. Needs Debian's Chromium.

.venv/bin/python tools/pictures.py             take them
.venv/bin/python tools/pictures.py --check     take them anew, beside the kept ones: says which differ, and ends with 1 if any does

Another version of the browser draws letters otherwise, and signs that our fonts have not come from those of the machine; so both are kept
beside the pictures (`chromium.txt`), and where they are others nothing is compared, which is said (code 2).
"""

import argparse
import base64
import hashlib
import shutil
import socket
import subprocess
import sys
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
VERSION = "chromium.txt"
_WIDTHS = {"wide": (1440, 1500), "phone": (390, 1400)}  # and how much of a page is shown, in pixels
_TAKEN = {
    "overview": (("wide", "light"), ("phone", "dark")),
    "claim": (("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")),
    "article": (("wide", "light"), ("phone", "dark")),
}
_ARTICLE = "La Gazette des Passes"  # it quotes, reports and denies


_MOST_SHARE = 0.001  # of the points of a picture that may differ, by more than _MOST_STEPS of 255 in any colour
_MOST_STEPS = 8
_DIFFERING = """async ([a, b, steps]) => {
  const points = async (data) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + data;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height), brush = canvas.getContext('2d');
    brush.drawImage(image, 0, 0);
    return brush.getImageData(0, 0, image.width, image.height);
  };
  const [one, other] = [await points(a), await points(b)];
  if (one.width !== other.width || one.height !== other.height) return 1;
  let differing = 0;
  for (let at = 0; at < one.data.length; at += 4)
    if ([0, 1, 2].some((colour) => Math.abs(one.data[at + colour] - other.data[at + colour]) > steps)) differing += 1;
  return differing / (one.data.length / 4);
}"""


def main() -> int:
    """Take every picture, or compare; the exit code."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--check", action="store_true", help="compare with the kept pictures instead")
    is_check = asked.parse_args().check
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        if is_check:
            return check(browser, address)
        PICTURES.mkdir(parents=True, exist_ok=True)
        take_all(browser, address, PICTURES)
        (PICTURES / VERSION).write_text(f"{drawn_by(browser)}\n", encoding="utf-8")
    return 0


def check(browser: Browser, address: str) -> int:
    """Take every picture anew, and say which differ from those kept."""
    before, now = (PICTURES / VERSION).read_text(encoding="utf-8").strip(), drawn_by(browser)
    if before != now:
        print(f"not compared: the pictures were taken with {before}, here is {now}: python tools/pictures.py")
        return 2
    with tempfile.TemporaryDirectory(prefix="selon-pictures-") as folder:
        names = take_all(browser, address, Path(folder))
        shares = {name: differing(browser, PICTURES / name, Path(folder) / name) for name in names}
    for name, share in shares.items():
        print(f"{name}: {share:.2%} of its points differ{'' if share <= _MOST_SHARE else ': look at it, then python tools/pictures.py'}")
    return int(any(share > _MOST_SHARE for share in shares.values()))


def drawn_by(browser: Browser) -> str:
    """The browser's version, and a hash of the machine's fonts."""
    listing = shutil.which("fc-list")
    fonts = subprocess.run([listing, ":", "file"], capture_output=True, check=True).stdout if listing else b""
    return f"Chromium {browser.version}, fonts {hashlib.sha256(b''.join(sorted(fonts.splitlines(keepends=True)))).hexdigest()[:12]}"


def differing(browser: Browser, one: Path, other: Path) -> float:
    """The share of points, 0 to 1, in which two pictures differ; 1 where they are of other sizes, or one is missing."""
    if not one.is_file():
        return 1.0
    page = browser.new_page()
    found: float = page.evaluate(_DIFFERING, [*(base64.b64encode(path.read_bytes()).decode() for path in (one, other)), _MOST_STEPS])
    page.close()
    return found


def take_all(browser: Browser, address: str, folder: Path) -> list[str]:
    """Take every picture into a folder; their names."""
    pages = addresses(browser, address)
    wanted = [(name, width, scheme) for name, modes in _TAKEN.items() for width, scheme in modes]
    for name, width, scheme in wanted:
        take(browser, address + pages[name], folder / f"{name}-{width}-{scheme}.png", width=width, scheme=scheme)
    return [f"{name}-{width}-{scheme}.png" for name, width, scheme in wanted]


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
    sys.exit(main())
