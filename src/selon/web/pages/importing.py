"""`/import`: files dropped or chosen, addresses pasted; then a job page with counts, rate, elapsed time and a stop button."""

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from selon.web.forms import form, word
from selon.web.jobs import Jobs
from selon.web.rendering import page
from selon.web.text import followed

_ADDRESSES = 500
_NAME = re.compile(r"[^\w .,()+@-]+")
_NAME_CHARS = 120


def importing(request: Request) -> Response:
    """The form."""
    jobs: Jobs = request.app.state.jobs
    return page(request, "import.html", running=jobs.running(), refused=[], is_empty=False, typed="", contact="")


async def posted(request: Request) -> Response:
    """Begin an import: files are put into a folder of the process first, addresses are http or https and nothing else."""
    fields = await form(request)
    lines = [line.strip() for line in word(fields, "addresses").splitlines() if line.strip()]
    refused = [line for line in lines if followed(line) is None]
    files = [one for one in fields.getlist("files") if isinstance(one, UploadFile) and one.filename]
    jobs: Jobs = request.app.state.jobs
    if refused or len(lines) > _ADDRESSES or not (lines or files):
        await fields.close()
        return await run_in_threadpool(_again, request, fields, refused=refused[:20], is_empty=not (lines or files))
    folder = Path(tempfile.mkdtemp(prefix="selon-import-"))
    kept = await run_in_threadpool(_kept, files, folder)
    await fields.close()
    job = jobs.start([*kept, *lines], contact=word(fields, "contact") or None, clean=lambda: shutil.rmtree(folder, ignore_errors=True))
    if job is None:
        shutil.rmtree(folder, ignore_errors=True)
        return await run_in_threadpool(_again, request, fields)
    return RedirectResponse(f"/jobs/{job.id}", 303)


def _again(request: Request, fields: FormData, *, refused: Sequence[str] = (), is_empty: bool = False) -> Response:
    """The form again, with what was typed, and why nothing was begun."""
    jobs: Jobs = request.app.state.jobs
    typed, contact = word(fields, "addresses"), word(fields, "contact")
    return page(
        request, "import.html", status=409, running=jobs.running(), refused=refused, is_empty=is_empty, typed=typed, contact=contact
    )


def job(request: Request) -> Response:
    """One import as far as it is."""
    jobs: Jobs = request.app.state.jobs
    found = jobs.get(request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    return page(request, "job.html", job=found)


async def stopped(request: Request) -> Response:
    """Stop an import."""
    await form(request)
    jobs: Jobs = request.app.state.jobs
    found = jobs.get(request.path_params["id"])
    if found is None:
        raise HTTPException(404)
    found.stop()
    return RedirectResponse(f"/jobs/{found.id}", 303)


def _kept(files: list[UploadFile], folder: Path) -> list[str]:
    """The files in a folder, each under a name of its own that is a plain name."""
    kept = []
    for number, one in enumerate(files):
        name = _NAME.sub("_", Path((one.filename or "").replace("\\", "/")).name).strip(" .")[-_NAME_CHARS:] or f"file-{number}"
        target = folder / name
        if target.exists():
            target = folder / f"{number}-{name}"
        with target.open("wb") as out:
            shutil.copyfileobj(one.file, out)
        kept.append(str(target))
    return kept
