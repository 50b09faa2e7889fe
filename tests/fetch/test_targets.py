"""Which addresses are asked at all, and in which form."""

import pytest

from selon.errors import Refused
from selon.read.fetch.targets import redirected, target
from selon.read.paths import is_address


@pytest.mark.parametrize(
    ("written", "url", "path"),
    [
        ("https://phare.example", "https://phare.example/", "/"),
        (" HTTP://Phare.Example:80/a/../b ", "http://phare.example/a/../b", "/a/../b"),
        ("https://phare.example:443/a?b=c#d", "https://phare.example/a?b=c", "/a?b=c"),
        ("http://phare.example:443/", "http://phare.example:443/", "/"),
        ("https://phare.example/%7Efoo/é", "https://phare.example/%7Efoo/%C3%A9", "/%7Efoo/%C3%A9"),
        ("https://phare.example?q=1", "https://phare.example/?q=1", "/?q=1"),
        ("https://écluse.example/", "https://xn--cluse-9ra.example/", "/"),
        ("https://phare.example/a b", "https://phare.example/a%20b", "/a%20b"),
        ("http://[2001:4860:4860::8888]/", "http://[2001:4860:4860::8888]/", "/"),
    ],
)
def test_an_address_in_its_form(written: str, url: str, path: str) -> None:
    found = target(written)
    assert (found.url, found.path) == (url, path)
    assert target(found.url) == found


@pytest.mark.parametrize(
    "written",
    [
        "file:///etc/passwd", "ftp://phare.example/a", "gopher://phare.example/", "javascript:alert(1)", "data:text/html,a",
        "phare.example", "", "//phare.example/a", "http://", "http:///a", "https://user@phare.example/", "https://u:secret@phare.example/",
        "https://@phare.example/", "http://phare.example:22/", "http://phare.example:8080/", "http://phare.example:99999/", "http://phare.example:x/",
        "http://[::1/", "http://pha re.example/", "http://phare.example\\@other.example/", "http://phare.example/\r\nHost: other",
        "http://phare.example/\x00", "https://phare_.example:443@other.example/", "http://%31%32%37.0.0.1/", "http://-phare.example/",
        "https://phare.example/" + "a" * 9_000,
    ],
)  # fmt: skip
def test_what_is_refused(written: str) -> None:
    with pytest.raises(Refused) as error:
        target(written)
    assert error.value.fix
    assert error.value.where.isprintable()


def test_other_ports_where_they_are_allowed() -> None:
    assert target("http://phare.example:8080/", any_port=True).port == 8080


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://phare.example/b"),
        ("b?c", "https://phare.example/a/b?c"),
        ("//quai.example/b", "https://quai.example/b"),
        ("https://quai.example/b#c", "https://quai.example/b"),
        (" /b ", "https://phare.example/b"),
        ("/\u00c3\u00a9", "https://phare.example/%C3%A9"),  # UTF-8, read as Latin-1
        ("/\u00e9", "https://phare.example/%C3%A9"),
    ],
)
def test_where_a_redirect_leads(location: str, url: str) -> None:
    assert redirected(target("https://phare.example/a/"), location).url == url


@pytest.mark.parametrize(
    "location", ["http://phare.example/", "file:///etc/passwd", "https://a@b.example/", "http://phare.example:8080/", "gopher://b"]
)
def test_redirects_that_are_not_followed(location: str) -> None:
    with pytest.raises(Refused):
        redirected(target("https://phare.example/a"), location)


def test_an_address_is_told_from_a_path() -> None:
    assert [is_address(text) for text in ("https://a.example", "FTP://a", "pages/a.html", "c:/a", "-", "http:/a")] == [
        True,
        True,
        *[False] * 4,
    ]
