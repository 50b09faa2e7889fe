"""What was read of the gold: every reading that was weighed, and every attribution that came out, right or not.

A reading is right when the words of its content are those of a gold content (token F1 of .8 and more) and its source fits, as the
scorer of the gold counts.
"""

import hashlib
import importlib.util
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from fitting.regression import Case
from selon import clean, resolve
from selon.attribute import attributions, choose, records
from selon.attribute.choose import Candidate
from selon.languages import Language
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.capture import Capture, Declared
from selon.model.claimant import Resolution
from selon.read.plain_or_markdown import media_type

_SHORT = 3  # words: shorter gold contents are optional


@dataclass(frozen=True, slots=True)
class Marked:
    """One article with its gold."""

    article: Article
    gold: Sequence[Any]  # relations, as the scorer makes them
    tokens: Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What came out of one article."""

    marked: Marked
    told: tuple[Attribution, ...]
    resolutions: tuple[Resolution, ...]
    names: tuple[frozenset[str], ...]  # of what each attribution is


class Evidence:
    """The gold of one language, read again whenever the weights have changed."""

    def __init__(self, files: Iterable[Path], language: Language) -> None:
        self.language = language
        self.files = tuple(files)
        self._scorer = _scorer(self.files[0].parent.parent / "score.py")
        self.marked = [self._marked(json.loads(line)) for path in self.files for line in path.read_text("utf-8").splitlines()]

    def digest(self) -> str:
        """The sha256 of the files, 16 hexadecimal digits."""
        sha = hashlib.sha256()
        for path in self.files:
            sha.update(path.read_bytes())
        return sha.hexdigest()[:16]

    def readings(self) -> list[Case]:
        """Every reading that is weighed, with the names of its features."""
        return [case for one in self.marked for case in self._weighed(one)]

    def answers(self, articles: frozenset[str] | None = None) -> Iterator[Answer]:
        """What comes out of each article: attributions, whose they are, and the names of what each is."""
        for one in self.marked:
            if articles is None or one.article.id in articles:
                names: list[frozenset[str]] = []
                with _heard(records, "names_of", partial(_append, names)):
                    told = attributions(one.article, self.language)
                yield Answer(one, told, resolve.claimants(one.article, told, self.language), tuple(names))

    def f1(self, articles: frozenset[str] | None = None) -> tuple[float, float]:
        """F1 of contents, and of contents with their source, in some articles."""
        gold, answers = [], []
        for one in self.answers(articles):
            article = one.marked.article
            gold.append({"id": article.id, "text": article.text, "attributions": [relation["raw"] for relation in one.marked.gold]})
            answers.append({"id": article.id, "attributions": [_as_json(item) for item in one.told]})
        figures = self._scorer.attributions(gold, answers, speech=self.language.code == "en")
        return figures["content@0.8"]["f1"], figures["+source"]["f1"]

    def judged(self, answer: Answer) -> list[tuple[bool, bool] | None]:
        """Of each attribution: are content and source right, and is no wrong claimant named? None: the gold does not say."""
        one = answer.marked
        relations = [one.tokens.relation(_as_json(item)) for item in answer.told]
        pairs = sorted(
            (
                (-self._scorer.f1(want["content"], got["content"]), i, j)
                for i, want in enumerate(one.gold)
                for j, got in enumerate(relations)
            ),
        )
        best: dict[int, tuple[float, int]] = {}
        used: set[int] = set()
        for fit, i, j in pairs:
            if fit < 0 and i not in used and j not in best:
                best[j] = (-fit, i)
                used.add(i)
        return [self._verdict(one.gold, relations[j], best.get(j), answer.resolutions[j]) for j in range(len(relations))]

    def _verdict(self, gold: Sequence[Any], got: Any, best: tuple[float, int] | None, resolution: Resolution) -> tuple[bool, bool] | None:
        want = gold[best[1]] if best and best[0] >= 0.3 else None
        if (want is None and len(got["content"]) < _SHORT) or (want is not None and self._is_optional(want)):
            return None
        if best is None or want is None or best[0] < 0.8 or (want["source"] and self._scorer.f1(want["source"], got["source"]) < 0.5):
            return False, False
        name, said = want["raw"].get("claimant"), resolution.claimant
        return True, not (name and said is not None and not self._scorer.same_name(name, said.name))

    def _weighed(self, one: Marked) -> Iterator[Case]:
        seen: set[Any] = set()
        heard: list[Candidate] = []
        with _heard(choose, "score", lambda asked, _: heard.append(asked[0])):
            attributions(one.article, self.language)
        for reading in heard:
            key = (reading.rule, reading.source, reading.cue, reading.content)
            right = None if key in seen else self._is_right(one, reading)
            seen.add(key)
            if right is not None:
                yield Case({"any": 1.0, **dict.fromkeys(reading.features, 1.0)}, right, one.article.id)

    def _is_right(self, one: Marked, reading: Candidate) -> bool | None:
        got = one.tokens.relation(_as_json(reading))
        fit, want = max(((self._scorer.f1(want["content"], got["content"]), n) for n, want in enumerate(one.gold)), default=(0.0, -1))
        if len(got["content"]) < _SHORT or (fit >= 0.3 and self._is_optional(one.gold[want])):
            return None
        return fit >= 0.8 and (not one.gold[want]["source"] or self._scorer.f1(one.gold[want]["source"], got["source"]) >= 0.5)

    def _is_optional(self, want: Any) -> bool:
        return len(want["content"]) < _SHORT or (self.language.code == "en" and not want["raw"].get("speech"))

    def _marked(self, gold: dict[str, Any]) -> Marked:
        content = gold["text"].encode()
        declared = Declared(lang=gold["lang"], **{key: gold[key] for key in ("url", "outlet", "title", "date") if gold.get(key)})
        capture = Capture(id=gold["id"], address=gold["id"], media_type=media_type(gold["text"]), content=content, declared=declared)
        tokens = self._scorer.Tokens(gold["text"])
        return Marked(clean.article(capture), [one for one in map(tokens.relation, gold["attributions"]) if one["content"]], tokens)


def _append(into: list[Any], _: tuple[Any, ...], answer: Any) -> None:
    into.append(answer)


@contextmanager
def _heard(module: Any, name: str, hear: Callable[[tuple[Any, ...], Any], None]) -> Iterator[None]:
    """While it lasts, each call of a function of that module is heard: its arguments and its answer."""
    function = getattr(module, name)

    def listening(*arguments: Any) -> Any:
        answer = function(*arguments)
        hear(arguments, answer)
        return answer

    setattr(module, name, listening)
    try:
        yield
    finally:
        setattr(module, name, function)


def _as_json(item: Attribution | Candidate) -> dict[str, Any]:
    parts = [{"start": span.start, "end": span.end} for span in item.content]
    source = {"start": item.source.start, "end": item.source.end} if item.source else None
    return {"source": source, "cue": None, "content": parts, "stance": str(item.stance)}


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
