"""What can go wrong between here and a host, each as a sentence."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.utils import parsedate_to_datetime

import httpx

from natoread_index.errors import Gone, NotFetched, Postponed, Refused, Unreached

_DAY = 86_400.0
_PATIENCE = 300.0
"""Seconds to leave a host alone that does not say how long."""
_PASSING = {408, 425}
"""Requests that may go better another time, though HTTP counts them with the mistakes."""


@contextmanager
def sentences(where: str) -> Iterator[None]:
    """Turn trouble on the way to `where` into a `NotFetched`."""
    try:
        yield
    except httpx.ConnectTimeout as trouble:
        raise Unreached(f"{where}: no answer") from trouble
    except (httpx.ConnectError, httpx.ProxyError) as trouble:
        raise _unconnected(where, trouble) from trouble
    except (httpx.TimeoutException, TimeoutError) as trouble:
        raise NotFetched(f"{where}: too slow") from trouble
    except httpx.TransportError as trouble:
        raise NotFetched(f"{where}: ended before its end ({trouble or 'cut off'})") from trouble
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as trouble:
        raise Refused(f"{where}: no address of the web") from trouble


def judge(where: str, status: int, retry_after: str | None, now: datetime) -> None:
    """Raise what a status other than that of success means."""
    if 200 <= status < 300:
        return
    if status == 410:
        raise Gone(f"{where}: gone for good (410)")
    if status == 429 or (status == 503 and retry_after):
        raise Postponed(where, _seconds(retry_after or "", now))
    if 400 <= status < 500 and status not in _PASSING:
        raise Refused(f"{where}: {_MEANS.get(status, 'refused')} ({status})")
    raise NotFetched(f"{where}: its host is in trouble ({status})")


_MEANS = {401: "asks for a password", 403: "not allowed", 404: "not there", 451: "forbidden by law"}


def _unconnected(where: str, trouble: httpx.TransportError) -> NotFetched:
    """Tell a host that is there, but won't talk, from one to which there is no way."""
    for cause in _causes(trouble):
        if isinstance(cause, ConnectionRefusedError):
            return NotFetched(f"{where}: its host takes no connection")
        if isinstance(cause, ssl.SSLCertVerificationError):
            return NotFetched(f"{where}: not sure that this is its host ({cause.verify_message})")
        if isinstance(cause, ssl.SSLError):
            return NotFetched(f"{where}: no secure connection ({cause.reason})")
    if isinstance(trouble, httpx.ProxyError):
        return NotFetched(f"{where}: the proxy lets nothing through ({trouble})")
    return Unreached(f"{where}: no way to its host")


def _causes(trouble: BaseException | None) -> Iterator[BaseException]:
    while trouble:
        yield trouble
        trouble = trouble.__cause__ or trouble.__context__


def _seconds(retry_after: str, now: datetime) -> float:
    """Read HTTP's `Retry-After`, seconds or a date; never more than a day."""
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(retry_after) - now).total_seconds()
        except (ValueError, TypeError):
            seconds = _PATIENCE
    return min(max(seconds, 0.0), _DAY) if seconds == seconds else _PATIENCE
