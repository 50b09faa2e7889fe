"""Rows that the stage `trace` reads."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Words that change how a claim is told, or show where its teller knows it from."""

    TABLE: ClassVar[str] = "markers"
    KEY: ClassVar[str] = "marker"

    form: str  # lower case, one word or several; a * at a word's end stands for any ending
    kind: Literal[
        "hedge",
        "conditional",
        "approximate",
        "quantity",
        "qualifier",
        "witness",
        "corroboration",
        "declining",
        "anaphor",
        "channel",
        "particle",
        "demonstrative",
        "negation",
        "condition",
        "no reaction",
        "matter",
        "anybody",
        "ceasing",
        "impersonal",
        "involvement",
        "rejection",
        "contested",
        "refusal",
        "refusing",
        "trial",
        "account",
        "request",
        "absence",
        "accusation",
        "measure",
        "counsel",
        "first person",
        "himself",
        "dismissive",
        "not so",
        "being",
        "evasion",
        "asked",
        "own text",
        "bare pointer",
        "complement",
        "compared",
        "contrast",
        "running",
        "sentence",
        "affair",
        "apposition",
        "unaware",
        "agreeing",
        "term",
        "unsure",
        "contributed",
        "accused",
        "of what",
        "charge",
        "former",
        "figures",
        "in which",
        "argument",
        "news",
        "campaign",
        "third person",
        "not confirmed",
        "passive",
        "opinion",
        "saying more",
        "numbered",
        "hour",
        "passing",
        "besides",
        "unreal",
        "no longer",
        "no wish",
        "possible",
        "mostly",
        "unproven",
        "habit",
        "participle",
        "definite",
        "by whom",
        "coordination",
        "no hand",
        "made by",
        "not me",
        "own denial",
        "own rejection",
        "stress",
        "to deny",
        "topic",
        "laid",
        "polar",
        "knowing",
        "as what",
        "blaming",
        "innocence",
        "of the teller",
        "having",
        "everything",
    ]
    # conditional: a verb form that hedges what the narrator tells, and in what somebody said is the future as seen then; hedge: given as
    # possible; approximate: makes a number less precise; quantity: a number in words without a figure;
    # qualifier: narrows what is said; witness: knows it first-hand; corroboration: says somebody bears it out;
    # declining: will not confirm or comment; anaphor: points back at something said; channel: a way a word travels, nobody who relays it;
    # demonstrative: a word that points, with a noun behind it ("ces essais");
    # negation: says that something is not so; two tellings of which one has it do not tell the same
    # involvement: a hand in something, which somebody denies of himself ("any involvement in the raids")
    # accusation: somebody is charged or blamed; measure: somebody is arrested, tried, sued; counsel: who speaks for the accused;
    # rejection: what is laid at somebody's door is rejected ("they try to pin it on us"); contested: said of an accusation or a measure
    # ("an arbitrary arrest"); absence: something never happened ("there was no call"), a rejection only from one who rejects beside it;
    # first person: who speaks, speaks of himself
    # himself: who speaks of himself or his side, as the subject of what he says; dismissive: said of an account with
    # a verb of being ("is wrong");
    # not so: the same in a turn of speech ("no truth in"); being: these verbs; evasion: neither confirms nor denies ("no information");
    # bare pointer: a pointing word that is also a conjunction or a filler, and points only where it opens ("that", "it");
    # compared: before a number that another is compared with ("against 40"); contrast: sets what follows against what stands before ("but")
    # running: a count that runs on from day to day ("since March", "so far"), of which a later one corrects nothing
    # sentence: a court found somebody guilty; affair: a whole affair, of which nobody denies one statement ("this case")
    # apposition: opens what stands for the statement right before it ("a claim she rejects"); unaware: knows nothing of something, which is
    # named behind it; agreeing: says the same as who spoke before ("agreed")
    # accused: a word of accusing that stands for the person ("the accused"); of what: behind a noun for an accusation it opens what
    # it is of; charge: behind a measure it opens what it is taken for ("arrested over");
    # former: an affair before the one told ("had already been"), or over ("cleared of");
    # passive: leaves open who does what is told ("the order was sent")
    # numbered: a noun that the number behind it names, and counts nothing ("category 3", "acte 4"); hour: of the day ("vers 17 heures")
    # passing: a number is given as one that was passed ("exceeded"); besides: a number comes on top of another ("also");
    # unreal: a conditional of what did not happen, which hedges nothing ("aurait dû", "would have preferred")
    # mostly: what is counted is a larger whole, of which most stand where it is told ("120, mainly in the valley");
    # no longer: a negation of what was so before, which denies nothing that is told of it ("ne dispose plus"); no wish: a negation of what
    # somebody wants now, who may do it yet ("ne pas vouloir"); possible: before a word of denial: "could be disputed"
    # opinion: a dismissive word that may be said of a deed as well, and denies only what is named as an account ("the report is wrong");
    # saying more: behind a word of declining: nothing is added, and nothing of what was said left open ("declined to comment further")
    # third person: somebody who was named before ("he"); not confirmed: what a text cannot bear out, which no other denial is about
    # argument: what somebody may say that is no account ("this theory"); news: an account as the press gives it ("this report");
    # campaign: an accusation is laid to those who hunt, in the mouth of whom it names ("a witch hunt"); figures: an account that is a
    # number; in which: opens a clause about something of its own ("an affair in which")
    # unsure: hoped, wished, planned, or able to be: no hedge, and no plain statement either ("hope to"); contributed: in a credit, of help
    # with a text that is another's ("contributed to this report")
    # term: a set term that holds a qualifier and is none ("détention provisoire"): the thing has no other name
    # complement: behind a noun for an account it opens what the account says ("reports that …")
    # asked: somebody is asked about it; own text: the article itself, of which nobody denies anything ("for this column")
    # refusal: to reject, refuse, oppose: a denial only of an account, no refusal of a request; account: what can be denied ("the
    # allegations"); request: what is granted or refused
    # condition: before a turn of speech that is then only supposed ("if that is not the case"); no reaction: who has not answered has
    # denied nothing; matter: what somebody is charged with, not what is told ("il nie les faits")
    # anybody: a source that is nobody in particular ("no one denies that"); ceasing: before a word of denial, that nobody denies it
    # ("stopped denying"); impersonal: opens a sentence whose subject is nobody ("il ne s'agit pas")
    # particle: a word of an outlet's name that tells no two outlets apart
    # everything: all that was said, and nothing by name ("nie tout en bloc");
    # of the teller: said of who told it, that he told what is not so ("la maire ment");
    # having: opens an infinitive of what was done ("conteste | avoir menti")
    # laid: behind a noun for an accusation, to whom it is laid or how it was denied, and not what it says ("made against her");
    # knowing: somebody knew of something, which he may deny where it is so ("was told of the sale");
    # innocence: whoever claims it denies what he is accused of ("his innocence");
    # as what: behind a noun for an account, what whoever denies it calls it ("the claims as fanciful");
    # polar: before a noun, in a sentence that negates or denies it ("any involvement");
    # unproven: says that nothing shows it, or that it is not known ("no evidence"); habit: time and again, and so of many things
    # ("always"); coordination: opens another deed of the same subject ("and", "then"); by whom: before who did it ("carried out by");
    # no hand: somebody had no hand in it ("was not behind"); definite: a pointing or definite word before a noun;
    # participle: goes on to tell what the subject says ("denied the claims, saying")
    # blaming: a noun for an account that says what somebody thinks of a deed, and not that it was done ("criticism")
    cased: bool = False  # only as written: "may", never "May"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflection:
    """One row: endings under which a word is the same ("leaked", "leaking"): what a denial names may be told in any of them."""

    TABLE: ClassVar[str] = "endings"
    KEY: ClassVar[str] = "inflection"

    forms: tuple[str, ...]  # lower case, without accents
    least: int  # letters that must stay


ROWS: tuple[type[Any], ...] = (Marker, Inflection)
