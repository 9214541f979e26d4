"""Lines on pages that say the day of publication, as the sites of many countries write them."""

import pytest

from natoread_index.reading.daylines import day_above, day_alone
from natoread_index.reading.pages import page


@pytest.mark.parametrize(
    "line",
    [
        *("28.05.2024", "05.28.2024", "28/05/2024", "(28 May 2024)", "Tuesday, 28 May 2024"),
        *("Published: 28 May 2024, 10:00", "Date: May 28, 2024", "28 May 2024 10:17 AM EDT"),
        *("Press release | 28 May 2024", "Press release | 28 May 2024 | Brussels"),
        *("Roma, 28 Maggio 2024", "Brussels, 28 May 2024 (10:00)", "May 28, 2024 - Washington"),
        *("Pressemitteilung Nr. 17 vom 28. Mai 2024", "Veröffentlicht am 28. Mai 2024"),
        *("Communiqué de presse n° 24/123 du 28 mai 2024", "Publié le 28 mai 2024"),
        *("Publicerad 28 maj 2024", "Publisert 28. mai 2024 kl. 10.00", "28/05/2024 às 10h00"),
        *("2024年5月28日", "2024년 5월 28일", "2024. május 28.", "28 май 2024 г."),
        "Publié le 28 mai 2024 | Mis à jour le 30 mai 2024",
    ],
)
def test_a_day_and_little_else(line: str) -> None:
    dated = day_above(line)
    assert dated is not None
    assert dated.start == "2024-05-28"


@pytest.mark.parametrize(
    "line",
    [
        *("On 28 May 2024 we met", "Meeting of 3 May 2024", "For ever 28", "28", ""),
        *("Updated 28 May 2024", "Updated, 28 May 2024", "Mis à jour, le 28 mai 2024"),
        "Harbour masters of all ports that lie on this coast met there | 28 May 2024 | " * 2,
    ],
)
def test_a_line_that_says_more_or_of_something_else(line: str) -> None:
    assert day_above(line) is None


@pytest.mark.parametrize("line", ["THE WHITE HOUSE,<br>May 28, 2024.", "May 28, 2024."])
def test_a_line_below_a_text_is_of_it(line: str) -> None:
    release = page(f"<html><body><main><h1>Anchors counted</h1>{TEXT}<p>{line}</p>")
    assert release.body.endswith("May 28, 2024.")


@pytest.mark.parametrize("line", ["28 May 2024", "Published on 28 May 2024 at 10:00"])
def test_a_day_and_nothing_else(line: str) -> None:
    assert day_alone(line)
    assert not day_alone(f"Press release | {line}")


TEXT = (
    "<p>We have counted the anchors of all our ships, and there are more than last year.</p>"
    "<p>Each of them is heavy enough to hold a ship through a storm in any of our harbours.</p>"
)


@pytest.mark.parametrize(
    "line",
    [
        "<p class='meta'>Pressemeddelande | 28 maj 2024</p>",
        "<span itemprop='datePublished' content='2024-05-28'>last Tuesday</span>",
        "<div><span>28.05.2024</span></div>",
    ],
)
def test_such_a_line_is_no_part_of_the_text(line: str) -> None:
    release = page(f"<html><body><main><h1>Anchors counted</h1>{line}{TEXT}")
    assert release.dated is not None
    assert release.dated.start == "2024-05-28"
    assert release.body.startswith("We have counted")
