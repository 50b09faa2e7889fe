"""One collection, one server and one browser for all tests of the pages."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from selon.api import Collection, made
from selon.api.samples import sheet_path
from selon.disk import write
from selon.engine import Local
from selon.show.research import sampling
from selon.show.research.sheets import sheet
from selon.web import Serving
from support.asking import Client, listening

CHROMIUM = Path("/usr/bin/chromium")
STORY = Path(__file__).parents[2] / "src/selon/demo/story"


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's story as a collection that was run; nobody writes into it."""
    folder = tmp_path_factory.mktemp("pages") / "port"
    collection = made(folder, name="Port-Elvane")
    shutil.copytree(STORY, folder / "captures", dirs_exist_ok=True)
    collection.run(engine=Local(workers=1))
    drawn = sampling.attributions(collection.answer().readings, 4, by=["lang"], seed="1")
    write(sheet_path(folder, "attribution", "1"), sheet(drawn, "attribution"))
    return folder


@pytest.fixture(scope="session")
def client(kept: Path) -> Client:
    return Client(Serving(collection=Collection(kept), is_demo=True))


@pytest.fixture
def own(kept: Path, tmp_path: Path) -> Path:
    """A copy of the collection, to write into."""
    return Path(shutil.copytree(kept, tmp_path / "own"))


@pytest.fixture(scope="session")
def claim(client: Client) -> str:
    """The claim of most articles."""
    return client.links("/claims?order=articles", r"/claims/([0-9a-f]{16})")[0]


@pytest.fixture(scope="session")
def every_page(client: Client, claim: str) -> dict[str, str]:
    """One address of each kind of page."""
    article, other = client.links(f"/claims/{claim}", r"/compare\?a=([0-9a-f]{16})&amp;b=([0-9a-f]{16})")[0]
    voice = client.links("/claimants", r"/claimants/([0-9a-f]{16})")[0]
    said = client.links(f"/claims/{claim}", r"/rulings/new\?thing=attribution&amp;id=([0-9a-f]+)")[0]
    return {
        "overview": "/",
        "claims": "/claims",
        "no claims": "/claims?lang=xx",
        "claim": f"/claims/{claim}",
        "articles": "/articles",
        "article": f"/articles/{article}",
        "voices": "/claimants",
        "voice": f"/claimants/{voice}",
        "compare": f"/compare?a={article}&b={other}",
        "search": "/search?q=barriere",
        "nothing found": "/search?q=zzzz",
        "corrections": "/rulings",
        "correct": f"/rulings/new?thing=attribution&id={said}",
        "merge": f"/rulings/new?thing=claimant&gesture=merge&id={voice}",
        "export": f"/exports?format=csv&claim={claim}",
        "samples": "/samples",
        "sample": "/samples/attribution-1.csv",
        "import": "/import",
        "help": "/help",
        "missing": "/claims/0000",
    }


@dataclass
class Served:
    """A server at work."""

    address: str
    serving: Serving
    noise: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def served(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The pages on a free port, over a collection that journeys may write into."""
    folder = Path(shutil.copytree(kept, tmp_path_factory.mktemp("served") / "port"))
    serving = Serving(collection=Collection(folder), is_demo=True)
    with listening(serving) as address:
        yield Served(address, serving)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """Debian's browser, without a window."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.is_file():
        pytest.skip(f"no browser at {CHROMIUM}: apt install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()
