"""Reasons as the stages write them, in English, told in the reader's language: one template a sentence, what it quotes as it stands.

A reason that no template fits stays as it is, and is said to be English where it is shown. Sentences in a row are parted by "; ".
"""

import re
from collections.abc import Mapping
from functools import cache

from selon.languages import load
from selon.languages.rows.match import Concept
from selon.show.wording.catalogue import Wording

_VALUE = re.compile(r"%\((\w+)\)s")
_CONCEPT = "concept %(name)s"
_AGAIN = ("reason", "reasons")  # values that are reasons themselves


def _(message: str) -> str:
    """Marks a message; it is looked up when it is shown."""
    return message


_TEMPLATES = (
    _("content: %(reasons)s"),
    _("content: shares %(share)s of its words with a claim of this article"),
    _("a hand in it: «%(words)s», and it names %(name)s"),
    _("anaphora: «%(words)s» points at what stands before it"),
    _("anaphora: it stands inside what it speaks of"),
    _("open: «%(words)s» points at nothing told in its paragraph or the one before"),
    _("a hand in it: «%(words)s», and this story lays it to %(name)s"),
    _("rejects what the article tells: «%(words)s»"),
    _("contests what was done, as the article tells it: «%(words)s»"),
    _("contests what stands before it: «%(words)s»"),
    _("says of himself: «%(words)s», and it names %(name)s"),
    _("evades: «%(words)s», and it names his side"),
    _("says that it is not shown: «%(words)s», where others tell «%(others)s»"),
    _("says that it is not so: «%(words)s», where others tell «%(others)s»"),
    _("grammar: it denies what it says is told by «%(name)s»"),
    _("grammar: it denies what «%(name)s» told, and this article tells one thing by them"),
    _("anaphora: «%(words)s» stands for «%(others)s»"),
    _("content: told in this story as «%(words)s»"),
    _("told again: %(article)s has it in the same words, where it is tied"),
    _("one utterance, whose speaker one text leaves open"),
    _("one utterance in few words, of whom one text names and the other describes"),
    _("one outlet, which tells it as its own in both"),
    _("quotation: %(reasons)s"),
    _("shared: %(reasons)s"),
    _("link: %(reasons)s"),
    _("open: no claim of the collection shares its words"),
    _("open: it speaks of the article itself"),
    _("open: what it points at is told in one breath with it"),
    _("open: a person says that it is about no claim of this collection"),
    _("a person says so"),
    _("what both texts share are the words of %(name)s, on the speaker's own page"),
    _("what both texts share are the words of %(name)s"),
    _("shares text with %(name)s, and both credit %(agency)s: a common source, no link between the two"),
    _("both credit %(agency)s: a common source"),
    _("the passage is a quotation in both: a common source"),
    _("%(later)s is later, and names a speaker for words that %(earlier)s tells as its own: no direction"),
    _("%(words)s words shared in %(passages)s passages"),
    _("%(shared)s names and numbers in common in two languages, %(share)s of them in one order"),
    _("%(claims)s claims in common in two languages"),
    _("%(name)s credits a translation"),
    _("no credit line says which was first"),
    _("no credit, link or date tells which came first"),
    _("the signs contradict each other"),
    _("cited in the text: %(name)s"),
    _("linked: %(name)s"),
    _("credit line (%(kind)s): %(words)s"),
    _("the same page credits %(name)s as its source"),
    _("%(name)s credits «%(words)s»"),
    _("%(name)s links to %(address)s"),
    _("published by %(latest)s, before %(earliest)s"),
    _("two claimants of one body"),
    _("both are told by %(name)s"),
    _("both rest on %(name)s"),
    _("not shown separate: %(reason)s"),
    _("different bodies, each with a passage of its own knowledge, no link"),
    _("one utterance, word for word"),
    _("a body and who speaks for it"),
    _("an outlet, and the words for it without its name"),
    _("one name, in texts that are linked"),
    _("one full name, for one claim in texts of the same days"),
    _("one name, written in full or short"),
    _("one name, in a shorter form"),
    _("one name"),
    _("republication: %(reasons)s"),
    _("translation: %(reasons)s"),
    _("citation: %(reasons)s"),
    _("credit: %(reasons)s"),
    _("cited by %(articles)s article, not held: %(reasons)s"),
    _("cited by %(articles)s articles, not held: %(reasons)s"),
    _("articles about one thing"),
    _("other names"),
    _("other number"),
    _("numbers that can be one"),
    _("both count %(what)s, in articles on one thing"),
    _("claimant %(name)s"),
    _("shared passage of %(words)s words"),
    _("dates meet"),
    _("dates %(days)s days apart"),
    _("contrary: %(what)s"),
    _("little content in common"),
    _("no predicate in common"),
    _("habit in one of the two alone"),
    _("superlative in one of the two alone"),
    _("reaction in one of the two alone"),
    _("question in one of the two alone"),
    _("denied by its source"),
    _("negated: %(what)s"),
    _("number: %(what)s"),
    _("name %(name)s"),
    _("concept %(name)s"),
    _("country %(name)s"),
    _("number %(name)s"),
    _("word %(name)s"),
    _("sentence model %(name)s: %(alike)s"),
    _("named in the source"),
    _("named in the source; nothing shows a person"),
    _("short for «%(name)s»"),
    _("short for «%(name)s», by its officer"),
    _("short for «%(name)s», by the place that its paragraph opens with"),
    _("short for the body that spoke last"),
    _("a place that speaks for a state or a body"),
    _("announced by the text before the quotation"),
    _("pronoun: the last named who agrees"),
    _("pronoun: the last speaker or subject who agrees"),
    _("the last speaker, who is no person"),
    _("the same as before"),
    _("the circle of «%(name)s»"),
    _("named after: «%(words)s»"),
    _("named later: «%(name)s»"),
    _("named by the words that follow"),
    _("role met in the text: «%(words)s»"),
    _("role met in the text, in other words: «%(words)s»"),
    _("a description of who was named last"),
    _("not named"),
    _("as the source stands"),
    _("a service, as the source stands"),
    _("a group, as the source stands"),
    _("the last document that spoke"),
    _("the document that was named just before"),
    _("the only document that spoke"),
    _("an office whose holder the text does not name"),
    _("the name that the source stands beside"),
    _("the last of its kind that spoke"),
    _("the only body that its own words name: «%(name)s»"),
    _("no source is named"),
    _("unresolved: «%(words)s»"),
    _("not named: «%(words)s»"),
    _("no name: «%(words)s»"),
    _("nobody in particular: «%(words)s»"),
    _("nobody's words: «%(words)s»"),
    _("not known what speaks: «%(words)s»"),
    _("a group that the text does not tell apart: «%(words)s»"),
    _("header line"),
    _("text: published on or after «%(words)s» (%(day)s)"),
    _("the end is open"),
    _("the address, a guess"),
    _("declared by the record: %(name)s"),
    _("front matter: %(name)s"),
)  # fmt: skip


