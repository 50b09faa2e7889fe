"""Feeds and sitemaps: what they list is fetched slowly, as robots.txt allows; a run that was cut short goes on."""

import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from fetch.site import Answer, Clock, Site, moved, page, public
from selon.errors import UsageError
from selon.model.addition import Addition
from selon.read.fetch import Choice, Progress, Settings, additions, settings
from selon.read.fetch.robots import Rules

FEED = "http://phare.example/feed"
MAP = "http://phare.example/sitemap.xml"


def feed(*links: str, dates: dict[str, str] | None = None) -> Answer:
    def item(link: str) -> str:
        date = (dates or {}).get(link)
        return f"<item><title>{link}</title><link>{link}</link>{f'<pubDate>{date}</pubDate>' if date else ''}</item>"

    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Le Phare</title>{"".join(map(item, links))}</channel></rss>'
    return Answer(body=body.encode(), headers={"Content-Type": "application/rss+xml", "ETag": f'"{len(body)}"'})


def sitemap(*links: str, dates: dict[str, str] | None = None, root: str = "urlset", item: str = "url") -> Answer:
    def one(link: str) -> str:
        date = (dates or {}).get(link)
        return f"<{item}><loc>{link}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</{item}>"

    body = f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(map(one, links))}</{root}>'
    return Answer(body=body.encode(), headers={"Content-Type": "application/xml"})


def at(*paths: object, host: str = "phare.example") -> list[str]:
    return [f"http://{host}/{path}" for path in paths]


@pytest.fixture
def site() -> Iterator[Site]:
    with Site({f"/{number}": page(f"Page {number}") for number in range(10)}) as one:
        one.answers["/feed"] = feed(*at(1, 2, 3))
        yield one


@pytest.fixture
def other() -> Iterator[Site]:
    with Site({f"/{number}": page(f"Autre {number}") for number in range(10)}) as one:
        yield one


class Collection:
    def __init__(self, folder: Path, sites: dict[str, Site]) -> None:
        self.folder, self.sites, self.clock = folder, sites, Clock()
        self.said: list[str] = []
        self.told: list[Progress] = []

    def run(self, *sources: str, chosen: Settings | None = None, **choice: object) -> Iterator[Addition]:
        self.clock.seconds += 1_000
        return additions(
            sources, self.folder, settings=chosen or Settings(), choice=Choice(**choice),  # type: ignore[arg-type]
            world=public(self.sites, clock=self.clock), say=self.said.append, tell=self.told.append,
        )  # fmt: skip

    def add(self, *sources: str, chosen: Settings | None = None, **choice: object) -> dict[str, str]:
        """The outcome of each address."""
        found = list(self.run(*sources, chosen=chosen, **choice))
        assert max(Counter(one.url for one in found).values(), default=1) == 1
        return {one.url.removeprefix("http://").removeprefix("phare.example"): str(one.outcome) for one in found}


@pytest.fixture
def collection(tmp_path: Path, site: Site, other: Site) -> Collection:
    return Collection(tmp_path, {"phare.example": site, "quai.example": other})


# ---- what is followed


def test_the_items_of_a_feed_are_fetched(collection: Collection, site: Site) -> None:
    found = list(collection.run(FEED))
    assert [(one.url, one.listed_in, one.outcome) for one in found] == [
        (FEED, None, "added"), *((url, FEED, "added") for url in at(1, 2, 3)),
    ]  # fmt: skip
    assert site.paths == ["/feed", "/robots.txt", "/1", "/2", "/3"]


def test_sitemaps_within_a_sitemap_are_followed(collection: Collection, site: Site) -> None:
    site.answers |= {
        "/sitemap.xml": sitemap(*at("a.xml", "b.xml"), root="sitemapindex", item="sitemap"),
        "/a.xml": sitemap(*at(1, 2)),
        "/b.xml": sitemap(*at("c.xml"), root="sitemapindex", item="sitemap"),
        "/c.xml": sitemap(*at("d.xml"), root="sitemapindex", item="sitemap"),
        "/d.xml": sitemap(*at(3)),
    }
    assert set(collection.add(MAP)) == {"/sitemap.xml", "/a.xml", "/b.xml", "/c.xml", "/1", "/2"}
    assert any("too deep" in words for words in collection.said)


