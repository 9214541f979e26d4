"""Mend the characters of a line that were damaged on their way; leave sound text alone.

Only damage that shows for certain is mended: UTF-8 that was read as cp1252 or Latin-1 (in part of a
line too), as GBK, single bytes of cp1252 in other text, accents apart from their letters, and
characters that no text holds. Quotes, dashes, ligatures and spaces stay as they are published.
"""

import re
import unicodedata

from natoread_index.parsing.lines import sound

_C1 = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # those that cp1252 leaves undefined
}
_BYTES = {
    0xDC00 + byte: _C1.get(byte, chr(byte)) for byte in range(0x80, 0x100)
}  # as `surrogateescape` has them
_BYTE_OF = {sign: byte for byte, sign in _C1.items()}
_HIGH = "".join(_C1.values()) + "\x80-\xbf"
_SCRAMBLED = rf"[\xc2-\xdf][{_HIGH}]|[\xe0-\xef][{_HIGH}]{{2}}|[\xf0-\xf4][{_HIGH}]{{3}}"
_CUT_QUOTE = re.compile(rf"â€(?:\ufffd|(?![{_HIGH}]))")
_CUT_JOINER = "â\ufffd\xa0"
_IN_WORD = re.compile(rf"(?<=[a-z])[ÃÄÅ][{_HIGH}](?=[a-z])")  # as in Erdoğan, which ftfy leaves
_AS_GBK = re.compile(r"(?<![\u3000-\uffee])[\u4e00-\u9fff\ue000-\uf8ff]{1,8}(?![\u3000-\uffee])")
_DAMAGED = r"\0\x80-\x9f\ud800-\udfff\u0300-\u036f\u1100-\u11ff\u3099\u309a\u8050\u9225"
_SIGNS = re.compile(  # begins with one set, which is quick to look for
    rf"[{_DAMAGED}\xc2-\xf4](?:(?<=[{_DAMAGED}])|(?<=[\xc2-\xdf])[{_HIGH}]"
    rf"|(?<=[\xe0-\xef])[{_HIGH}]{{2}}|(?<=[\xf0-\xf4])[{_HIGH}]{{3}}|(?<=â)(?:€|\ufffd\xa0))"
)
_SCRAMBLED_SIGNS = re.compile(f"â€|{_CUT_JOINER}|{_SCRAMBLED}")
_ACCENTS_APART = re.compile(r".[\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]{2,}")
_GBK_SIGNS = re.compile("[\u8050\u9225]")  # how a no-break space and quotes begin there


def is_sound(text: str) -> bool:
    """Whether nothing in a text, of any number of lines, hints at damage; this is quick."""
    return (text.isascii() and "\0" not in text) or not _SIGNS.search(text)


def mended(line: str) -> str:
    """Return a line without its damage; bytes that couldn't be decoded are `surrogateescape`d."""
    line = sound(line.translate(_BYTES))
    if _SCRAMBLED_SIGNS.search(line):
        line = _unscrambled(line)
    if _GBK_SIGNS.search(line):
        line = _AS_GBK.sub(_from_gbk, line)
    return _ACCENTS_APART.sub(_composed, line.translate(_C1))


def _unscrambled(line: str) -> str:
    import ftfy  # takes 70 ms, and few texts are damaged

    only_encoding = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    line = ftfy.fix_encoding(
        _CUT_QUOTE.sub("â€\x9d", line.replace(_CUT_JOINER, "\u2060")), only_encoding
    )
    return _IN_WORD.sub(_from_cp1252, line)


def _from_cp1252(match: re.Match[str]) -> str:
    return bytes(_BYTE_OF.get(sign, ord(sign)) for sign in match[0]).decode(errors="replace")


def _from_gbk(match: re.Match[str]) -> str:
    """Return what a run of Chinese in other text was, if it was UTF-8 read as GBK."""
    try:
        return match[0].encode("gbk").decode()
    except UnicodeError:
        return match[0]


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])
