"""What the readings of a source preposition share: the candidate, and what stands around the phrase."""

from selon.attribute.choose import Candidate
from selon.attribute.tokens import Passage
from selon.languages.rows.attribute import Preposition
from selon.model.span import Span


def reading(found: Passage, row: Preposition, source: Span, cue: Span, content: tuple[Span, ...], where: str, *features: str) -> Candidate:
    """The candidate of a preposition's row; `where` names the rule, with which its features begin."""
    return Candidate(
        rule=f"preposition.{where}",
        source=source,
        cue=cue,
        content=content,
        features=(f"preposition.{where}", f"preposition.{row.where}", *features),
        stance=row.stance,
        reasons=(f"{found.lexicon.code}/prepositions.toml {row.form}",),
        reach=max(source.end, *(span.end for span in content)),
    )


def before(found: Passage, begin: int, stop: int) -> int | None:
    """The token before a phrase that stands between two commas, or between none."""
    commas = found.form(begin - 1) == ",", found.form(stop) == ","
    return begin - 1 - commas[0] if commas[0] == commas[1] or commas[0] else None


def opens_relative(found: Passage, at: int) -> bool:
    """Does a relative pronoun stand behind a comma ("selon la maire, que les gardes accusent, …"), and no word that may also point?"""
    return found.has(at, "who", "which") or (found.has(at, "that") and not found.has(at, "relative_that"))
