"""`/rulings`: what people decided, what became of it, and the forms that add a decision or take one back.

Nothing is saved before its effect was shown. A form carries the state of the collection it was made for; where another process has changed
that meanwhile, the effect is shown anew instead of being saved.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from selon.api import Collection
from selon.api.targets import target
from selon.errors import SelonError
from selon.model.attribution import Stance
from selon.model.claimant import ClaimantKind
from selon.model.ruling import Gesture, Ruling, State, Target, Thing, Value
from selon.model.span import Span
from selon.rulings.made import EDGES
from selon.web.forms import form, word
from selon.web.index import Index, OfIndex
from selon.web.rendering import address, index_of, page

GESTURES: dict[Thing, tuple[Gesture, ...]] = {
    Thing.ATTRIBUTION: (Gesture.SPEAKER, Gesture.SET, Gesture.REJECT, Gesture.ACCEPT),
    Thing.CLAIMANT: (Gesture.RENAME, Gesture.MERGE, Gesture.SPLIT),
    Thing.ARTICLE: (Gesture.NOT_ARTICLE, Gesture.SET),
    Thing.LINK: (Gesture.REJECT, Gesture.MERGE),
    Thing.EDGE: (Gesture.REJECT, Gesture.ACCEPT, Gesture.SET),
    Thing.DENIAL: (Gesture.REJECT, Gesture.ACCEPT, Gesture.TIE),
}
"""What can be done with each thing in the browser; the command line can do more."""


class Fields(dict[str, str]):
    """What was typed; a field that was not sent is empty."""

    def __missing__(self, name: str) -> str:
        return ""


_FIELDS = ("published", "outlet", "authors", "lang", "title")
_SHOWN = 100
_SPLIT = 60  # attributions of a claimant to choose from
_WHO_SECONDS = 365 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an address or a form says of a decision."""

    thing: Thing
    gesture: Gesture
    id: str
    fields: dict[str, str]
    chosen: tuple[str, ...] = ()  # attributions that leave a claimant

    @property
    def back(self) -> str:
        """The page it was asked from."""
        back = self.fields.get("back", "")
        return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/rulings"


def rulings(request: Request) -> Response:
    """The history, the newest first; what fits nothing any more stands above it."""
    collection: Collection = request.app.state.serving.collection
    index_of(request)
    found = list(reversed(request.app.state.held.rulings(collection)))
    waiting = [one for one in found if one.fit.state is State.OPEN]
    return page(request, "rulings.html", found=found[:_SHOWN], all=len(found), waiting=waiting)


def new(request: Request) -> Response:
    """The form of one decision."""
    index_of(request)
    asked = _asked(dict(request.query_params))
    return _form(request, asked, request.app.state.serving.collection)


def undo(request: Request) -> Response:
    """The form that takes a decision back."""
    index_of(request)
    collection: Collection = request.app.state.serving.collection
    found = next((one for one in collection.rulings() if one.ruling.id == request.path_params["id"]), None)
    if found is None:
        raise HTTPException(404)
    return page(request, "undo.html", one=found, error=None, fields=Fields(who=_who(request)))


async def posted(request: Request) -> Response:
    """A form was sent: show what it would change, or save it."""
    fields = await form(request)
    return await run_in_threadpool(_decided, request, fields)


def _decided(request: Request, fields: FormData) -> Response:
    collection: Collection = request.app.state.serving.collection
    given = {name: word(fields, name) for name in fields if name not in ("token", "chosen")}
    state = request.app.state.held.state()
    is_saved = given.get("step") == "save" and given.get("state") == state
    try:
        if given.get("gesture") == Gesture.UNDO:
            ruling = collection.undoing(given.get("id", ""), who=given.get("who", ""), why=given.get("why", ""))
            asked = None
        else:
            asked = _asked(given, tuple(one for one in fields.getlist("chosen") if isinstance(one, str)))
            ruling = _drafted(asked, collection, request)
        effect = collection.rule(ruling) if is_saved else collection.preview(ruling)
    except SelonError as error:
        return _refused(request, given, fields, error)
    if is_saved:
        request.app.state.held.refresh()
        answer: Response = RedirectResponse(f"/rulings?done={ruling.id}#r{ruling.id}", 303)
        answer.set_cookie("who", quote(ruling.who), max_age=_WHO_SECONDS, httponly=True, samesite="strict")
        return answer
    back = asked.back if asked else "/rulings"
    return page(
        request,
        "effect.html",
        ruling=ruling,
        effect=effect,
        given=given,
        chosen=asked.chosen if asked else (),
        state=state,
        back=back,
        is_other=given.get("step") == "save",
    )


