"""Replies made into cards, their pictures drawn."""

import asyncio

from bot.discord_app.rendering import Card, render
from core.assistant.reply import Reply

DEFAULT_LIMIT = 10 * 2**20
"""What files may weigh where Discord does not say."""


async def card_of(reply: Reply, locale: str, limit: int = DEFAULT_LIMIT) -> Card:
    """Return a reply's card, its picture drawn by a thread."""
    png: bytes | None = None
    if reply.picture is not None:
        from bot.drawing.figure import to_png

        png = await asyncio.to_thread(to_png, reply.picture)
    return render(reply, locale=locale, picture=png, limit=limit)
