"""What is found between the statements of each two articles: judged now, or taken from what was judged before of the same two."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selon.match.evidence import Judgement, judge
from selon.match.made import Told
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

    def of(self, told: Told, pairs: Iterable[Pair]) -> dict[Pair, Judgement]:
        """What is found between the statements of some pairs, in the order of these."""
        if not self.memo.is_kept:
            compared = ((pair, self._judged(told, pair)) for pair in pairs)
            return {pair: found for pair, found in compared if found is not None}
        groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in pairs:
            groups[told[pair[0]].appearance.article_id, told[pair[1]].appearance.article_id].append(pair)
        inside = list(groups.values())
        rests = [self._rests(both, some, told) for both, some in groups.items()]
        kept = self.memo.many(
            "judged", rests, _Found, lambda wanted: [tuple([self._judged(told, pair) for pair in inside[at]]) for at in wanted]
        )
        found = {pair: one for some, own in zip(inside, kept, strict=True) for pair, one in zip(some, own, strict=True) if one is not None}
        return {pair: found[pair] for pair in sorted(found, key=lambda pair: (pair[1], pair[0]))}

    def _rests(self, both: tuple[str, str], inside: Sequence[Pair], told: Told) -> bytes:
        """What is found between the statements of two articles rests on: these, which of them meet, and the passages that both share."""
        shared = self.passages.passages.get((min(both), max(both)))
        met = "".join([told[index].appearance.id for pair in inside for index in pair])
        return self.articles[both[0]] + self.articles[both[1]] + (self.memo.digest(shared) if shared else b"") + met.encode()

    def _judged(self, told: Told, pair: Pair) -> Judgement | None:
        a, b = told[pair[0]], told[pair[1]]
        return judge(a, b, self.passages.words(a.appearance, b.appearance))