def _refused(request: Request, given: dict[str, str], fields: FormData, error: SelonError) -> Response:
    """The form again, with what was typed and why it was not taken."""
    collection: Collection = request.app.state.serving.collection
    if given.get("gesture") == Gesture.UNDO:
        found = next((one for one in collection.rulings() if one.ruling.id == given.get("id")), None)
        if found is None:
            raise HTTPException(404)
        return page(request, "undo.html", status=409, one=found, error=error, fields=Fields(given))
    asked = _asked(given, tuple(one for one in fields.getlist("chosen") if isinstance(one, str)))
    return _form(request, asked, collection, error=error)


def _form(request: Request, asked: Asked, collection: Collection, error: SelonError | None = None) -> Response:
    index = index_of(request)
    about = _target(asked, index, is_whole=False)
    claimant = index.claimant(asked.id) if asked.thing is Thing.CLAIMANT else None
    return page(
        request,
        "ruling.html",
        status=409 if error else 200,
        asked=asked,
        target=about,
        gestures=GESTURES[asked.thing],
        error=error,
        claimant=claimant,
        namesakes=index.namesakes(claimant) if claimant else [],
        said=_said(request, asked) if asked.gesture is Gesture.SPLIT else [],
        kinds=[one.value for one in ClaimantKind],
        stances=[one.value for one in Stance],
        edges=EDGES,
        article_fields=_FIELDS,
        fields=Fields({"who": _who(request)} | asked.fields),
        link=lambda gesture: address(
            "/rulings/new", {**asked.fields, "gesture": gesture, "thing": asked.thing.value, "id": asked.id, "token": ""}
        ),
    )


def _who(request: Request) -> str:
    """Who decided last in this browser, letter for letter: another spelling would be another person."""
    return unquote(request.cookies.get("who", ""))


def _said(request: Request, asked: Asked) -> list[dict[str, Any]]:
    """Attributions to a claimant, to choose those that are another's."""
    index = index_of(request)
    rows = index.said(asked.id, most=_SPLIT)
    readings = index.readings(row.article for row in rows)
    found = []
    for row in rows:
        one = next(said for said in readings[row.article].attributions if said.id == row.attribution)
        article = readings[row.article].article
        found.append({"id": one.id, "article": article, "words": one.content[0].of(article.text)})
    return found


def _asked(given: dict[str, str], chosen: tuple[str, ...] = ()) -> Asked:
    try:
        thing = Thing(given.get("thing", ""))
        gesture = Gesture(given.get("gesture") or GESTURES[thing][0])
    except (ValueError, KeyError) as error:
        raise HTTPException(404) from error
    if gesture not in GESTURES[thing]:
        raise HTTPException(404)
    return Asked(thing=thing, gesture=gesture, id=given.get("id", ""), fields=given, chosen=chosen)


def _drafted(asked: Asked, collection: Collection, request: Request) -> Ruling:
    about = _target(asked, index_of(request), is_whole=True)
    return collection.draft(
        who=asked.fields.get("who", ""), why=asked.fields.get("why", ""), gesture=asked.gesture, target=about, value=_value(asked)
    )


def _target(asked: Asked, index: Index, *, is_whole: bool) -> Target:
    """What is decided about; while the form is filled in, its own end only."""
    fields, other, known = asked.fields, asked.fields.get("other", "").strip().rsplit("/", 1)[-1], OfIndex(index)
    if asked.thing is Thing.ARTICLE:
        reading = index.reading(asked.id)
        if reading is None:
            raise HTTPException(404)
        start, _, end = fields.get("at", "").partition("-")
        spans = (
            [Span(int(start), int(end))]
            if asked.gesture is Gesture.NOT_ARTICLE and start.isdecimal() and end.isdecimal() and int(start) < int(end)
            else []
        )
        return target(known, Thing.ARTICLE, [reading.article.id], spans=spans)
    if asked.gesture is Gesture.SPLIT and is_whole:
        return target(known, asked.thing, asked.chosen)
    if asked.thing is Thing.EDGE:
        return target(known, Thing.EDGE, [asked.id], others=(other,), kind=fields.get("kind") or None)
    others = (other,) if other and is_whole and asked.gesture in (Gesture.MERGE, Gesture.TIE) else ()
    if asked.gesture is Gesture.MERGE and others and fields.get("stays") == "other":
        return target(known, asked.thing, others, others=(asked.id,))
    return target(known, asked.thing, [asked.id], others=others)


def _value(asked: Asked) -> Value | None:
    fields = asked.fields
    if asked.gesture in (Gesture.SPEAKER, Gesture.RENAME):
        return Value(
            name=fields.get("name") or None,
            kind=fields.get("claimant-kind") or None,
            role=fields.get("role") or None,
            organisation=fields.get("organisation") or None,
        )
    if asked.gesture is Gesture.SET:
        field = {Thing.ATTRIBUTION: "stance", Thing.EDGE: "kind"}.get(asked.thing) or fields.get("field", "")
        return Value(field=field, to=fields.get("to", ""))
    return None
