"""Articles of invented press, as many as are asked for: some share a paragraph, some have one id, one is empty."""

import json
from pathlib import Path

_PLACES = ("Port-Brume", "Valdor", "Sainte-Orle", "Quai-Neuf", "Hautmont")
_NAMES = ("Odile Verrand", "Basile Kerouan", "Irma Talvez", "Ronan Dubosq")
_SHARED = (
    "La passerelle des Deux-Phares sera fermée trois semaines à partir de lundi, le temps de remplacer le tablier de bois que les tempêtes "
    "de janvier ont descellé sur une vingtaine de mètres, a annoncé la capitainerie dans un communiqué."
)


def article(number: int) -> dict[str, str]:
    """One article, the same for the same number."""
    place, name = _PLACES[number % len(_PLACES)], _NAMES[number % len(_NAMES)]
    own = (
        f"Le marché couvert de {place} a rouvert {number + 2} jours après les travaux, selon la mairie.\n\n"
        f"« Les {number + 10} étals ont tous trouvé preneur », a déclaré {name}, adjointe au commerce de {place}. "
        f"Elle a précisé que la halle numéro {number} restera ouverte le dimanche matin."
    )
    text = f"{own}\n\n{_SHARED}" if number % 3 == 0 else own
    return {
        "id": f"halle-{number:03}",
        "url": f"https://journal{number % 4}.example/{number}",
        "outlet": f"Le Courrier {number % 4}",
        "title": f"Une halle rouvre à {place} ({number})",
        "date": f"2031-03-{1 + number % 28:02}",
        "lang": "fr",
        "text": text,
    }


def files(folder: Path, *, many: int, each: int) -> Path:
    """Write that many articles into files of so many each; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for begin in range(0, many, each):
        lines = [json.dumps(article(number), ensure_ascii=False) for number in range(begin, min(many, begin + each))]
        (folder / f"wire-{begin:03}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder
