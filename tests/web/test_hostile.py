"""Hostile text in every field: nothing of it becomes an element, an attribute, a link or a request."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from selon.api import Collection
from selon.pipeline import Answer
from selon.web import Serving
from selon.web.index import Index, index_made
from selon.web.text import visible
from support.asking import Client, listening
from support.poisoned import PAYLOADS, poisoned

pytestmark = pytest.mark.xdist_group("web")

_ATTRIBUTES = ("style", "srcdoc", "formaction", "autofocus", "background", "ping", "http-equiv-x")
_PICTURE = re.compile(r"/claims/[0-9a-f]{16}/stemma\.svg(\?narrow=1)?")  # a drawing that is too large for its page
_LINKS = ("/", "#", "?", "https://", "http://")


class Fixed:
    """An index that stays."""

    is_of_these_rules = True

    def __init__(self, index: Index) -> None:
        self._index = index

    def index(self) -> Index:
        return self._index

    def rulings(self, collection: Collection) -> tuple[()]:
        return ()

    def state(self) -> str:
        return ""


@pytest.fixture(scope="module")
def answer(kept: Path) -> Answer:
    return Collection(kept).answer()


def hostile(kept: Path, whole: Answer, folder: Path, payload: str) -> Client:
    answer = poisoned(whole, payload)
    index_made(
        folder / "pages.db",
        key="",
        readings=answer.readings,
        edges=answer.lineage.edges,
        reuses=answer.reuses,
        stories=answer.lineage.stories,
    )
    client = Client(Serving(collection=Collection(kept)))
    client.app.state.held = Fixed(Index(folder / "pages.db"))
    return client


def attribute_faults(one: html.HtmlElement) -> list[str]:
    found = []
    for name, value in one.attrib.items():
        if name.startswith(("on", "hx-", "data-hx")) or name in _ATTRIBUTES:
            found.append(f"an attribute: {name}={value[:60]}")
        if name in ("href", "src", "action", "xlink:href") and not value.startswith(_LINKS):
            found.append(f"a link: {value[:60]}")
        if name in ("src", "action") and not (value.startswith("/") and not value.startswith("//")):
            found.append(f"a target: {value[:60]}")
    return found


def faults(text: str) -> list[str]:
    page = html.document_fromstring(text)
    found = []
    for one in page.iter():
        if not isinstance(one.tag, str):
            found.append(f"a comment: {html.tostring(one)[:80]!r}")
            continue
        if one.tag in ("iframe", "object", "embed", "base", "math", "mglyph", "style", "frame", "applet", "x"):
            found.append(f"an element: {one.tag}")
        if one.tag == "img" and not _PICTURE.fullmatch(one.get("src", "")):
            found.append("a foreign picture")
        if one.tag == "script" and (one.get("src") != "/static/selon.js" or one.text):
            found.append("a script")
        if one.tag == "meta" and one.get("http-equiv"):
            found.append("a refresh")
        if one.tag == "link" and not str(one.get("href")).startswith("/static/"):
            found.append("a foreign sheet")
        found += attribute_faults(one)
    return found


@pytest.mark.parametrize("name", list(PAYLOADS))
def test_no_text_becomes_markup(kept: Path, answer: Answer, tmp_path: Path, every_page: dict[str, str], name: str) -> None:
    client = hostile(kept, answer, tmp_path, PAYLOADS[name])
    for address in (every_page[page] for page in ("overview", "claim", "article", "voices", "voice", "articles", "claims", "compare")):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert faults(answer.text) == [], address
        assert not set(answer.text) & {"\x00", "\x1b", "\u202e", "\u2066", "\u200b", "\ufeff", "\x85"}, address
    shown = html.fromstring(client.get(every_page["voice"]).text).text_content()
    assert visible(PAYLOADS[name])[:20].strip() in shown or name == "controls"


@pytest.mark.parametrize("name", list(PAYLOADS))
def test_what_is_typed_stays_text(client: Client, every_page: dict[str, str], name: str) -> None:
    typed: dict[str, Any] = {
        "q": PAYLOADS[name],
        "by": PAYLOADS[name],
        "outlet": PAYLOADS[name],
        "lang": PAYLOADS[name],
        "name": PAYLOADS[name],
    }
    for address in ("/search", "/claims", "/articles", "/claimants"):
        answer = client.ask("GET", address, params=typed)
        assert answer.status_code in (200, 409)
        assert faults(answer.text) == []
    refused = client.post(
        "/rulings",
        {"step": "preview", "thing": "claimant", "gesture": "rename", "id": "0000", "who": PAYLOADS[name], "why": PAYLOADS[name]},
    )
    assert refused.status_code == 409 and faults(refused.text) == []
    assert faults(client.post("/import", {"addresses": PAYLOADS[name]}, files={"files": ("", b"")}).text) == []


def test_the_effect_of_a_decision_is_text(client: Client, every_page: dict[str, str]) -> None:
    """One for all: what is typed is shown again, in fields and in sentences."""
    typed = " ".join(PAYLOADS.values())
    given = {
        "step": "preview",
        "thing": "attribution",
        "gesture": "speaker",
        "name": "Odile Kervran",
        "role": typed,
        "who": typed,
        "why": typed,
    }
    effect = client.post("/rulings", given | {"id": every_page["correct"].rsplit("=", 1)[1]})
    assert effect.status_code == 200 and faults(effect.text) == []


def test_no_text_acts_in_a_browser(kept: Path, answer: Answer, tmp_path: Path, every_page: dict[str, str], chromium: Any) -> None:
    """All of it at once: no dialog, no request but for pages and files of ours, no word on the console."""
    client = hostile(kept, answer, tmp_path, " ".join(PAYLOADS[name] for name in PAYLOADS if name != "controls"))
    heard: list[str] = []
    with listening(client.serving, app=client.guarded) as address:
        page = chromium.new_page()
        page.on("dialog", lambda dialog: (heard.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda message: heard.append(f"console {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error {error}"))
        page.on("request", lambda request: heard.append(f"request {request.url}") if not _is_ours(request.url, address) else None)
        for name in ("overview", "claim", "article", "voice", "articles", "compare"):
            page.goto(address + every_page[name])
            page.mouse.move(300, 300)
            page.wait_for_timeout(50)
            assert page.url == address + every_page[name]
        page.context.close()
    assert heard == []


def _is_ours(url: str, address: str) -> bool:
    return url.startswith(f"{address}/")
