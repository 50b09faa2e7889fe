"""What a form sent, if its token is ours."""

import hmac

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from selon.web.serving import Serving

_FILES, _FIELDS = 1_000, 1_000
_PART_BYTES = 1 << 20  # of one field that is no file


async def form(request: Request) -> FormData:
    """The fields of a form of ours.

    Raises:
        HTTPException: 403, its token is not that of this server.
    """
    serving: Serving = request.app.state.serving
    fields = await request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=_PART_BYTES)
    given = fields.get("token")
    if not isinstance(given, str) or not hmac.compare_digest(given.encode(), serving.token.encode()):
        await fields.close()
        raise HTTPException(403, "form token")
    return fields


def word(fields: FormData, name: str) -> str:
    """A field's text, without blanks around it; empty where there is none."""
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""
