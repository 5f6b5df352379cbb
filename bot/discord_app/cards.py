"""Replies made into cards, their pictures drawn."""

import asyncio

from bot.discord_app.rendering import Card, render
from core.assistant.pictures import Picture
from core.assistant.reply import Reply

DEFAULT_LIMIT = 10 * 2**20
"""What files may weigh where Discord does not say."""


async def card_of(reply: Reply, locale: str, limit: int = DEFAULT_LIMIT) -> Card:
    """Return a reply's card, its picture drawn by a thread."""
    png = None
    if reply.picture is not None:
        png = await asyncio.to_thread(_drawn, reply.picture)
    return render(reply, locale=locale, picture=png, limit=limit)


def _drawn(picture: Picture) -> bytes:
    from bot.drawing.figure import to_png  # matplotlib takes seconds: never on the event loop

    return to_png(picture)
