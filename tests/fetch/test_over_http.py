"""One request and its answer: byte for byte, within limits, over TLS that is verified, from public addresses only."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from fetch.site import Answer, Clock, Site, Write, moved, page, public, secure
from selon.errors import InputError, LimitExceeded, Malformed, Missing, Refused, Unreached, Unreadable
from selon.read.fetch.exchange import Exchange, Fetched
from selon.read.fetch.redirects import fetched
from selon.read.fetch.settings import Limits, Settings
from selon.read.fetch.targets import target
from selon.read.fetch.world import World

SMALL = Limits(raw_bytes=20_000, decoded_bytes=200_000, ratio_from_bytes=1_000, connect_seconds=60, read_seconds=60, total_seconds=60)
MANY_SECONDS = 60.0


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as one:
        yield one


def ask(site: Site, path: str = "/", *, limits: Limits = SMALL, world: World | None = None) -> Fetched:
    return fetched(target(f"http://phare.example{path}"), settings=Settings(limits=limits), world=world or public({"phare.example": site}))


def one(site: Site, path: str = "/", *, limits: Limits = SMALL) -> Exchange:
    return ask(site, path, limits=limits).last


# ---- what goes over the line


def test_the_bytes_of_the_line_are_kept(site: Site) -> None:
    said = b"HTTP/1.1 200 Fine  so far\r\nX-Odd:   two  spaces \r\ncontent-type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunks = b"3\r\nOui\r\n1;x=y\r\n.\r\n0\r\n\r\n"
    site.answers["/"] = Answer(write=lambda write: write(said + chunks))
    found = one(site)
    assert found.response == said + chunks
    assert found.response[: found.head_bytes] == said
    assert found.content == b"Oui."
    assert (found.status, found.header("content-type"), found.media_type) == (200, "text/html", "text/html")
    assert found.request.startswith(b"GET / HTTP/1.1\r\nHost: phare.example\r\n")
    assert found.peer == "93.184.216.1"


def test_what_is_asked(site: Site) -> None:
    site.answers["/"] = page("Oui")
    chosen = Settings(contact="quai@phare.example")
    fetched(target("http://phare.example/"), settings=chosen, world=public({"phare.example": site}))
    headers = site.asked[0][1]
    assert headers["User-Agent"].startswith("selon/")
    assert "quai@phare.example" in headers["User-Agent"]
    assert headers["Accept-Encoding"] == "gzip"
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_an_interim_answer_is_passed_over(site: Site) -> None:
    site.answers["/"] = Answer(write=lambda write: write(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nOui"))
    found = one(site)
    assert found.response == b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nOui"
    assert found.content == b"Oui"


def test_an_answer_without_a_length_ends_with_the_connection(site: Site) -> None:
    site.answers["/"] = Answer(write=lambda write: write(b"HTTP/1.0 200 OK\r\n\r\nOui"))
    assert one(site).content == b"Oui"


def test_a_packed_page_is_unpacked_and_kept_packed(site: Site) -> None:
    packed = gzip.compress(b"<p>Oui</p>", mtime=0)
    site.answers["/"] = Answer(body=packed, headers={"Content-Encoding": "gzip"})
    found = one(site)
    assert found.content == b"<p>Oui</p>"
    assert found.response.endswith(packed)


# ---- limits


@pytest.mark.parametrize(
    ("body", "coding", "error", "what"),
    [
        (gzip.compress(bytes(150_000), mtime=0), "gzip", LimitExceeded, "packed too tightly"),
        (gzip.compress(bytes(range(256)) * 2_000, mtime=0), "gzip", LimitExceeded, "unpacks to more than"),
        (gzip.compress(gzip.compress(b"Oui")), "gzip, gzip", Unreadable, "not asked for"),
        (b"Oui", "br", Unreadable, "not asked for"),
        (b"Oui", "gzip", Malformed, "broken"),
        (gzip.compress(b"Oui " * 100, mtime=0)[:-9], "gzip", Malformed, "cut short"),
        (gzip.compress(b"", mtime=0) * 101, "gzip", LimitExceeded, "pieces"),
        (b"x" * 30_000, "", LimitExceeded, "larger than"),
    ],
)
def test_payloads_that_are_refused(site: Site, body: bytes, coding: str, error: type[InputError], what: str) -> None:
    site.answers["/"] = Answer(body=body, headers={"Content-Encoding": coding} if coding else {})
    with pytest.raises(error, match=what) as said:
        one(site)
    assert said.value.where == "http://phare.example/"
    assert said.value.fix


@pytest.mark.parametrize("body", [b"", gzip.compress(b"Oui", mtime=0) + gzip.compress(b".", mtime=0) + bytes(20)])
def test_payloads_that_are_odd_and_fine(site: Site, body: bytes) -> None:
    site.answers["/"] = Answer(body=body, headers={"Content-Encoding": "x-gzip"})
    assert one(site).content == (b"Oui." if body else b"")


def endless(write: Write) -> None:
    write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        write(b"<p>encore</p>" * 100)


def endless_headers(write: Write) -> None:
    write(b"HTTP/1.1 200 OK\r\n")
    while True:
        write(b"X-Encore: " + b"x" * 500 + b"\r\n")


def endless_line(write: Write) -> None:
    write(b"HTTP/1.1 200 OK\r\nX-Encore: ")
    while True:
        write(b"x" * 500)


@pytest.mark.parametrize(("write", "error"), [(endless, LimitExceeded), (endless_headers, InputError), (endless_line, InputError)])
def test_answers_without_an_end(site: Site, write: object, error: type[InputError]) -> None:
    site.answers["/"] = Answer(write=write)  # type: ignore[arg-type]
    with pytest.raises(error):
        one(site)


def drip(head: bytes) -> object:
    def write(line: Write) -> None:
        line(head)
        for _ in range(1_000):
            line(b"x")
            time.sleep(0.02)

    return write


def silence(write: Write) -> None:
    write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nOui")
    time.sleep(1)


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: ", b""]
)
def test_a_byte_now_and_then_keeps_nobody_waiting(site: Site, head: bytes) -> None:
    site.answers["/"] = Answer(write=drip(head))  # type: ignore[arg-type]
    with pytest.raises(Unreached, match=r"longer than 0\.3 seconds"):
        one(site, limits=Limits(read_seconds=MANY_SECONDS, total_seconds=0.3))


def test_silence(site: Site) -> None:
    site.answers["/"] = Answer(write=silence)
    with pytest.raises(Unreached, match=r"nothing came for 0\.2 seconds"):
        one(site, limits=Limits(read_seconds=0.2, total_seconds=MANY_SECONDS))


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.7\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nOui",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nOui",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nOui",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"\x00\xff\r\n\r\n",
    ],
)
def test_answers_that_are_none(site: Site, said: bytes) -> None:
    site.answers["/"] = Answer(write=lambda write: write(said))
    with pytest.raises(Unreached) as error:
        one(site)
    assert error.value.what.isprintable()


# ---- who is asked


def test_no_such_host(site: Site) -> None:
    with pytest.raises(Missing, match=r"no host 'quai\.example'"):
        fetched(target("http://quai.example/"), settings=Settings(), world=public({"phare.example": site}))


def test_nobody_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        gone = target(f"http://127.0.0.1:{free.getsockname()[1]}/", any_port=True)
    with pytest.raises(Unreached, match="nobody answers"):
        fetched(gone, settings=Settings(allow_private=True))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked(host: str) -> None:
    try:
        socket.getaddrinfo(host.strip("[]"), 80)
    except OSError:
        pytest.skip("this machine does not read it as an address")
    with pytest.raises(Refused, match=r"not public|no public|name of a host"):
        fetched(target(f"http://{host}/"), settings=Settings())


def test_a_name_that_leads_inside_is_not_connected_to(site: Site) -> None:
    connected: list[str] = []

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        connected.append(address)
        return socket.create_connection(("127.0.0.1", site.port))

    world = World(resolve=lambda host, port: ["10.0.0.5", "::ffff:192.168.0.1"], connect=connect)
    with pytest.raises(Refused, match=r"192\.168\.0\.1 is not public \(private\)"):
        ask(site, world=world)
    assert (connected, site.connections) == ([], 0)


def test_the_address_at_the_other_end_is_what_counts(site: Site) -> None:
    """The name server says one thing, the connection leads to another: nothing is sent."""
    world = public({"phare.example": site}, peer=lambda connection: str(connection.getpeername()[0]))
    with pytest.raises(Refused, match=r"who answers is not public: 127\.0\.0\.1 \(this machine\); nothing was sent"):
        ask(site, world=world)
    assert site.asked == []


def test_a_name_that_changes_between_two_requests(site: Site) -> None:
    """Every hop looks the name up again, and is checked again."""
    site.answers["/"] = moved("/inside")
    plain = public({"phare.example": site})
    answers = iter([plain.resolve("phare.example", 80), ["127.0.0.1"]])
    world = World(resolve=lambda host, port: next(answers), connect=plain.connect, peer=plain.peer)
    with pytest.raises(Refused, match="no public address"):
        ask(site, world=world)
    assert site.paths == ["/"]


def test_a_public_address_beside_a_private_one_is_asked(site: Site) -> None:
    site.answers["/"] = page("Oui")
    plain = public({"phare.example": site})
    world = World(resolve=lambda host, port: ["10.0.0.5", *plain.resolve(host, port)], connect=plain.connect, peer=plain.peer)
    assert ask(site, world=world).last.status == 200


def test_a_name_that_is_looked_up_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    monkeypatch.setattr("selon.read.fetch.world.RESOLVE_SECONDS", 0.05)
    monkeypatch.setattr("selon.read.fetch.world.socket.getaddrinfo", lambda *_, **__: [()][gate.wait() :])
    with pytest.raises(Unreached, match="cannot be looked up"):
        fetched(target("http://phare.example/"), settings=Settings())
    gate.set()


def test_of_many_addresses_a_few_are_tried() -> None:
    tried: list[str] = []

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        tried.append(address)
        raise OSError("nobody")

    world = World(resolve=lambda host, port: [f"93.184.216.{number}" for number in range(200)], connect=connect)
    with pytest.raises(Unreached, match="nobody answers"):
        fetched(target("http://phare.example/"), settings=Settings(), world=world)
    assert len(tried) == 8


def test_proxies_of_the_environment_are_not_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    site.answers["/"] = page("Oui")
    assert one(site).status == 200


# ---- redirects


def test_each_redirect_is_an_exchange_of_its_own(site: Site) -> None:
    site.answers |= {"/": moved("/a", 301), "/a": moved("http://quai.example/b", 308), "/b": page("Oui")}
    found = ask(site, world=public({"phare.example": site, "quai.example": site}))
    assert [hop.target.url for hop in found.hops] == ["http://phare.example/", "http://phare.example/a", "http://quai.example/b"]
    assert [hop.status for hop in found.hops] == [301, 308, 200]


@pytest.mark.parametrize(
    ("to", "error", "what"),
    [
        ("/", Refused, "in a circle"),
        ("http://10.0.0.5/", Missing, "no host"),
        ("http://phare.example:22/", Refused, "port 22"),
        ("file:///etc/passwd", Refused, "only http"),
        ("http://a:b@phare.example/", Refused, "name or password"),
        ("http://127.0.0.1/", Missing, "no host"),
    ],
)
def test_redirects_that_are_not_followed(site: Site, to: str, error: type[InputError], what: str) -> None:
    site.answers["/"] = moved(to)
    with pytest.raises(error, match=what):
        ask(site)
    assert site.paths == ["/"]


def test_redirects_to_private_addresses(site: Site) -> None:
    site.answers["/"] = moved("http://inside.example/secret")
    plain = public({"phare.example": site})
    world = World(
        resolve=lambda host, port: ["192.168.0.1"] if host == "inside.example" else plain.resolve(host, port),
        connect=plain.connect,
        peer=plain.peer,
    )
    with pytest.raises(Refused, match="private"):
        ask(site, world=world)


def test_too_many_redirects(site: Site) -> None:
    site.answers |= {f"/{number}": moved(f"/{number + 1}") for number in range(10)}
    with pytest.raises(LimitExceeded, match="more than 5 times"):
        ask(site, "/0")
    assert len(site.asked) == 6


# ---- TLS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def trusting(ca: trustme.CA, folder: Path) -> Settings:
    path = folder / f"{id(ca)}.pem"
    ca.cert_pem.write_to_path(str(path))
    return Settings(limits=SMALL, ca_file=str(path))


def test_tls_is_verified_and_said(authority: trustme.CA, tmp_path: Path) -> None:
    with Site({"/": page("Oui")}, tls=secure(authority, "phare.example")) as site:
        settings, world = trusting(authority, tmp_path), public({"phare.example": site})
        found = fetched(target("https://phare.example/"), settings=settings, world=world).last
    assert found.status == 200
    assert found.tls is not None
    assert found.tls.version in ("TLSv1.2", "TLSv1.3")
    assert len(found.tls.sha256) == 64
    assert "trustme" in found.tls.issuer


@pytest.mark.parametrize(
    ("names", "days", "is_known", "what"),
    [
        (["quai.example"], 30, True, "Hostname mismatch"),
        (["phare.example"], -1, True, "expired"),
        (["phare.example"], 30, False, "unable to get local issuer|self-signed"),
    ],
)
def test_certificates_that_do_not_stand_for_the_page(tmp_path: Path, names: list[str], days: int, is_known: bool, what: str) -> None:
    ca = trustme.CA()
    with Site({"/": page("Oui")}, tls=secure(ca, *names, days=days)) as site:
        settings = trusting(ca if is_known else trustme.CA(), tmp_path)
        with pytest.raises(Refused, match=what):
            fetched(target("https://phare.example/"), settings=settings, world=public({"phare.example": site}))
    assert site.asked == []


def test_a_page_that_is_not_encrypted_is_no_encrypted_page(authority: trustme.CA, tmp_path: Path) -> None:
    with Site({"/": page("Oui")}) as site, pytest.raises(Unreached):
        fetched(target("https://phare.example/"), settings=trusting(authority, tmp_path), world=public({"phare.example": site}))
    assert site.asked == []


def test_a_redirect_does_not_leave_tls(authority: trustme.CA, tmp_path: Path) -> None:
    settings = trusting(authority, tmp_path)
    with (
        Site({"/": moved("http://phare.example/open")}, tls=secure(authority, "phare.example")) as site,
        pytest.raises(Refused, match="encr"),
    ):
        fetched(target("https://phare.example/"), settings=settings, world=public({"phare.example": site}))
    assert site.paths == ["/"]


def test_a_handshake_that_never_ends(authority: trustme.CA, tmp_path: Path) -> None:
    settings = Settings(limits=Limits(connect_seconds=MANY_SECONDS, total_seconds=0.3), ca_file=trusting(authority, tmp_path).ca_file)
    with socket.create_server(("127.0.0.1", 0)) as server:
        world = World(
            resolve=lambda host, port: ["93.184.216.1"],
            connect=lambda address, port, seconds: socket.create_connection(server.getsockname(), timeout=seconds),
            peer=lambda connection: "93.184.216.1",
            now=Clock().now,
        )
        with pytest.raises(Unreached, match=r"longer than 0\.3 seconds"):
            fetched(target("https://phare.example/"), settings=settings, world=world)
