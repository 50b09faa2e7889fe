"""`/help`: how to read the pages, and their keys."""

from starlette.requests import Request
from starlette.responses import Response

from selon.web.rendering import page


def help_page(request: Request) -> Response:
    """The page."""
    return page(request, "help.html")
