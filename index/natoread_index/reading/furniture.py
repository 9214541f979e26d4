"""Which parts of a page are furniture: there on every page of a site, or beside the text."""

import re

from lxml.html import HtmlElement


def looks_like_furniture(element: HtmlElement) -> bool:
    """Whether an element's tag, role, class or id say that it isn't of a text."""
    tag = element.tag
    if tag in _WHOLE or tag in ("html", "body", "main", "article"):
        return tag in _WHOLE
    if tag == "figcaption":
        return _is_of_picture(element)
    if tag == "header":
        return not any(each.tag in _ARTICLES for each in element.iterancestors())
    if element.get("role") in _ROLES or element.get("aria-modal") == "true":
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_NAMES.search(_HUMPS.sub("-", names).lower()))


def _is_of_picture(caption: HtmlElement) -> bool:
    figure = caption.getparent()
    return figure is not None and any(figure.find(f".//{tag}") is not None for tag in _PICTURES)


_WHOLE = frozenset(("nav", "footer", "aside", "form", "dialog", "menu"))
_ARTICLES = ("main", "article")
_PICTURES = ("img", "picture", "video", "iframe", "audio")
_ROLES = frozenset(
    (
        *("navigation", "banner", "contentinfo", "complementary", "search", "dialog"),
        *("alertdialog", "menu", "menubar", "toolbar", "tooltip"),
    )
)
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMES = re.compile(
    r"(?<![a-z])(?:shar(?:e|es|ing)|social|addtoany|related|recommend(?:ed|ations)|newsletters?"
    r"|subscri(?:be|ption)|sign-?up|cookies?|consent|gdpr|bread-?crumbs?|side-?bar|(?:sub|main)?menu"
    r"|(?:sub)?nav(?:bar|igation)?|paginat(?:ion|or)|pager|comments|tags|footer|masthead|skip(?:-?link)?s?"
    r"|banner|promo(?:tion)?|advert(?:s|isement)?|toolbar|modal|pop-?up|log-?in|search|lang(?:uages?)?"
    r"|(?:last-?)?updated|feedback|survey|copyright|(?:post|entry|article)-meta|by-?line|caption"
    r"|print|teasers?|see-also|read-?more|contents-list|back-to-top)(?![a-z])"
)
