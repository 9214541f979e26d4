"""What lies in folders and archives beside releases, and is passed over in silence."""

from pathlib import PurePosixPath

_NAMES = (
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .svg .ico .bmp .avif .woff .woff2 .ttf .eot"
    " .mp3 .mp4 .m4a .webm .ogg .part .tmp .crdownload .download .swp .lock .py .pyc"
)
_SUFFIXES = frozenset(_NAMES.split())
_HIDDEN = (".", "__MACOSX", "~$")


def is_beside(path: str) -> bool:
    """Whether a file is hidden, unfinished, or one that only lies beside pages, by its name.

    `path` is relative to the folder or the archive that was asked for.
    """
    parts = PurePosixPath(path).parts
    hidden = any(part.startswith(_HIDDEN) for part in parts)
    return hidden or path.endswith("~") or PurePosixPath(path).suffix.lower() in _SUFFIXES
