"""The language of a text, by script and by common words."""

import pytest

from natoread_index.parsing.languages import language

SENTENCES = {
    "en": "The ministers met in the harbour and spoke of the ships that are to come in the spring.",
    "fr": (
        "Les ministres se sont réunis dans le port et ont parlé des navires qui sont dans la rade."
    ),
    "de": (
        "Die Minister haben sich im Hafen getroffen und "
        "über die Schiffe gesprochen, die auf dem Meer sind."
    ),
    "es": (
        "Los ministros se reunieron en el puerto y "
        "hablaron de los barcos que llegan en la primavera."
    ),
    "it": (
        "I ministri si sono riuniti nel porto e hanno "
        "parlato della nave che è arrivata con il vento."
    ),
    "pt": (
        "Os ministros reuniram-se no porto e falaram dos "
        "navios que chegam com o vento na primavera."
    ),
    "nl": (
        "De ministers kwamen bijeen in de haven en spraken "
        "over het schip dat met de wind op zee is."
    ),
    "pl": (
        "Ministrowie spotkali się w porcie i rozmawiali o statkach, "
        "które są na morzu i nie wracają do domu."
    ),
    "ro": (
        "Miniștrii s-au întâlnit în port și au vorbit cu căpitanul despre o navă care este pe mare."
    ),
    "tr": "Bakanlar limanda bir araya geldi ve gemi için olarak da bu konuda konuştu ile birlikte.",
    "sv": (
        "Ministrarna möttes i hamnen och talade om det fartyg "
        "som är på havet med en last för våren."
    ),
    "da": (
        "Ministrene mødtes i havnen og talte om det skib, som er på havet med en last til foråret."
    ),
    "cs": (
        "Ministři se sešli v přístavu a mluvili o lodi, která "
        "je na moři a že se vrací s větrem do domu."
    ),
    "hu": (
        "A miniszterek a kikötőben találkoztak, és az egyik "
        "hajó az, hogy nem is egy, a tengeren van."
    ),
    "ru": "Министры встретились в гавани и говорили о кораблях, которые придут весной.",
    "uk": "Міністри зустрілися в гавані й говорили про кораблі, що прийдуть навесні.",
    "sr": "Министри су се састали у луци и говорили о њиховим бродовима који долазе.",
    "el": "Οι υπουργοί συναντήθηκαν στο λιμάνι και μίλησαν για τα πλοία.",
    "ar": "اجتمع الوزراء في الميناء وتحدثوا عن السفن القادمة في الربيع.",
    "fa": "وزیران در بندر گرد هم آمدند و درباره کشتی‌هایی که در پیش است گفتگو کردند.",
    "ps": "وزیران په بندر کې سره وکتل او د کښتیو په اړه یې خبرې وکړې.",
    "he": "השרים נפגשו בנמל ודיברו על האוניות שיגיעו באביב.",
    "ka": "მინისტრები ნავსადგურში შეხვდნენ და გემებზე ისაუბრეს.",
    "hy": "Նախարարները հանդիպեցին նավահանգստում և խոսեցին նավերի մասին։",
    "hi": "मंत्री बंदरगाह में मिले और जहाजों के बारे में बात की।",
    "ja": "大臣たちは港で会い、船について話した。",
    "ko": "장관들은 항구에서 만나 배에 대해 이야기했다.",
    "zh": "部长们在港口会面，谈到了即将到来的船只。",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_a_sentence_is_enough(code: str, sentence: str) -> None:
    assert language(sentence) == code


@pytest.mark.parametrize("code", SENTENCES)
def test_what_is_mostly_english_is_english(code: str) -> None:
    assert language(SENTENCES["en"] * 4 + SENTENCES[code]) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2031",
        "###",
        "Source: NATO",
        "Jo Bloggs, Ivar Åsen, José da Silva",
        "“ISAF” – №5 · €3",
    ],
)
def test_what_tells_nothing_is_english(text: str) -> None:
    assert language(text) == "en"


def test_foreign_names_make_no_foreign_text() -> None:
    text = "President Володимир Зеленський met Mr Δημήτρης in the harbour of Київ, and they spoke."
    assert language(text) == "en"


def test_only_the_opening_counts() -> None:
    assert language(SENTENCES["fr"] * 30 + SENTENCES["en"] * 100) == "fr"