def test_a_sitemap_may_be_packed(collection: Collection, site: Site) -> None:
    packed = gzip.compress(sitemap(*at(1, 2)).body)
    site.answers["/sitemap.xml.gz"] = Answer(body=packed)
    site.answers |= {"/data.gz": Answer(body=gzip.compress(b"no list")), "/odd.gz": Answer(body=b"\x1f\x8b odd")}
    assert set(collection.add(f"{MAP}.gz")) == {"/sitemap.xml.gz", "/1", "/2"}
    assert collection.add(*at("data.gz", "odd.gz")) == {"/data.gz": "added", "/odd.gz": "added"}
    assert collection.said == []


def test_a_page_that_is_listed_is_not_followed_further(collection: Collection, site: Site) -> None:
    site.answers |= {"/feed": feed(*at("inner")), "/inner": feed(*at(1))}
    assert collection.add(FEED) == {"/feed": "added", "/inner": "added"}


def test_an_address_that_is_listed_twice_is_asked_once(collection: Collection, site: Site) -> None:
    site.answers |= {"/sitemap.xml": sitemap(*at(1, 1, 2, "2#a", "sitemap.xml"))}
    assert collection.add(MAP, FEED) == dict.fromkeys(("/sitemap.xml", "/feed", "/1", "/2", "/3"), "added")


def test_what_a_feed_lists_is_checked_like_any_address(collection: Collection, site: Site) -> None:
    site.answers["/feed"] = feed("http://user@phare.example/1", "http://phare.example:22/", "http://inside.example/", *at(1))
    found = {one.url: (str(one.outcome), one.reason) for one in collection.run(FEED)}
    assert found["http://phare.example:22/"][0] == "refused"
    assert found["http://user@phare.example/1"][0] == "refused"
    assert "cannot be had" in str(found["http://inside.example/"][1])
    assert found[at(1)[0]] == ("added", None)


def test_a_feed_that_is_broken_is_said(collection: Collection, site: Site) -> None:
    site.answers["/feed"] = Answer(body=b"<?xml version='1.0'?><urlset><url><loc>x</loc>", headers={"Content-Type": "text/xml"})
    assert collection.add(FEED) == {"/feed": "added"}
    assert any("no sitemap" in words for words in collection.said)


# ---- limits


def test_a_limit_holds_for_each_source_and_the_next_run_goes_on(collection: Collection, site: Site) -> None:
    site.answers["/sitemap.xml"] = sitemap(*at(4, 5, 6))
    assert collection.add(FEED, MAP, limit=2) == dict.fromkeys(("/feed", "/sitemap.xml", "/1", "/2", "/4", "/5"), "added")
    assert [words for words in collection.said if "1 more pages" in words] == collection.said
    assert collection.add(FEED, limit=2) == {"/feed": "unchanged", "/1": "held", "/2": "held", "/3": "added"}


def test_sitemaps_beyond_the_limit_are_not_asked(collection: Collection, site: Site) -> None:
    site.answers["/sitemap.xml"] = sitemap(*at("a.xml", "b.xml", "c.xml"), root="sitemapindex", item="sitemap")
    site.answers |= {f"/{name}.xml": sitemap(*at(*numbers)) for name, numbers in {"a": (1, 2, 3), "b": (4,), "c": (5,)}.items()}
    assert set(collection.add(MAP, limit=2)) == {"/sitemap.xml", "/a.xml", "/1", "/2"}
    assert any("1 more pages and 2 more sitemaps" in words for words in collection.said)
    assert set(collection.add(MAP, limit=2)) == {"/sitemap.xml", "/a.xml", "/b.xml", "/1", "/2", "/3", "/4"}


