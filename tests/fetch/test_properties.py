"""Whatever a host answers and whatever an address looks like: an exchange or one of our errors, never anything else."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fetch.site import Answer, Site, public
from selon.errors import InputError
from selon.read.fetch.exchange import Exchange
from selon.read.fetch.records import held, held_in, packed
from selon.read.fetch.redirects import fetched
from selon.read.fetch.settings import Limits, Settings
from selon.read.fetch.targets import redirected, target
from selon.read.fetch.unpack import gunzipped

LIMITS = Limits(raw_bytes=5_000, read_seconds=60, total_seconds=60)
VALUES = st.one_of(
    st.sampled_from(
        [
            "chunked",
            "gzip",
            "-1",
            "5",
            "5, 6",
            "999999999999999999999",
            "0x5",
            "/a",
            "//",
            "http://[",
            "https://b",
            "",
            "\x00",
            "é\x1b[2J",
            "close",
        ]
    ),
    st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=20),
)
NAMES = st.one_of(
    st.sampled_from(
        ["Content-Length", "Transfer-Encoding", "Content-Encoding", "Location", "Content-Type", "ETag", "Retry-After", "Connection", ""]
    ),
    st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=8),
)
HEADS = st.builds(
    lambda version, status, headers: (
        f"{version} {status} X\r\n{''.join(f'{name}: {value}' + chr(13) + chr(10) for name, value in headers)}\r\n"
    ),
    st.sampled_from(["HTTP/1.1", "HTTP/1.0", "HTTP/2", "ICY", ""]),
    st.sampled_from(["200", "100", "204", "301", "304", "404", "999", "1000", "-1", "x", ""]),
    st.lists(st.tuples(NAMES, VALUES), max_size=5),
)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as one:
        yield one


def is_read_back(exchange: Exchange) -> bool:
    """Do its records say the same when they are read again, and do all digests hold?"""
    known = held(exchange, "one.warc.gz")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "one.warc.gz"
        path.write_bytes(packed(exchange, known, [("robots", "none")]))
        digests = [one.verify_block_digest() for one in FastIterator(BytesIO(path.read_bytes()), parse_http=False)]
        assert digests == [True] * 3
        return list(held_in(path)) == [known]


@settings(max_examples=150)
@given(head=HEADS, body=st.binary(max_size=60))
@example(head="HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", body=b"Oui")
@example(head="HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", body=b"-5\r\nOui")
@example(head="HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", body=b"7fffffffffffffff\r\nOui")
@example(head="HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", body=b"ffffffff\r\nOui")
def test_any_answer_is_an_exchange_or_an_error(site: Site, head: str, body: bytes) -> None:
    said = head.encode("latin-1") + body
    site.answers["/"] = Answer(write=lambda write: write(said))
    try:
        found = fetched(target("http://phare.example/"), settings=Settings(limits=LIMITS), world=public({"phare.example": site}))
    except InputError as error:
        words = (error.what, error.where, error.fix)
    else:
        words = ("", found.last.answer, "")
        assert said.endswith(found.hops[0].response)
        assert all(map(is_read_back, found.hops))
        assert found.last.location is None
    assert all(map(str.isprintable, words))


@given(st.one_of(st.text(max_size=60), st.from_regex(r"https?://[^\n]{0,40}", fullmatch=True)))
def test_any_address_has_one_form_or_is_refused(text: str) -> None:
    try:
        found = target(text)
    except InputError:
        return
    assert found.url.isascii()
    assert found.url.isprintable()
    assert target(found.url) == found


@given(st.text(max_size=60))
def test_any_redirect_leads_to_an_address_or_is_refused(text: str) -> None:
    try:
        found = redirected(target("https://phare.example/a"), text)
    except InputError:
        return
    assert found.scheme == "https"
    assert target(found.url) == found


@given(st.binary(max_size=200))
def test_any_packed_bytes_unpack_or_are_refused(packed: bytes) -> None:
    with suppress(InputError):
        gunzipped(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + packed, limits=LIMITS, where="here")
