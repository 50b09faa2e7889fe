"""A voice: what one source phrase turns out to stand for, and the claimant it makes."""

import hashlib

from msgspec import Struct

from selon.model.article import Article
from selon.model.claimant import Claimant, ClaimantKind
from selon.resolve.behind import body_of, noun_and_name
from selon.resolve.lexicon import Lexicon
from selon.resolve.parts import Phrase, countries_in
from selon.resolve.persons import Person
from selon.resolve.shown import clean
from selon.resolve.tokens import Token, key, longest, word_tokens


class Voice(Struct, frozen=True, gc=False):
    """Somebody who speaks, with what pronouns must agree with."""

    claimant: Claimant
    gender: str  # m, f, n; empty: not known
    number: str  # s, p
    person: Person | None = None


VOICES = frozenset({ClaimantKind.BODY, ClaimantKind.STATE, ClaimantKind.OUTLET, ClaimantKind.GROUP, ClaimantKind.ANONYMOUS})


def agrees(gender: str, number: str, voice: Voice) -> bool:
    """Do gender and number allow it? What is not known speaks against nothing, but a person is never "it"."""
    if number != voice.number:
        return False
    if gender == "n":
        return voice.person is None
    return not (gender and voice.gender and gender != voice.gender) and not (gender and voice.gender == "n")


def may_mean(said: Phrase, voice: Voice, lexicon: Lexicon) -> bool:
    """May a pronoun mean that voice? Where nouns have no gender, "he" is somebody and never a body ("the city council … he")."""
    somebody = voice.person is not None or voice.claimant.kind is ClaimantKind.ANONYMOUS
    return agrees(said.gender, said.number, voice) and (lexicon.gendered or somebody == (said.gender in ("m", "f")) or not said.gender)


def claimant_id(kind: ClaimantKind, canonical: str, *more: str) -> str:
    """A content hash: 16 hexadecimal digits."""
    return hashlib.sha256("\x1f".join((kind.value, canonical, *more)).encode()).hexdigest()[:16]


def of_person(person: Person, article: Article, lexicon: Lexicon) -> Voice:
    """The person, with the first role, body and country that the article gives."""
    text = article.text
    own = [role for role in person.roles if not role.counterpart]
    told = [(item, word_tokens(text, item.role.start, item.role.end)) for item in person.roles if item.role is not None]
    role = next((role for role in own if role.head is not None and not role.head.rank), None) or next(iter(own), None)
    # what stands beside a name may be another's role ("près d'Ada Bry, le chef du port dit"): nobody is said to act by it
    own_body = next((body_of(item, words, text, lexicon) for item, words in told if item is role), None)
    body = own_body or next((body for item, words in told if (body := body_of(item, words, text, lexicon))), None)
    claimant = Claimant(
        id=claimant_id(ClaimantKind.PERSON, key(person.name)),
        name=person.name,
        kind=ClaimantKind.PERSON,
        role=clean(role.role.of(text)) if role is not None and role.role is not None else None,
        organisation=body.name if body else None,
        acts=own_body is not None and own_body.is_acted_for,
        country=next((code for item, words in told if (code := _country(item, words, lexicon))), None),
        aliases=tuple(dict.fromkeys((*person.spellings, person.name))),
        spans=tuple((article.id, span) for span in person.mentions),
    )
    return Voice(claimant, person.gender, "s", person)


def _country(said: Phrase, tokens: list[Token], lexicon: Lexicon) -> str | None:
    """The state that a role is of: by an adjective beside its head, the body it speaks for, or the only state that it names."""
    beside = len(said.head.key.split()) if said.head is not None else 0
    if lexicon.grammar.head == "first" and beside < len(tokens) and (found := longest(lexicon.adjectives, tokens, beside)):
        return found[0] or None
    for at in range(len(tokens)):
        noun, named = noun_and_name(tokens, at, lexicon)
        if named and named[0].country and named[0].kind != "state" and tokens[at].form[0].isupper():
            return named[0].country
        if noun and (noun[0].one or noun[0].kind == "state") and (codes := countries_in(tokens[at:], lexicon)):
            return codes[0]
    return said.countries[0] if len(said.countries) == 1 else None


def of_body(said: Phrase, article: Article, kind: ClaimantKind, *, name: str | None = None, aliases: tuple[str, ...] = ()) -> Voice:
    """A body, state, group or document under the words that name it."""
    shown = name or clean(said.core.of(article.text))
    named = said.named
    canonical = named.id if named is not None else key(shown)
    claimant = Claimant(
        id=claimant_id(kind, canonical),
        name=shown,
        kind=kind,
        role=None,
        organisation=(named.organisation or None) if named is not None else None,
        acts=named is not None and bool(named.organisation),
        country=(named.country if named is not None else next(iter(said.countries), "")) or None,
        aliases=aliases or (shown,),
        spans=((article.id, said.span),),
    )
    return Voice(claimant, said.gender or ("n" if said.head is None else ""), said.number)


def spellings(name: str, short: str) -> tuple[str, ...]:
    """The full name, and the short form where it is a name of its own and no bare noun."""
    return (name, short) if any(char.isupper() for char in short) and short != name else (name,)


def of_anonymous(
    said: Phrase, article: Article, kind: ClaimantKind = ClaimantKind.ANONYMOUS, *, name: str | None = None, lexicon: Lexicon | None = None
) -> Voice:
    """A source without a name: one for each article and description; with the tables, on behalf of the body of its role."""
    shown = name or clean(said.core.of(article.text))
    body = body_of(said, word_tokens(shown, 0, len(shown)), shown, lexicon) if lexicon is not None else None
    claimant = Claimant(
        id=claimant_id(kind, key(shown), article.digest),
        name=shown,
        kind=kind,
        role=None,
        organisation=body.name if body else None,
        acts=body is not None and body.is_acted_for,
        country=next(iter(said.countries), None),
        aliases=(shown,),
        spans=((article.id, said.span),),
    )
    return Voice(claimant, said.gender, said.number)


def several(voices: list[Voice], joint: str, said: Phrase, article: Article) -> Voice:
    """Two or more who speak with one mouth: a group under all their names."""
    *names, last = (voice.claimant.name for voice in voices)
    name = f"{', '.join(names)} {joint} {last}"
    claimant = Claimant(
        id=claimant_id(ClaimantKind.GROUP, "+".join(sorted(voice.claimant.id for voice in voices))),
        name=name,
        kind=ClaimantKind.GROUP,
        role=None,
        organisation=None,
        country=None,
        aliases=(clean(said.span.of(article.text)),),
        spans=((article.id, said.span),),
    )
    return Voice(claimant, "m" if any(voice.gender != "f" for voice in voices) else "f", "p")
