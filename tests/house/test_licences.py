"""What a user of Selon receives with it may be used as Selon itself may: every pinned run-time distribution has a free licence."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ALLOWED = {"Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "BSD", "0BSD", "ISC", "PSF-2.0", "MPL-2.0", "Zlib", "CC0-1.0", "Unlicense"}
SYSTEMS = ("linux", "darwin", "win32")
# pinned for other systems than the one the tests run on, so their own description cannot be asked
ELSEWHERE = {"colorama": "BSD-3-Clause"}
# how older descriptions call a licence
SPELLINGS = {
    "apache software license": "Apache-2.0", "apache license 2.0": "Apache-2.0", "apache 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0", "mit license": "MIT", "bsd license": "BSD", "bsd": "BSD", "isc license (iscl)": "ISC",
    "python software foundation license": "PSF-2.0", "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
}  # fmt: skip


def folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(root: Path) -> set[str]:
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    return {folded(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE)}


def closure(name: str, seen: set[str]) -> Iterator[str]:
    """Yield every distribution that `name` needs at run time, without its extras."""
    for requirement in map(Requirement, _requires(name)):
        needed = folded(requirement.name)
        if _is_asked_for(requirement) and needed not in seen:
            seen.add(needed)
            yield needed
            yield from closure(needed, seen)


def _is_asked_for(requirement: Requirement) -> bool:
    """On this Python, on any system, without extras?"""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"sys_platform": system, "extra": ""}) for system in SYSTEMS)


def _requires(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:  # for another system; test_licence_is_free asks ELSEWHERE
        return []


def licences(name: str) -> set[str]:
    """The licences a distribution names: its SPDX expression, else its classifiers, else its free text."""
    described = metadata(name)
    if expression := described.get("License-Expression"):
        return set(re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", expression)) - {""}
    classifiers = [line.rsplit(" :: ", 1)[1] for line in described.get_all("Classifier", []) if line.startswith("License :: ")]
    words = [word for word in classifiers if word != "OSI Approved"] or re.split(r"\s+AND\s+", described.get("License", ""))
    return {SPELLINGS.get(word.strip().lower(), word.strip()) for word in words}


RUN_TIME = sorted(closure("selon", {"selon"}))


@pytest.mark.parametrize("name", RUN_TIME)
def test_licence_is_free(name: str, root: Path) -> None:
    assert name in pinned(root), f"{name} is needed and not pinned: run make lock"
    try:
        found = licences(name)
    except PackageNotFoundError:
        found = {ELSEWHERE[name]}
    assert found
    assert found <= ALLOWED, f"{name}: {found - ALLOWED}"


def test_the_lock_names_no_address(root: Path) -> None:
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    assert lines
    for line in lines:
        assert re.fullmatch(r"[a-z0-9-]+==[\w.+-]+ *(?:; [^@:]+)?(?:--hash=sha256:[0-9a-f]{64} *)+", line), line[:80]