def reason(text: str, words: Wording) -> str | None:
    """A reason, or several, in the reader's language; None where a part of it is in none of these forms.

    >>> from selon.show.wording import wording
    >>> reason("shared passage of 24 words; dates meet", wording("en"))
    'shared passage of 24 words; dates meet'
    >>> reason("seen in a dream", wording("en")) is None
    True
    """
    parts = [_one(part, words) for part in text.split("; ")]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):  # what is quoted may hold the mark itself
        return _one(text, words) if len(parts) > 1 else None
    told = known.pop()
    while known:
        told = words.say("%(one)s; %(more)s", one=known.pop(), more=told)
    return told


def _one(text: str, words: Wording) -> str | None:
    for message, form in _forms():
        if found := form.fullmatch(text):
            values = {name: reason(value, words) if name in _AGAIN else value for name, value in found.groupdict().items()}
            if message == _CONCEPT:
                values["name"] = _told_concepts(words).get(str(values["name"]), values["name"])
            if None not in values.values():
                return words.say(message, **values)
    return None


@cache
def _told_concepts(words: Wording) -> Mapping[str, str]:
    """Name of a concept -> how a reader of another language than English is told of it: a whole word of its table, else a beginning."""
    if words.lang == "en":
        return {}
    told = {}
    for row in load(words.lang).rows(Concept):
        form = next((form for form in row.forms if "*" not in form), row.forms[0].replace("*", "…"))
        told[row.name] = words.say("“%(words)s”", words=form)
    return told


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The templates as patterns: those that hold reasons first, which fit nothing but reasons; then those of most fixed words."""
    ordered = sorted(_TEMPLATES, key=lambda one: (not set(_VALUE.findall(one)) & set(_AGAIN), -len(_VALUE.sub("", one)), one))
    return tuple((one, re.compile(_pattern(one), re.DOTALL)) for one in ordered)


def _pattern(message: str) -> str:
    """A template as a pattern: every value is some characters."""
    fixed = _VALUE.split(message)  # words, name of a value, words, ...
    return "".join(re.escape(part) if at % 2 == 0 else f"(?P<{part}>.+)" for at, part in enumerate(fixed))
