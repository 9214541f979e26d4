"""Lines that are there to be clicked on, in many languages."""

import pytest

from natoread_index.reading.controls import without_controls
from natoread_index.reading.letters import within

TEXT = "Ministers met in the harbour.\n\nThey counted the anchors."


@pytest.mark.parametrize(
    "line",
    [
        *("Print this page", "Share | Tweet | E-mail", "Last updated: 28 May 2024"),
        *("Seite drucken", "Zurück zur Übersicht", "Nach oben", "Partager | Imprimer"),
        *("Retour à la liste", "Compartir", "Volver al inicio", "Torna su", "Версия для печати"),
        *("Поделиться", "Вернуться к списку", "Udostępnij", "Skriv ut"),
    ],
)
def test_lines_for_clicking_go_at_both_ends(line: str) -> None:
    assert without_controls(f"{line}\n\n{TEXT}\n\n{line}") == TEXT


@pytest.mark.parametrize(
    "line", ["Teilen wir die Last.", "Retour sur une visite à Paris", "Print media were there."]
)
def test_sentences_that_begin_so_stay(line: str) -> None:
    assert without_controls(f"{line}\n\n{TEXT}") == f"{line}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Im Browser ansehen", "Hier können Sie den Newsletter abbestellen."),
        ("Ver en el navegador", "Si no desea recibirlo, puede darse de baja aquí."),
        ("Visualizza nel browser", "Clicca qui per annullare l’iscrizione."),
        ("Bekijk in je browser", "Uitschrijven kan hier."),
        ("Открыть в браузере", "Чтобы отписаться, нажмите сюда."),
    ],
)
def test_what_newsletters_say_around_their_text(above: str, below: str) -> None:
    text = TEXT.split("\n\n")
    assert within([above, *text, below]) == text
