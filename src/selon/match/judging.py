"""What is found between the statements of each two articles: judged now, or taken from what was judged before of the same two."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selon.match.evidence import judge
from selon.match.judgement import Judgement
from selon.match.made import Told
from selon.match.shared import Shared
from selon.model.memo import Memo

Pair = tuple[int, int]
Meeting = tuple[int, int, float]  # a pair, and how alike the articles of the two are
_Found = tuple[Judgement | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Judging:
    """All that two statements are judged by."""

    memo: Memo
    passages: Shared
    articles: Mapping[str, bytes]  # id -> digest of all that its statements hold

    def of(self, told: Told, meetings: Iterable[Meeting]) -> dict[Pair, Judgement]:
        """What is found between the statements of some pairs, in the order of these."""
        if not self.memo.is_kept:
            compared = ((a, b, self._judged(told, a, b, alike)) for a, b, alike in meetings)
            return {(a, b): found for a, b, found in compared if found is not None}
        groups: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
        for one in meetings:
            groups[told[one[0]].appearance.article_id, told[one[1]].appearance.article_id].append(one)
        inside = list(groups.values())
        rests = [self._rests(both, some, told) for both, some in groups.items()]
        kept = self.memo.many(
            "judged", rests, _Found, lambda wanted: [tuple([self._judged(told, *one) for one in inside[at]]) for at in wanted]
        )
        found = {
            one[:2]: own
            for some, all_own in zip(inside, kept, strict=True)
            for one, own in zip(some, all_own, strict=True)
            if own is not None
        }
        return {pair: found[pair] for pair in sorted(found, key=lambda pair: (pair[1], pair[0]))}

    def _rests(self, both: tuple[str, str], inside: Sequence[Meeting], told: Told) -> bytes:
        """What is found between the statements of two articles rests on: these, which of them meet, and the passages that both share."""
        shared = self.passages.passages.get((min(both), max(both)))
        met = "".join([told[index].appearance.id for one in inside for index in one[:2]])
        return self.articles[both[0]] + self.articles[both[1]] + (self.memo.digest(shared) if shared else b"") + met.encode()

    def _judged(self, told: Told, first: int, second: int, alike: float) -> Judgement | None:
        a, b = told[first], told[second]
        return judge(a, b, self.passages.words(a.appearance, b.appearance), alike=alike)