def test_since_leaves_out_what_is_older_or_without_a_date(collection: Collection, site: Site) -> None:
    first, second, third, fourth = at(1, 2, 3, 4)
    dates = {first: "2026-04-30", second: "2026-05-01T00:10:00+02:00", third: "2026-06", at(7)[0]: "hier"}
    site.answers["/sitemap.xml"] = sitemap(first, second, third, fourth, *at(7), dates=dates)
    site.answers["/feed"] = feed(
        *at(5, 6), dates={at(5)[0]: "Fri, 01 May 2026 10:00:00 +0200", at(6)[0]: "Thu, 30 Apr 2026 10:00:00 +0200"}
    )
    assert set(collection.add(MAP, FEED, since="2026-05-01")) == {"/sitemap.xml", "/feed", "/2", "/3", "/5"}
    assert any("2 pages are listed without a date" in words for words in collection.said)


def test_sitemaps_that_are_older_are_not_asked(collection: Collection, site: Site) -> None:
    old, new, undated = at("old.xml", "new.xml", "undated.xml")
    site.answers["/sitemap.xml"] = sitemap(
        old, new, undated, dates={old: "2025-01-01", new: "2026-06-01"}, root="sitemapindex", item="sitemap"
    )
    site.answers |= {"/new.xml": sitemap(*at(1), dates={at(1)[0]: "2026-06-01"}), "/undated.xml": sitemap()}
    collection.add(MAP, since="2026-05")
    assert site.paths == ["/sitemap.xml", "/robots.txt", "/new.xml", "/undated.xml", "/1"]


# ---- going on


def test_a_run_that_is_cut_short_goes_on(collection: Collection, site: Site) -> None:
    run = collection.run(FEED)
    assert [next(run).outcome for _ in range(3)] == ["added"] * 3
    run.close()  # type: ignore[attr-defined]
    asked = len(site.asked)
    assert collection.add(FEED) == {"/feed": "unchanged", "/1": "held", "/2": "held", "/3": "added"}
    assert site.paths[asked:] == ["/feed", "/robots.txt", "/3"]
    assert site.asked[asked][1]["If-None-Match"] == site.answers["/feed"].headers["ETag"]  # 304: its items are those that are kept


def test_again_asks_for_pages_that_are_held(collection: Collection, site: Site) -> None:
    collection.add(FEED)
    site.answers["/2"] = page("Page 2, corrigée")
    assert collection.add(FEED, again=True) == {"/feed": "unchanged", "/1": "unchanged", "/2": "added", "/3": "unchanged"}


def test_a_page_that_has_changed_since_it_was_captured_is_asked_again(collection: Collection, site: Site) -> None:
    first, second, third = at(1, 2, 3)
    site.answers["/sitemap.xml"] = sitemap(first, second, third)
    collection.add(MAP)
    dates = {first: "2026-05-03T23:59:00Z", second: "2026-05-03", third: "2026-05-03T01:00:00Z"}
    site.answers["/sitemap.xml"] = sitemap(first, second, third, dates=dates)
    assert collection.add(MAP) == {"/sitemap.xml": "added", "/1": "unchanged", "/2": "held", "/3": "held"}


def test_a_page_that_is_held_under_another_address_is_held(collection: Collection, site: Site) -> None:
    site.answers |= {"/feed": feed(*at("short")), "/short": moved("/1")}
    assert collection.add(FEED) == {"/feed": "added", "/short": "added"}
    assert collection.add(FEED) == {"/feed": "unchanged", "/short": "held"}


def test_what_failed_is_asked_again(collection: Collection, site: Site) -> None:
    gone = site.answers.pop("/2")
    assert collection.add(FEED)["/2"] == "failed"
    site.answers["/2"] = gone
    assert collection.add(FEED)["/2"] == "added"


# ---- robots.txt


ROBOTS = b"User-agent: *\nDisallow: /2\nCrawl-delay: 7\n"


def test_robots_hold_for_what_is_listed(collection: Collection, site: Site) -> None:
    site.answers["/robots.txt"] = Answer(body=ROBOTS)
    found = {one.url: one for one in collection.run(FEED)}
    assert found[at(2)[0]].outcome == "refused"
    assert "robots.txt" in str(found[at(2)[0]].reason)
    assert "/2" not in site.paths
    assert set(collection.clock.sleeps) == {5.0, 7.0}  # the host's own pause, once it is known


