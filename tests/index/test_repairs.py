"""Damage that shows for certain is mended; everything else stays as it is published."""

import pytest

from natoread_index.reading.repairs import is_sound, mended

SOUND = [
    "‘Finland has 31 Allies’. “Sound” – quotes — and dashes…",
    "Café”, he said. “Née”– Geoană, Rovajärvi, Brașov, Łódź, İstanbul",
    "The ﬁrst ﬂeet: ½ of 10 ºC, 20 °C, № 5, µm, ©, ®, ™",
    "dual\u00aduse, COVID-\u206019, no\u00a0break, zero\u200bwidth, 👩\u200d🚀, non\u2011break",
    "NATO‘s open door and ”As Chair, I strive...”",
    "''Russia trying to freeze Ukraine conflict''",
    "１２３ ＡＢＣ, ﷺ, Å, Ω, ｶﾞ",
    "A &amp; B &lt;td&gt; \x1b[31mred\x1b[0m",
    "Заявление НАТО – «Североатлантический»",
    "北约秘书长：“我们”。聽起來。鈥",
    "São Paulo, Curaçao, Málaga, Århus, Ærø, Ñuñoa, coöperate, naïve",
    "NÃO, SÃO “TOMÉ” E PRÍNCIPE; CÔTE D’IVOIRE; FÊTE À L’ÉLYSÉE",
    "we can t stop there; NAT0; President s",
]
DAMAGED = [
    ("We donâ€™t â€œknowâ€\x9d â€“ yet", "We don’t “know” – yet"),
    ("â€œHelloâ€\ufffd and â€œbyeâ€ again", "“Hello” and “bye” again"),
    ("clichÃ© and Ã¶n", "cliché and ön"),
    ("“Sound” quotes and donâ€™t beside them – Ã©", "“Sound” quotes and don’t beside them – é"),
    ("GeoanÄƒ and ErdoÄŸan’s talks, VuÄ\x8diÄ‡", "Geoană and Erdoğan’s talks, Vučić"),
    ("The WhiteÂ\xa0House speaks", "The White\xa0House speaks"),
    ("Â\xa0", "\xa0"),
    ("â\x80¢  Mr. Casey", "•  Mr. Casey"),
    ("Ð\x9fÑ€ÐµÐ·Ð¸Ð´ÐµÐ½Ñ‚ Ð¸ Ð¼Ð¸Ñ€", "Президент и мир"),
    ("I don't think that it was \x85 it's not", "I don't think that it was … it's not"),
    ("the Government鈥檚聽plan", "the Government’s\xa0plan"),
    ("Geoana\u0306, Rovaja\u0308rvi, е\u0308", "Geoană, Rovajärvi, ё"),
    ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
    ("NA\0TO", "NATO"),
    ("half \ud83d of a pair", "half \ufffd of a pair"),
    ("D\udce9j\udce0 vu \udc96 on", "Déjà vu – on"),
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(("damaged", "text"), DAMAGED)
def test_damage_is_mended_and_seen_at_a_glance(damaged: str, text: str) -> None:
    assert mended(damaged) == text
    assert not is_sound(f"A line above\n{damaged}\nand one below")


def test_mending_again_changes_nothing() -> None:
    for _, text in DAMAGED:
        assert mended(text) == text


def test_nothing_hints_at_damage_in_usual_text() -> None:
    assert is_sound("The Alliance’s “open” door – it’s NATO’s…\nRovajärvi, Geoană, Düsseldorf")
    assert is_sound("plain\r\n\ttext")


def test_text_that_was_read_wrongly_twice() -> None:
    once = "the Alliance’s café".encode().decode("cp1252")
    assert mended(once.encode().decode("cp1252")) == "the Alliance’s café"
