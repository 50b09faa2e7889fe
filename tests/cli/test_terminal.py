"""What stands on a terminal: bounded, with what was left out said, and nothing of an article obeyed by it; --json has all of it."""

import json
from pathlib import Path

import pytest

from cli.conftest import Run

_LONG = "« " + "Le bac attend au quai et la barrière reste fermée jusqu'à nouvel ordre, " * 700 + "voilà »"
_WORDS = f"{_LONG}, a déclaré mardi Ada Brynn, capitaine du port d'Ormelle."
_POISON = "Le quai\x1b[2J\x1b]0;owned\x07 d'Ormelle\u202e fermé\u2066\x9b31m"
_BARE = "\x1b\x07\x9b\u202e\u2066"


@pytest.fixture
def for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.cli.output.is_for_people", lambda: True)


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """Two articles with one quotation of 50,000 characters, and one that is a single block of 500,000."""
    news = tmp_path / "news"
    news.mkdir()
    for number, outlet in enumerate(("Le Phare", "La Digue")):
        page = {"id": f"a{number}", "outlet": outlet, "date": f"2021-05-0{number + 3}", "lang": "fr", "text": f"{_WORDS} Le bac {number}."}
        (news / f"{number}.jsonl").write_text(json.dumps(page), encoding="utf-8")
    (news / "block.jsonl").write_text(json.dumps({"id": "block", "lang": "fr", "text": "mot " * 125_000}), encoding="utf-8")
    return news


@pytest.mark.parametrize("command", ["attributions", "blocks", "claims", "lineage", "reuse", "dates"])
@pytest.mark.usefixtures("for_people")
def test_what_is_very_long_is_cut_for_people_and_said(selon: Run, long: Path, command: str) -> None:
    code, told, _ = selon(command, long)
    assert code == 0
    assert len(told) < 30_000
    if command == "dates":
        return
    assert "characters left out, --json has them" in " ".join(told.split())
    if command not in ("lineage", "reuse"):  # their lines have places alone
        assert len(selon(command, long, "--json")[1]) > 50_000


@pytest.mark.usefixtures("for_people")
def test_in_a_collection_too(selon: Run, long: Path, tmp_path: Path) -> None:
    folder = tmp_path / "harbour"
    assert selon("new", folder)[0] == 0
    assert selon("add", *sorted(long.glob("*.jsonl")), "--to", folder)[0] == 0
    assert selon("run", folder)[0] == 0
    claims = selon("claims", "--in", long, "--json")[1].splitlines()
    claim = json.loads(claims[0])["id"]
    for arguments in (
        ("article", "a0"),
        ("article", "block"),
        ("trace", claim),
        ("changes", claim),
        ("search", "barrière"),
        ("who", "Ada Brynn"),
    ):
        place = ("--collection", folder) if arguments[0] in ("article", "search") else ("--in", long)
        code, told, said = selon(*arguments, *place)
        assert code in (0, 4), (arguments, said)
        assert len(told) < 30_000, arguments


@pytest.fixture
def poison(tmp_path: Path) -> Path:
    page = {
        "id": f"p\x1b[31m{_POISON}", "outlet": _POISON, "title": _POISON, "lang": "fr", "date": "2021-05-03", "url": f"https://x.example/{_POISON}",
        "text": f"{_POISON}\n\nMardi, {_POISON} Ada Brynn, ministre {_POISON}, a déclaré que la barrière {_POISON} resterait fermée.",
    }  # fmt: skip
    other = {**page, "id": "q", "outlet": f"B{_POISON}"}
    (tmp_path / f"w\x1b[1m{'x' * 9}.jsonl").write_text(f"{json.dumps(page)}\n{json.dumps(other)}\n{{bad {_POISON}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", ["attributions", "blocks", "claims", "lineage", "reuse", "dates", "denials", "gaps", "stats"])
@pytest.mark.parametrize("is_seen", [True, False])
def test_no_escape_of_an_article_reaches_a_terminal(
    selon: Run, poison: Path, command: str, is_seen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pipe the bidirectional characters stay, as data; what a terminal would obey does not, for pipes end there too."""
    monkeypatch.setattr("selon.cli.output.is_for_people", lambda: is_seen)
    code, told, said = (
        selon(command, poison)
        if command in ("attributions", "blocks", "claims", "lineage", "reuse", "dates")
        else selon(command, "--in", poison)
    )
    assert code in (0, 3), said
    for char in _BARE if is_seen else _BARE[:3]:
        assert char not in told, (command, char)
    assert not any(char in said for char in _BARE), said


@pytest.mark.usefixtures("for_people")
def test_a_role_of_a_text_of_an_open_date_is_told_of_no_day(selon: Run, root: Path) -> None:
    told = " ".join(selon("who", "Torvaux", root / "src" / "selon" / "demo" / "story")[1].split())
    assert "2031-03-14 → … ordre-de-fermeture" in told
    assert "✗" not in told


@pytest.mark.usefixtures("for_people")
def test_a_denial_has_one_sign_everywhere(selon: Run, root: Path) -> None:
    assert "⊘ denies" in selon("who", "Office du détroit", root / "src" / "selon" / "demo" / "story")[1]
