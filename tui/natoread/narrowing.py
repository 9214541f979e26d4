"""A search narrowed by a fact: in the text of the query, where it can be seen, edited and kept.

Values of one field are alternatives, as a group: `(kind:speech OR kind:news)`.
"""

import re

_VALUE = r'"[^"]*"|[^\s()"]+'


def chosen(text: str, field: str) -> tuple[str, ...]:
    """The values of a field that a query asks for, in their order."""
    found = _group(field).search(text)
    return tuple(value.strip('"') for value in _values(field, found[0])) if found else ()


def toggled(text: str, field: str, value: str) -> str:
    """A query with a value of a field asked for, too, or no longer."""
    values = chosen(text, field)
    others = tuple(other for other in values if other.casefold() != value.casefold())
    return narrowed(text, field, *(others if others != values else (*values, value)))


def narrowed(text: str, field: str, *values: str) -> str:
    """A query that asks for one of `values` of a field, and for no other of that field.

    What is new goes before the words, of which the last may be unfinished.
    """
    terms = [f"{field}:{_quoted(value)}" for value in values]
    group = f"({' OR '.join(terms)})" if len(terms) > 1 else "".join(terms)
    kept, replaced = _group(field).subn(lambda _: group, text, count=1)
    return " ".join((kept if replaced else f"{group} {_as_one(text) if group else text}").split())


def _as_one(text: str) -> str:
    """A query in a bracket if its `OR` would take in what stands beside it.

    The bracket stays open behind a word that may be unfinished.
    """
    if "OR" not in re.sub(r'\([^()]*\)?|"[^"]*"?', " ", text).split():
        return text
    return f"({text})" if text.endswith((")", '"')) else f"({text}"


def _group(field: str) -> re.Pattern[str]:
    """What asks for values of a field, and does not exclude them."""
    term = rf"{field}:(?:{_VALUE})"
    return re.compile(rf"(?<!\S)(?:\({term}(?:\s+OR\s+{term})*\)|{term}(?=\s|$))", re.IGNORECASE)


def _values(field: str, group: str) -> list[str]:
    return re.findall(rf"{field}:({_VALUE})", group, re.IGNORECASE)


def _quoted(value: str) -> str:
    plain = re.sub(r'["“”]', "", value)
    return plain if re.fullmatch(r"[\w.~-]+", plain) else f'"{plain}"'