def test_robots_do_not_hold_for_a_page_that_a_person_names(collection: Collection, site: Site) -> None:
    site.answers["/robots.txt"] = Answer(body=b"User-agent: *\nDisallow: /\n")
    assert collection.add(at(2)[0]) == {"/2": "added"}
    assert site.paths == ["/2"]


def test_robots_are_asked_where_a_redirect_leads(collection: Collection, site: Site, other: Site) -> None:
    site.answers |= {"/feed": feed(*at("out", 1)), "/out": moved("http://quai.example/2")}
    other.answers["/robots.txt"] = Answer(body=ROBOTS)
    assert collection.add(FEED) == {"/feed": "added", "/out": "refused", "/1": "added"}
    assert other.paths == ["/robots.txt"]


def test_what_robots_said_is_in_the_record(collection: Collection, site: Site) -> None:
    from warcio.archiveiterator import ArchiveIterator

    site.answers["/robots.txt"] = Answer(body=ROBOTS)
    collection.add(FEED)
    (path,) = collection.folder.glob("*.warc.gz")
    with path.open("rb") as stream:
        notes = [one.raw_stream.read().decode() for one in ArchiveIterator(stream) if one.rec_type == "metadata"]
    assert "a person named this page" in notes[0]
    assert "http://phare.example/robots.txt was followed, sha256:" in notes[1]
    assert f"listed-in: {FEED}" in notes[1]


@pytest.mark.parametrize(("status", "outcome"), [(404, "added"), (403, "added"), (500, "refused"), (503, "refused")])
def test_rules_that_cannot_be_had(collection: Collection, site: Site, status: int, outcome: str) -> None:
    site.answers["/robots.txt"] = Answer(status=status)
    assert collection.add(FEED)["/1"] == outcome


def test_a_pause_that_is_too_long_is_said(collection: Collection, site: Site) -> None:
    site.answers["/robots.txt"] = Answer(body=b"User-agent: selon\nCrawl-delay: 600\n")
    (reason,) = {one.reason for one in collection.run(FEED) if one.outcome == "refused"}
    assert "--pause 600" in str(reason)
    assert collection.add(FEED, chosen=Settings(pause_seconds=600))["/1"] == "added"


def test_no_rules_allow_everything() -> None:
    assert Rules(said="", shut=False, protego=None).allows("http://phare.example/1")


# ---- pauses


def test_one_host_rests_between_two_pages(collection: Collection) -> None:
    collection.add(FEED)
    assert collection.clock.sleeps == [5.0] * 4  # before robots.txt and three pages


def test_another_host_is_asked_in_the_pause(collection: Collection, site: Site, other: Site) -> None:
    site.answers["/feed"] = feed(*at(1), *at(1, host="quai.example"), *at(2), *at(2, host="quai.example"))
    collection.add(FEED)
    assert collection.clock.sleeps == [5.0] * 3
    assert other.paths == ["/robots.txt", "/1", "/2"]


def test_how_far_a_run_is_is_told(collection: Collection) -> None:
    collection.add(FEED)
    assert [(one.done, one.waiting) for one in collection.told] == [(0, 1), (1, 3), (1, 3), (2, 2), (3, 1)]
    assert collection.told[-1].host == "phare.example"
    assert collection.told[-1].seconds == 5.0


# ---- hosts that say: not now


def flaky(*answers: Answer) -> Answer:
    """One answer after the other; the last one stays."""
    left = list(answers)

    def write(line: object) -> None:
        answer = left.pop(0) if len(left) > 1 else left[0]
        headers = "".join(f"{name}: {value}\r\n" for name, value in answer.headers.items())
        line(f"HTTP/1.1 {answer.status} X\r\n{headers}Content-Length: {len(answer.body)}\r\n\r\n".encode() + answer.body)  # type: ignore[operator]

    return Answer(write=write)


