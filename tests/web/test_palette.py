"""The colours, recomputed from the stylesheet: contrast on every background, distance in four kinds of sight."""

import re
from itertools import combinations
from pathlib import Path

import pytest

import selon.web

CSS = (Path(selon.web.__file__).parent / "static" / "selon.css").read_text(encoding="utf-8")
MEANINGS = ("source", "cue", "content", "denial", "hedge")
GROUNDS = ("paper", "surface", "sunk")
Colour = tuple[float, float, float]

# Source: Machado, Oliveira and Fernandes 2009, whole severity; linear RGB
SIGHTS: dict[str, tuple[Colour, Colour, Colour]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def tokens(scheme: str) -> dict[str, Colour]:
    found = re.findall(r"--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\);", CSS)
    return {name: linear(light if scheme == "light" else dark) for name, light, dark in found}


def linear(code: str) -> Colour:
    parts = [int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: Colour) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(a: Colour, b: Colour) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: Colour, sight: str) -> Colour:
    red, green, blue = (min(1.0, max(0.0, sum(part * share for part, share in zip(colour, row, strict=True)))) for row in SIGHTS[sight])
    return red, green, blue


def lab(colour: Colour) -> Colour:
    """CIELAB, D65. Source: CIE 15:2004."""
    red, green, blue = colour
    xyz = (
        0.4124 * red + 0.3576 * green + 0.1805 * blue,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        0.0193 * red + 0.1192 * green + 0.9505 * blue,
    )
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (one / white for one, white in zip(xyz, (0.9505, 1.0, 1.089), strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(a: Colour, b: Colour) -> float:
    """CIE76."""
    return float(sum((one - other) ** 2 for one, other in zip(lab(a), lab(b), strict=True)) ** 0.5)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_seen_on_every_ground(scheme: str) -> None:
    found = tokens(scheme)
    weak = [
        (name, ground, round(contrast(found[name], found[ground]), 2))
        for name in (*MEANINGS, "ink", "muted", "faint")
        for ground in GROUNDS
        if contrast(found[name], found[ground]) < 4.5
    ]
    assert not weak


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_seen_on_their_tints(scheme: str) -> None:
    found = tokens(scheme)
    pairs = [(name, f"{name}-tint") for name in MEANINGS] + [
        ("ink", tint) for tint in found if tint.endswith(("-tint", "-nested", "selection"))
    ]
    pairs += [(name, "content-tint") for name in ("cue", "hedge", "denial")]  # within a nested content they are of the text's own colour
    assert not [
        (pair, round(contrast(found[pair[0]], found[pair[1]]), 2)) for pair in pairs if contrast(found[pair[0]], found[pair[1]]) < 4.5
    ]


@pytest.mark.parametrize("sight", list(SIGHTS))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_five_meanings_stay_apart(scheme: str, sight: str) -> None:
    found = tokens(scheme)
    near = {pair: round(distance(seen(found[pair[0]], sight), seen(found[pair[1]], sight)), 1) for pair in combinations(MEANINGS, 2)}
    assert min(near.values()) >= 21, near
