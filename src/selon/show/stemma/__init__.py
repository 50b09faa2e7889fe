"""The stemma: the picture of one claim's lineage, and the same facts as rows of a table.

    drawing.py    what is shown: nodes, arrows, bands of time             making.py   a story -> its drawing
      held.py sketch.py texts.py speech.py    texts and what they cite; who speaks; who denies
      folding.py thinning.py                  identical copies as one node; which arrows of speech need not be drawn
      stations.py intervals.py sigla.py       columns, rows of time, letters
    layout.py     everything in its place                                 placing.py  a drawing -> its layout
      measure.py widths.py captions.py said.py sizes.py    how wide a text is; what is written; how much room things take
      grid.py routes.py tracks.py frame.py discs.py        cells, ways round the nodes, lines side by side, px, places of numbers
      lettering.py                                         where lines of text stand in a box
    svg.py        a layout -> SVG for a page                              alone.py    ... as a file of its own, in its own colours
      tags.py strokes.py signs.py key.py heading.py stemma.css
    hops.py       a drawing -> the rows of its table

    stemma(story, edges, readings) -> Drawing -> laid_out(drawing, words) -> Layout -> svg(layout, words)

Not done yet: several hypotheses for one claim; stretching a crowded band of time.
"""

from selon.show.stemma.alone import css, standalone
from selon.show.stemma.captions import shown_name
from selon.show.stemma.drawing import Arrow, Band, Drawing, Links, Node
from selon.show.stemma.heading import made_of, makeup
from selon.show.stemma.hops import HopRow, hops
from selon.show.stemma.key import legend
from selon.show.stemma.layout import Layout
from selon.show.stemma.making import stemma
from selon.show.stemma.placing import laid_out
from selon.show.stemma.said import said
from selon.show.stemma.svg import svg

__all__ = [
    "Arrow", "Band", "Drawing", "HopRow", "Layout", "Links", "Node",
    "css", "hops", "laid_out", "legend", "made_of", "makeup", "said", "shown_name", "standalone", "stemma", "svg",
]  # fmt: skip
