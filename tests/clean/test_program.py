"""Scripts and style sheets that a scraper kept are no words of an article."""

import pytest

from selon.clean import article
from selon.clean.program import program
from selon.model.article import BlockKind
from selon.model.capture import Capture

_PROGRAMS = [
    'window.player_3f = new Player(\'public\', {idVideo: "x7", mediaType: "public"}, { \'url\': "//site.example/video/1" });',
    "googletag.cmd.push(function() { googletag.display('IN_CONTENT'); });",
    "(function () { var frame = document.querySelector('#map'); frame.height = 4; })();",
    "$('#ticker42').mouseover(function() { $('#loupe42').css( 'display', 'block' ); });",
    "var page = page || {};",
    "const rate = 3; let other = rate * 2; console.log('rate', other);",
    ".teaser .link:hover { color: red; margin: 0 }",
    '{ "type": "video", \'id\': 12 }',
    "loadFrame('ferry-map', 300);",
    "});",
    "  }",
    "new Widget({ place: 'Valdor' });",
]
_WORDS = [
    "Le pont (fermé depuis mardi) ; le bac, lui, circule.",
    "Il l'a dit à l'A.F.P. (et à d'autres) : « Rien n'est décidé. »",
    "Le maire du port (Valdor); celui de Brizay (absent);",
    "The ferry (now running); the bridge (closed);",
    "Des droits réduits (« Workfare »); des impôts en hausse (3 %);",
    "Reduced rights ('workfare'); higher dues ('levies');",
    "Écrire à ida.corvin@valdor.example ou voir www.valdor.example/port (onglet « bac »);",
    "La fonction (publique) recrute; la région aussi.",
    'A new Bridge ("the third") opens; let us see.',
    "var, varech et algues : { notes de plage",
    "Il écrit f() sans savoir ce que c'est.",
    "Prix = 3 euros ; durée = 2 heures (environ);",
]


@pytest.mark.parametrize("line", _PROGRAMS)
def test_a_program_alone_on_its_line_is_all_of_it(line: str) -> None:
    assert program(f"{line}\n") == (0, len(line) + 1)


@pytest.mark.parametrize("line", _WORDS)
def test_sentences_hold_none(line: str) -> None:
    assert program(line) is None


def test_a_program_between_words_parts_them() -> None:
    script = "ads.cmd.push(function() { ads.display('SLOT_2'); });"
    said = f"Le bac de Valdor reprendra jeudi, a promis la mairie. {script}  Les écoliers monteront d'abord."
    text = f"Le pont de Valdor fermé\n\n{said}\n\nLa rive gauche attend depuis lundi le retour des premiers clients."
    found = article(Capture(id="a", address="a.txt", media_type="text/plain", content=text.encode()))
    kinds = [(block.kind, found.text[block.span.start : block.span.end].strip()) for block in found.blocks]
    assert (BlockKind.PARAGRAPH, "Le bac de Valdor reprendra jeudi, a promis la mairie.") in kinds
    assert (BlockKind.DEBRIS, script) in kinds
    assert (BlockKind.PARAGRAPH, "Les écoliers monteront d'abord.") in kinds
    assert "".join(found.text[block.span.start : block.span.end] for block in found.blocks) == found.text
