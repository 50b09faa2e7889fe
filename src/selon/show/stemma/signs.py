"""Signs drawn as shapes, since no typeface is sure to have them: lost, changed, denial, query."""

from selon.show.stemma.tags import tag


def sign(kind: str, x: float, y: float) -> str:
    """A sign some ten px wide around a point; "" for none."""
    if kind == "changed":
        return tag(
            "path", d=f"M{x:.1f} {y - 4.5:.1f}l5 8.5h-10z", class_="sign", stroke="currentColor", stroke_width=1.4, stroke_linejoin="round"
        )
    if kind == "lost":
        return tag(
            "path", d=f"M{x:.1f} {y + 4.5:.1f}l5 -8.5h-10z", class_="sign", stroke="currentColor", stroke_width=1.4, stroke_linejoin="round"
        )
    if kind == "denial":
        ring = tag("circle", cx=x, cy=y, r=4.8)
        slash = tag("path", d=f"M{x - 3.4:.1f} {y + 3.4:.1f}l6.8 -6.8")
        return tag("g", ring, slash, class_="sign", stroke="currentColor", stroke_width=1.5)
    if kind == "query":
        ring = tag("circle", cx=x, cy=y, r=4.8, stroke_dasharray="2.2 1.6")
        return tag("g", ring, class_="sign", stroke="currentColor", stroke_width=1.5)
    return ""
