"""A claim of very many passages: its page is answered from the first of them, the whole stands beside it."""

from dataclasses import replace
from pathlib import Path

import pytest

from selon.model.lineage import Story
from selon.show.whose import in_order
from selon.web.index import Index, index_made
from selon.web.index.glance import cut
from support.asking import Client

pytestmark = pytest.mark.xdist_group("web")

_MANY = 700


@pytest.fixture
def story(client: Client, claim: str) -> Story:
    """The story of a claim, told again and again."""
    index: Index = client.app.state.held.index()
    told = index.story(claim)
    assert told is not None
    appearances = [one for one in told.claim.appearances if one.claimant_id] or list(told.claim.appearances)
    more = [replace(appearances[0], id=f"{number:016x}") for number in range(_MANY)]
    return replace(told, claim=replace(told.claim, appearances=(*told.claim.appearances, *more)))


def test_the_first_passages_and_the_label_are_kept(story: Story) -> None:
    few = cut(story)
    assert few is not None
    kept = {one.id for one in few.claim.appearances}
    assert few.claim.worded == story.claim.worded
    assert in_order(few.claim)[:100] == in_order(story.claim)[:100]
    assert all(one.appearance_id in kept for one in few.chains)
    assert (few.origins, few.first, few.denials) == (story.origins, story.first, story.denials)


def test_a_short_story_is_whole(client: Client, claim: str) -> None:
    index: Index = client.app.state.held.index()
    told, glance = index.story(claim), index.glance(claim)
    assert told is not None and glance is not None
    assert cut(told) is None
    assert (glance.story, glance.is_cut) == (told, False)


def test_pages_of_a_large_claim_hold_every_passage_once(
    client: Client, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: Index = client.app.state.held.index()
    names = list(dict.fromkeys([*(one.article_id for one in story.claim.appearances), *(one.article_id for one in story.denials)]))
    path = tmp_path / "pages.db"
    index_made(path, key="large", readings=held.readings(names).values(), edges=held.edges(names), reuses=(), stories=[story])
    index = Index(path)
    glance = index.glance(story.claim.id)
    assert glance is not None and glance.is_cut
    assert (glance.appearances, index.story(story.claim.id)) == (len(story.claim.appearances), story)
    monkeypatch.setattr(client.app.state.held, "index", lambda: index)
    monkeypatch.setattr("selon.web.pages.claim._DRAWN", 0)
    seen: list[str] = []
    for first in range(0, len(story.claim.appearances), 30):
        page = client.get(f"/claims/{story.claim.id}?tellings={first}")
        assert page.status_code == 200
        seen += [part.split('"')[0] for part in page.text.split('<tr data-row id="a')[1:]]
    assert sorted(seen) == sorted(one.id for one in story.claim.appearances)
    late = in_order(story.claim)[-1].id
    assert client.get(f"/claims/{story.claim.id}?passage={late}").status_code == 200
