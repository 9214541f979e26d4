"""Telling when what a part of the app was sent has led to all that it leads to."""

from asyncio import Event
from dataclasses import dataclass, field

from textual.message import Message
from textual.message_pump import MessagePump


@dataclass
class Passed(Message):
    """Goes from a part up to the app, behind all that was under way there before it."""

    arrived: Event = field(default_factory=Event)

    def follow(self, part: MessagePump) -> bool:
        """Set out, unless the part takes no more messages; whether it does."""
        return part.call_later(part.post_message, self)