BROKEN = Answer(write=lambda line: line(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nOui"))


@pytest.mark.parametrize(
    ("status", "said", "sleeps"),
    [
        (429, {"Retry-After": "30"}, [30.0]),
        (503, {"Retry-After": "7"}, [7.0]),
        (503, {"Retry-After": "2"}, [5.0]),  # never less than the pause
        (503, {}, [5.0]),
        (429, {"Retry-After": "soon"}, [5.0]),
        (503, {"Retry-After": "Sun, 03 May 2026 10:17:20 GMT"}, [40.0]),  # the clock begins at 10:00, a run 1,000 seconds later
        (503, {"Retry-After": "Sat, 02 May 2026 10:17:20 GMT"}, [5.0]),
    ],
)
def test_retry_after(collection: Collection, site: Site, status: int, said: dict[str, str], sleeps: list[float]) -> None:
    site.answers["/1"] = flaky(Answer(status=status, headers=said), site.answers["/1"])
    assert collection.add(at(1)[0]) == {"/1": "added"}
    assert collection.clock.sleeps == sleeps


def test_a_host_that_wants_to_be_left_alone_is(collection: Collection, site: Site) -> None:
    site.answers["/1"] = Answer(status=429, headers={"Retry-After": "3600"})
    found = list(collection.run(FEED))
    assert [one.outcome for one in found] == ["added", *["failed"] * 3]
    assert "ask again in 3600 seconds" in str(found[1].reason)
    assert "come back in 3600 seconds" in str(found[2].reason)
    assert site.paths == ["/feed", "/robots.txt", "/1"]


def test_a_host_that_puts_off_for_ever(collection: Collection, site: Site) -> None:
    site.answers["/1"] = Answer(status=503)
    assert collection.add(at(1)[0]) == {"/1": "failed"}
    assert site.paths == ["/1"] * 3


def test_an_answer_that_breaks_off_is_asked_for_again(collection: Collection, site: Site) -> None:
    site.answers["/1"] = flaky(Answer(status=503), site.answers["/1"])
    assert collection.add(at(1)[0]) == {"/1": "added"}
    site.answers["/2"] = BROKEN
    assert collection.add(at(2)[0], chosen=Settings(pause_seconds=0)) == {"/2": "failed"}
    assert site.paths == ["/1"] * 2 + ["/2"] * 3
    assert collection.clock.sleeps == [5.0, 1.0, 4.0]


def test_a_host_that_is_silent_three_times_is_left_alone(collection: Collection, site: Site) -> None:
    links = [*at(1, 2, 3, 4, 5)]
    site.answers |= {"/feed": feed(*links), **{f"/{number}": BROKEN for number in range(1, 6)}}
    found = list(collection.run(FEED))
    assert [one.outcome for one in found] == ["added", *["failed"] * 5]
    assert "left alone" in str(found[-1].reason)
    assert Counter(site.paths)["/4"] == 0


def test_a_host_that_is_not_there_does_not_stop_the_others(collection: Collection) -> None:
    found = list(collection.run("http://gone.example/1", *at(1)))
    assert [(one.url, one.outcome) for one in found] == [("http://gone.example/1", "failed"), (at(1)[0], "added")]
    assert "no host 'gone.example'" in str(found[0].reason)


# ---- settings


@pytest.mark.parametrize(
    ("environment", "given"),
    [({}, {"pause_seconds": 1.0}), ({}, {"pause_seconds": -1.0}), ({}, {"contact": "a b"}), ({"SELON_CONTACT": "a\r\nX: y"}, {})],
)
def test_settings_that_are_refused(environment: dict[str, str], given: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        settings(environment, **given)  # type: ignore[arg-type]


def test_settings_of_the_environment() -> None:
    found = settings({"SELON_ALLOW_PRIVATE": "1", "SELON_CONTACT": "quai@phare.example"}, pause_seconds=0)
    assert (found.allow_private, found.contact, found.pause_seconds) == (True, "quai@phare.example", 0)
    assert not settings({"SELON_ALLOW_PRIVATE": "yes"}).allow_private
