"""Who is let in, what every answer bears, and what a foreign page cannot do."""

import base64
from pathlib import Path
from urllib.parse import urlencode

import pytest
from lxml import html

from selon.api import Collection
from selon.cli.serving import served
from selon.errors import UsageError
from selon.web import Serving
from selon.web.guard import HEADERS
from support.asking import Client

pytestmark = pytest.mark.xdist_group("web")

RULING = {"step": "preview", "thing": "attribution", "gesture": "reject", "id": "0", "who": "a", "why": "b"}


@pytest.mark.parametrize("address", ["/", "/claims/0000", "/nowhere", "/static/selon.css", "/static/nothing.css", "/help"])
def test_every_answer_bears_the_headers(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert {name: headers.get(name) for name in HEADERS} == dict(HEADERS)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.0.2.7", ""])
def test_foreign_names_of_this_machine_are_refused(client: Client, host: str) -> None:
    answer = client.ask("GET", "http://localhost/", headers={"Host": host})
    assert answer.status_code == 421 and answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.1:8731", "[::1]:80"])
def test_our_names_are_let_in(client: Client, host: str) -> None:
    assert client.ask("GET", "http://localhost/help", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=["nothing", "foreign", "null", "cross-site", "contrary", "same-site", "none"],
)
@pytest.mark.parametrize("address", ["/rulings", "/import", "/jobs/0/stop"])
def test_what_writes_comes_from_our_own_pages(client: Client, address: str, headers: dict[str, str]) -> None:
    answer = client.ask("POST", address, data=RULING | {"token": client.serving.token}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("address", ["/rulings", "/import", "/jobs/0/stop"])
@pytest.mark.parametrize("token", ["", "wrong"])
def test_a_form_without_our_token_is_refused(client: Client, address: str, token: str) -> None:
    assert client.post(address, RULING | {"token": token}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert client.ask(method, "/rulings", headers={"Origin": "http://localhost"}).status_code == 405


def test_a_form_of_unknown_or_great_length_is_refused(client: Client) -> None:
    headers = {"Origin": "http://localhost", "Content-Length": str(1 << 30)}
    assert client.ask("POST", "/import", content=b"", headers=headers).status_code == 413


def test_read_only_pages_take_no_form_and_show_none(kept: Path) -> None:
    client = Client(Serving(collection=Collection(kept), is_read_only=True))
    assert client.post("/rulings", RULING).status_code == 403
    claim = client.links("/claims?order=articles", r"/claims/([0-9a-f]{16})")[0]
    for address in (f"/claims/{claim}", "/rulings", "/articles"):
        assert "/rulings/new" not in client.get(address).text
        assert 'method="post"' not in client.get(address).text


def test_a_password_is_asked_for_before_anything(kept: Path) -> None:
    client = Client(Serving(collection=Collection(kept), password="marée"))
    answer = client.get("/static/selon.css")
    assert answer.status_code == 401 and answer.headers["www-authenticate"].startswith("Basic")
    for words, status in (("anyone:marée", 200), ("anyone:maree", 401), ("marée", 401)):
        code = base64.b64encode(words.encode()).decode()
        assert client.get("/help", headers={"Authorization": f"Basic {code}"}).status_code == status
    assert client.get("/help", headers={"Authorization": "Basic ###"}).status_code == 401


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_beyond_this_machine_only_with_a_password(kept: Path, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SELON_PASSWORD", raising=False)
    with pytest.raises(UsageError, match="password"):
        served(Collection(kept), host=host, port=0, is_opened=False)


@pytest.mark.parametrize("foreign", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_the_way_back_stays_on_these_pages(client: Client, every_page: dict[str, str], foreign: str) -> None:
    page = html.fromstring(client.get(f"{every_page['correct']}&{urlencode({'back': foreign})}").text)
    assert page.xpath("//a[@data-close]/@href") == ["/rulings"]


def test_only_addresses_of_the_web_are_added(own: Path) -> None:
    client = Client(Serving(collection=Collection(own)))
    before = sorted((own / "captures").rglob("*"))
    for line in ("/etc/hostname", "file:///etc/hostname", "../x", "ftp://x.example/"):
        answer = client.post("/import", {"addresses": line}, files={"files": ("", b"")})
        assert answer.status_code == 409 and line in answer.text
    assert sorted((own / "captures").rglob("*")) == before
