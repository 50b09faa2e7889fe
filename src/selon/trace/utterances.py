"""Who says word for word the same: one utterance, whatever its speaker is called in each text.

Where two texts quote the same words from end to end, the two they name are one voice of that claim, a misspelt name, an office or a pronoun
that was read wrongly notwithstanding. Of two persons that both texts name beside their words the same holds in all claims. A phrase that
two speakers share inside longer words does not make them one voice.
Not done yet: quotations in another language, and slogans that many shout.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.resolve import Determiner
from selon.model.attribution import SpeechKind
from selon.model.claim import Appearance, Claim
from selon.model.claimant import Claimant, ClaimantKind
from selon.trace.collection import Collection
from selon.trace.names import key

_RUN = 8  # words in a row
_LEAST_RUNS = 3  # of an utterance: ten words
_SAME = 0.8  # share of the longer one's runs that both have. By hand: those of the stories S2 and S5 that share so many are one speaker's

_PAIR = 2  # words in a row, of an utterance of few words
_LEAST_PAIRS = 9  # of an utterance whose speaker is left open: ten words
_LEAST_WORDS, _MOST_WORDS = 6, 14  # of such an utterance

_LEAST_MARKED = 3  # of a statement in which a word is quoted
_MARKED = re.compile(r"[\"«“„][^\"«»“”„]+[\"»”“]")

_GLOSS = re.compile(r"[\[(][^\[\]()]*[\])]")  # what a text puts into the mouth of whom it quotes

FewWords = tuple[frozenset[tuple[str, ...]], ...]  # of each short quotation the runs of two words, folded
Marked = frozenset[tuple[str, ...]]  # the words, folded, of each statement in which a few words are quoted
Quotations = tuple[frozenset[tuple[str, ...]], ...]  # of each the runs of eight words, folded


def quotations(appearances: Iterable[Appearance], collection: Collection) -> Quotations:
    """What some appearances quote."""
    found = (_runs(words, _RUN) for words in _quoted(appearances, collection))
    return tuple(one for one in found if len(one) >= _LEAST_RUNS)


def few_words(appearances: Iterable[Appearance], collection: Collection) -> FewWords:
    """What some appearances quote in few words."""
    quoted = (words for words in _quoted(appearances, collection) if _LEAST_WORDS <= len(words) <= _MOST_WORDS)
    return tuple(_runs(words, _PAIR) for words in quoted)


def marked(appearances: Iterable[Appearance], collection: Collection) -> Marked:
    """What some appearances tell in words of which only a few are quoted, of whom the text speaks as of somebody known."""
    return frozenset(_partly_quoted(appearances, collection))


def _partly_quoted(appearances: Iterable[Appearance], collection: Collection) -> Iterator[tuple[str, ...]]:
    for one in appearances:
        attribution = collection.attribution(one.attribution_id) if one.attribution_id else None
        if attribution is None or attribution.source is None or attribution.kind is SpeechKind.DIRECT:
            continue
        text = collection.article(one.article_id).text
        claimant = collection.claimant(one.attribution_id)
        if (
            claimant
            and claimant.kind is ClaimantKind.ANONYMOUS
            and not _is_known(attribution.source.of(text), collection.language(one.article_id))
        ):
            continue
        told = " ".join(span.of(text) for span in attribution.content)
        words = tuple(re.findall(r"\w+", fold(told)))
        if len(words) >= _LEAST_MARKED and _MARKED.search(told):
            yield words


def _is_known(source: str, language: Language) -> bool:
    """Does a text speak of somebody as known, by an article or a word that points: "the driver", no "a driver", "some drivers"?"""
    return fold(source).startswith(_pointing(language))


@cache
def _pointing(language: Language) -> tuple[str, ...]:
    rows = [row for row in language.rows(Determiner) if row.kind in ("definite", "demonstrative") and row.number != "p"]
    return tuple(fold(form) if form.endswith("'") else f"{fold(form)} " for row in rows for form in row.forms)


def _quoted(appearances: Iterable[Appearance], collection: Collection) -> Iterator[list[str]]:
    """Yield the words of each direct quotation, folded."""
    for one in appearances:
        if one.attribution_id and collection.attribution(one.attribution_id).kind is SpeechKind.DIRECT:
            text = collection.article(one.article_id).text
            yield [word for span in one.spans for word in re.findall(r"\w+", fold(_GLOSS.sub(" ", span.of(text))))]


def _runs(words: Sequence[str], size: int) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def one_utterance(mine: Quotations, theirs: Quotations) -> bool:
    """Is a quotation of one side, from end to end, one of the other's? Of few words it is asked of their `few_words`."""
    for a in mine:
        for b in theirs:
            least = _SAME * max(len(a), len(b))
            if min(len(a), len(b)) >= least and len(a & b) >= least:  # most are of other lengths, and need not be compared
                return True
    return False


def is_uttered(one: Appearance, told: Sequence[Appearance], collection: Collection) -> bool:
    """Is what is quoted here, of ten words and more, quoted in others, cut otherwise? Asked where the text leaves its speaker open."""
    mine, theirs = ({pair for words in _quoted(some, collection) for pair in _runs(words, _PAIR)} for some in ([one], told))
    return len(mine) >= _LEAST_PAIRS and len(mine & theirs) >= _SAME * len(mine)


def one_person(claims: Sequence[Claim], collection: Collection) -> frozenset[tuple[str, str]]:
    """The pairs of ids of persons under two names who utter the same words, both named beside them; whom more texts name so first."""
    pairs: set[tuple[str, str]] = set()
    named: dict[str, set[str]] = defaultdict(set)  # by id: the articles that name somebody so
    for claim in (claim for claim in claims if len(claim.appearances) > 1):
        said: dict[str, list[Appearance]] = defaultdict(list)
        for one in claim.appearances:
            claimant = collection.claimant(one.attribution_id)
            if claimant and claimant.kind is ClaimantKind.PERSON and _is_named(one, claimant, collection):
                said[claimant.id].append(one)
                named[claimant.id].add(one.article_id)
        if len(said) > 1:
            pairs |= _alike({ident: quotations(told, collection) for ident, told in said.items()})
    return frozenset([(b, a) if len(named[b]) > len(named[a]) else (a, b) for a, b in pairs])


def _alike(said: dict[str, Quotations]) -> set[tuple[str, str]]:
    ids = sorted(said)
    return {(a, b) for at, a in enumerate(ids) for b in ids[at + 1 :] if one_utterance(said[a], said[b])}


def _is_named(one: Appearance, claimant: Claimant, collection: Collection) -> bool:
    """Does the source hold the claimant's surname?"""
    source = collection.attribution(one.attribution_id or "").source
    return bool(source and key(claimant.name)[-1] in key(source.of(collection.article(one.article_id).text)))
