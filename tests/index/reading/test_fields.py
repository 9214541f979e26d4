"""Under which names people give title, text and day of their records."""

import csv
from datetime import date

import pytest
from tests.index.reading.files import read, told
from tests.index.reading.records import made, one

from natoread_index import Fields, NoSuchField, Unreadable
from natoread_index.reading.fields import ROLES
from natoread_index.reading.tables import rows


@pytest.mark.parametrize("role", ["title", "body"])
def test_every_usual_name_of_a_field(role: str) -> None:
    for name in ROLES[role].split():
        record = {"title": "Allies meet", "body": "They met."}
        record[name.upper()] = record.pop(role)
        (release,) = made(record)
        assert (release.title, release.body) == ("Allies meet", "They met.")


@pytest.mark.parametrize("name", ["Publication date", "publication_date", "PublicationDate"])
def test_names_are_spelt_in_many_ways(name: str) -> None:
    dated = one(**{name: "2024-05-28"}).dated
    assert dated is not None
    assert (dated.first, dated.read_from) == (date(2024, 5, 28), "date 2024-05-28")


@pytest.mark.parametrize(
    ("title", "body", "day"),
    [
        ("post_title", "post_content", "post_date"),
        ("Release Title", "Full Story", "Date Posted"),
        ("webTitle", "bodyText", "webPublicationDate"),
        ("Article headline", "article_body", "Date of publication"),
        ("title_en", "body_en", "date_en"),
        ("Headline text", "Body (English)", "Date (UTC)"),
        ("Titre", "Texte", "Date de publication"),
    ],
)
def test_names_of_several_words_are_known_by_the_telling_one(
    title: str, body: str, day: str
) -> None:
    (release,) = made({title: "Allies meet", body: "They met.", day: "2024-05-28", "meta_text": ""})
    assert (release.title, release.body) == ("Allies meet", "They met.")
    assert release.dated is not None


@pytest.mark.parametrize("name", ["meta_title", "Sub title", "alt text", "Image caption text"])
def test_such_a_word_may_tell_of_something_else(name: str) -> None:
    with pytest.raises(Unreadable, match="no record has a title and a text"):
        made({name: "Allies meet"})


def test_a_teaser_is_the_text_only_where_there_is_no_other() -> None:
    release = made({"title": "Allies meet", "summary": "Short.", "Full story": "They met."})[0]
    assert release.body == "They met."


@pytest.mark.parametrize("name", ["attributes", "fields", "_source", "node", "details"])
def test_fields_that_lie_in_an_object(name: str) -> None:
    (release,) = made({"id": 7, name: {"title": "Allies meet", "body": "They met."}})
    assert (release.title, release.body) == ("Allies meet", "They met.")


def test_the_likeliest_name_wins_and_an_empty_value_counts_for_none() -> None:
    release = one(headline="Other", summary="Short.", text="", description="Long.", body="")
    assert (release.title, release.body) == ("Allies meet", "Long.")


def test_fields_without_a_title_or_a_text_are_named() -> None:
    with pytest.raises(Unreadable, match=r"file: no record .* \(Betreff, Inhalt\).*--map title"):
        made({"Betreff": "Allies meet", "Inhalt": "They met."})
    with pytest.raises(Unreadable, match="file: no records"):
        made()


def test_fields_that_the_user_names() -> None:
    fields = Fields.mapped(["title=Betreff", "body = Inhalt", "by=Wer"])
    (release,) = made({"betreff": "Allies meet", "Inhalt": "x", "Wer": "Jo Bloggs"}, fields=fields)
    assert (release.title, release.speakers) == ("Allies meet", ("Jo Bloggs",))
    assert fields.said == "body=Inhalt by=Wer title=Betreff"


def test_a_field_that_the_user_names_is_the_only_one() -> None:
    fields = Fields.mapped(["body=full"])
    assert made({"title": "A", "body": "short", "full": "long"}, fields=fields)[0].body == "long"
    with pytest.raises(Unreadable):
        made({"title": "A", "body": "short"}, fields=fields)


@pytest.mark.parametrize("pair", ["", "body", "body=", "colour=x", "=x"])
def test_a_mapping_that_makes_no_sense(pair: str) -> None:
    with pytest.raises(NoSuchField, match="title, body, date"):
        Fields.mapped([pair])


def test_a_table_whose_only_known_names_are_the_users() -> None:
    table = "Betreff;Inhalt\nAllies meet;They met.\n"
    (release,) = read(table, "t", Fields.mapped(["title=Betreff", "body=Inhalt"]))
    assert release.body == "They met."


def test_a_table_with_line_ends_and_marks_in_its_values() -> None:
    table = 'title,body\n"Allies, ""meet""","One,\n\ntwo"\n\nShort row\nLong,row,of,values\n'
    assert [(each.title, each.body) for each in read(table)] == [
        ('Allies, "meet"', "One,\n\ntwo"),
        ("Long", "row"),
    ]


def test_a_table_without_known_names_is_one_by_its_own_name() -> None:
    (said,) = told(b"a,b\n1,2\n", "t.csv")
    assert said == (
        "t.csv: no record has a title and a text among its fields (a, b);"
        " say which they are: --map title=… --map body=…"
    )


@pytest.mark.parametrize("above", ["sep=;", "Press releases of 2024;;\n\nas of today;;"])
def test_a_table_with_lines_above_its_names(above: str) -> None:
    (release,) = read(f"{above}\ntitle;date;text\nAllies meet;2024-05-28;They met.\n", "t.csv")
    assert (release.title, release.body) == ("Allies meet", "They met.")


def test_a_first_line_with_commas_is_no_table() -> None:
    (release,) = read("Joint text, release date\n\nSource: NATO\n\nThey met.\n", "t.txt")
    assert release.title == "Joint text, release date"


def test_a_value_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("natoread_index.reading.tables._LARGEST_FIELD", 99)
    usual = csv.field_size_limit()
    with pytest.raises(Unreadable, match=r"t: line .*field larger than field limit"):
        list(rows(["title,body", 'A,"never', *["closed"] * 99], Fields(), "t"))
    csv.field_size_limit(usual)  # it holds for all that the process reads
