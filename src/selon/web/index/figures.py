"""The numbers of the overview, added up while an index is written."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from selon.model.lineage import Story
from selon.model.reading import Reading

_ROWS, _COLUMNS = 20, 12  # of the matrix: articles that report most, voices that are reported most
_DAYS, _MONTHS = 45, 60  # of the picture of time; longer stretches are shown by month, then by year
_MOST = 12


@dataclass(slots=True)
class Figures:
    """What one collection holds, in numbers. `voices` is set when the claimants are known."""

    articles: int = 0
    attributions: int = 0
    undated: int = 0
    vague: int = 0  # dated at one end alone: on or after a day, or by a day
    partly: int = 0  # not whole
    claims: int = 0  # listed
    shared: int = 0  # of those, told in two articles or more
    denied: int = 0
    voices: int = 0
    anonymous: int = 0
    outlets: Counter[str] = field(default_factory=Counter)
    langs: Counter[str] = field(default_factory=Counter)
    days: Counter[str] = field(default_factory=Counter)  # YYYY-MM-DD -> articles
    earliest: str | None = None
    latest: str | None = None
    _rows: list[tuple[int, str, str, dict[str, tuple[int, bool, bool]]]] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    _said: Counter[str] = field(default_factory=Counter)
    _nameless: set[str] = field(default_factory=set)

    def add(self, one: Reading) -> None:
        """Count one article."""
        article, when = one.article, one.article.published
        self.articles += 1
        self.attributions += len(one.attributions)
        self.partly += article.degraded is not None
        self.langs[article.lang] += 1
        if article.outlet:
            self.outlets[article.outlet] += 1
        day = (when.earliest or when.latest or "")[:10] if when else ""
        self.undated += not day
        if when and when.earliest and when.latest:
            self.days[day] += 1
            self.earliest, self.latest = min(self.earliest or day, day), max(self.latest or day, when.latest[:10])
        else:
            self.vague += day != ""
        self._row(one, day)

    def add_story(self, story: Story, *, is_listed: bool) -> None:
        """Count one claim."""
        self.claims += is_listed
        self.shared += is_listed and story.origins.articles > 1
        self.denied += is_listed and any(one.kind != "unconfirmed" for one in story.denials)

    def told(self) -> dict[str, Any]:
        """All of it, as JSON can hold it."""
        self._keep_most()
        columns = [ident for ident, _ in sorted(self._said.items(), key=lambda item: (-item[1], item[0]))[:_COLUMNS]]
        rows = sorted(self._rows, key=lambda row: (row[1] or "9999", row[2]))
        return {
            "articles": self.articles,
            "attributions": self.attributions,
            "undated": self.undated,
            "vague": self.vague,
            "partly": self.partly,
            "claims": self.claims,
            "shared": self.shared,
            "denied": self.denied,
            "voices": self.voices,
            "anonymous": len(self._nameless),
            "outlets": self.outlets.most_common(_MOST),
            "outlets_all": len(self.outlets),
            "langs": self.langs.most_common(),
            "earliest": self.earliest,
            "latest": self.latest,
            "times": _times(self.days),
            "columns": [[ident, self._names[ident]] for ident in columns],
            "rows": [[name, [cells.get(ident) for ident in columns]] for _, _, name, cells in rows],
        }

    def _row(self, one: Reading, day: str) -> None:
        """Keep the articles that report most, each with its voices: how often, a denial among them, a refusal to confirm."""
        cells: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for attribution, resolution in zip(one.attributions, one.resolutions, strict=True):
            if (claimant := resolution.claimant) is not None:
                self._names.setdefault(claimant.id, claimant.name)
                self._said[claimant.id] += 1
                cell = cells[claimant.id]
                cell[0] += 1
                cell[1] += attribution.stance.value == "denied"
                cell[2] += attribution.stance.value == "unconfirmed"
                if claimant.kind.value == "anonymous":
                    self._nameless.add(claimant.id)
        row = (len(one.attributions), day, one.article.id, {ident: (cell[0], cell[1] > 0, cell[2] > 0) for ident, cell in cells.items()})
        self._rows.append(row)
        if len(self._rows) > 2 * _ROWS:
            self._keep_most()

    def _keep_most(self) -> None:
        self._rows = sorted(self._rows, key=lambda row: (-row[0], row[2]))[:_ROWS]


def _times(days: Counter[str]) -> list[tuple[str, int]]:
    """Articles by day, by month, or by year where the months are too many; stretches without one stand too."""
    whole = sorted(day for day in days if len(day) == len("2031-03-13"))
    if not whole:
        return []
    first, last = date.fromisoformat(whole[0]), date.fromisoformat(whole[-1])
    if (last - first).days < _DAYS:
        every = [(first + timedelta(days=step)).isoformat() for step in range((last - first).days + 1)]
        return [(day, days.get(day, 0)) for day in every]
    by_month, by_year = Counter[str](), Counter[str]()
    for day, many in days.items():
        by_month[day[:7]] += many
        by_year[day[:4]] += many
    if _count(whole[0], whole[-1]) <= _MONTHS:
        return [(month, by_month.get(month, 0)) for month in _between(whole[0], whole[-1])]
    return [(f"{year:04}", by_year.get(f"{year:04}", 0)) for year in range(first.year, last.year + 1)]


def _count(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def _between(first: str, last: str) -> list[str]:
    year, month = int(first[:4]), int(first[5:7])
    return [f"{year + (month - 1 + step) // 12:04}-{(month - 1 + step) % 12 + 1:02}" for step in range(_count(first, last))]
