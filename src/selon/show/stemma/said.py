"""The words of the drawing's own kinds: states, stations, styles of lines. The names of changes and denials stand in `wording.terms`."""

from functools import cache

from selon.show.wording import Wording


def said(words: Wording, kind: str) -> str:
    """What a state, a station, a style of line or a kind of node is called."""
    return _sayings(words)[kind]


@cache
def _sayings(words: Wording) -> dict[str, str]:
    return {
        "read": words.say("page that was read"),
        "cited": words.say("cited, original not read"),
        "inferred": words.say("inferred or not named"),
        "voice": words.say("Voice"),
        "channel": words.say("Channel"),
        "outlet": words.say("Outlet"),
        "translation": words.say("Translation"),
        "republication": words.say("Republication"),
        "repeats": words.say("quotes or repeats"),
        "rephrases": words.say("tells in other words"),
        "translates": words.say("translates"),
        "denies": words.say("denies"),
        "declines": words.say("does not confirm"),
        "shares": words.say("shares text, no direction"),
        "anonymous": words.say("source that is not named"),
        "unresolved": words.say("not resolved who this is"),
        "nobody named": words.say("nobody named"),
        "hop": words.say("row of the table"),
        "stack": words.say("identical texts"),
    }
