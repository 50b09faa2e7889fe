"""What is found between the statements of each two articles: judged now, or taken from what was judged before of the same two."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selon.match.evidence import Judgement, Statement, judge
from selon.match.shared import Shared
from selon.model.memo import Memo

Pair = tuple[int, int]
_Found = tuple[Judgement | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Judging:
    """All that two statements are judged by."""

    memo: Memo
    passages: Shared
    articles: Mapping[str, bytes]  # id -> digest of all that its statements hold

    def of(self, told: Sequence[Statement], pairs: Iterable[Pair]) -> dict[Pair, Judgement]:
        """What is found between the statements of some pairs, in the order of these."""
        if not self.memo.is_kept:
            compared = ((pair, self._judged(told, pair)) for pair in pairs)
            return {pair: found for pair, found in compared if found is not None}
        groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in pairs:
            groups[told[pair[0]].appearance.article_id, told[pair[1]].appearance.article_id].append(pair)
        found = {pair: one for both, inside in groups.items() for pair, one in self._of_articles(both, inside, told) if one is not None}
        return {pair: found[pair] for pair in sorted(found, key=lambda pair: (pair[1], pair[0]))}

    def _of_articles(
        self, both: tuple[str, str], inside: Sequence[Pair], told: Sequence[Statement]
    ) -> Iterable[tuple[Pair, Judgement | None]]:
        def rests() -> object:
            shared = self.passages.passages.get((min(both), max(both)), ())
            ends = [(told[a].appearance.id, told[b].appearance.id) for a, b in inside]
            return self.articles[both[0]], self.articles[both[1]], shared, ends

        found = self.memo.of("judged", rests, _Found, lambda: tuple([self._judged(told, pair) for pair in inside]))
        return zip(inside, found, strict=True)

    def _judged(self, told: Sequence[Statement], pair: Pair) -> Judgement | None:
        a, b = told[pair[0]], told[pair[1]]
        return judge(a, b, self.passages.words(a.appearance, b.appearance))
