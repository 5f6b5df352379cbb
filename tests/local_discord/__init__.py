"""A local Discord: HTTP and WebSocket on loopback, which a real discord.py client logs in to.

Start it, found a server, let people in, point the bot at it, and play the members::

    async with LocalDiscord() as discord:
        guild = discord.guild("Flats of Berlin")
        ana = discord.member("Ana", guild, locale="en-US")
        ben = discord.member("Ben", guild, locale="zh-CN")
        flats = discord.channel("flats", guild)

        # the bot: its settings, or ``with discord.adopted():`` around a plain client
        settings = {"api_url": discord.api_url, "gateway_url": discord.gateway_url,
                    "token": discord.token}
        await discord.online()

        await ana.type(flats, "@Apprentice flats: 3-bed 90 m² in Kreuzberg?")
        answer = await ana.sees(flats, "€ 418k")           # a part of its text, or a function
        await ben.type(flats, "it sold for 435k", reply_to=answer)

        exchange = await ana.run(flats, "/task new", name="flats", predict="number")
        form = await exchange.modal()
        sent = await ana.submit(form, {"Fields": "area: m²", "Kind": "number"})
        card = await sent.reply()                           # ``reply(1)``: the first follow-up
        assert "ready" in card.text and card.is_ephemeral and card.labels == ["Teach"]

        pressed = await ana.press(card, "Teach")            # by label or custom id
        await pressed.modal()
        chosen = await ana.choose(card, "bug", select="Wrong")
        await chosen.reply()                                # an update of the card counts, too
        offers = await ana.autocomplete(flats, "/ask", focused="task", value="fl")
        menu = await ana.menu(flats, "Ask about this", answer)
        file = Upload(filename="flats.csv", data=b"area,price")
        await ana.run(flats, "/task import", task="flats", file=file)
        await ana.type(ana.direct, "a direct message to the bot")

Time stands still until ``discord.advance(seconds)``: after 3 s an unanswered interaction is lost
(``exchange.is_failed``, and the bot gets 10062), after 15 min its token is (50027). In a
``LocalDiscord(speed=1)`` it passes by itself, so that whatever holds up the event loop for three
seconds fails; a greater speed makes such a test short.

Things go wrong on order. Requests: ``discord.fail("POST", "/channels/{channel_id}/messages",
status=503)``, ``discord.limit(…, scope="global")``, ``discord.drop(…, done_first=True)``,
``gate = discord.hold(…); await gate.reached(); gate.open()``; paths are Discord's own, a callback's
``/interactions/{interaction_id}/{interaction_token}/callback``, its edit's
``/webhooks/{webhook_id}/{webhook_token}/messages/@original``. The gateway:
``discord.gateway.cut()``, ``.close(code)``, ``.refuse(times=2)``, ``.ask_to_reconnect()``,
``.invalidate()``, ``.forget()``, ``.tell_twice("MESSAGE_CREATE")``, ``.hold_back()`` with
``.release(reverse=True)``. Servers: ``discord.outage(guild)`` and ``.recover(guild)``,
``.remove_bot(guild)`` and ``.add_bot(guild)``, ``.delete_channel(channel)``.

Who may do what: ``discord.forbid(channel, Allow.SEND_MESSAGES)`` takes a permission from the bot
there (``to=`` names a role or a person), ``.set_permissions(guild, guild.everyone, …)``,
``.role("Teachers", guild)``, ``.give(ana, role)``, ``.permit_command(guild, "teach", role)``.
A member who tries what the app would not let them do raises ``Refused``.

Other places: ``discord.channel("questions", guild, kind=ChannelKind.FORUM)`` and
``await ana.post(forum, "Title", "text")``, ``discord.thread("Aside", channel)``, ``ana.direct``,
``discord.direct(ana, ben)`` without the bot, a server with ``bot=False`` and a member with
``has_installed=True``. ``LocalDiscord(shards=2)`` wants two shards; servers fall on
them by turns.

Looking back: ``message.pinged`` says whom a message pings, ``message.earlier`` how it read before
its edits, ``discord.errors`` what Discord refused, ``discord.requests("POST", "/channels/…")`` what
was asked, ``str(Transcript(discord.world))`` what was done and shown since the transcript began.
``await discord.settled()`` waits until the bot has taken in every event. On leaving, an
invalid body, an empty message or an unknown route fails the test, and where Discord's
specification lies beside the project, so does any body that it does not allow; a
``LocalDiscord(strict=False)`` lets all that pass.

discord.py sleeps for real seconds where no server can help it: 1 s, then 3 s before it repeats
after a 5xx (503 it does not repeat), 2 s (``guild_ready_timeout``) before ``on_ready``, and 5 s in
``Client.before_identify_hook`` before it identifies again or for a second shard. The first and the
last are gone within ``with impatient():``; the second is an option of the client. A plain client
connects to ``DiscordWebSocket.DEFAULT_GATEWAY`` first and again after an invalid session, so a
setting for the gateway has to replace that, too.
"""

from tests.local_discord.acting.exchange import Choice, Exchange
from tests.local_discord.acting.person import Person
from tests.local_discord.errors import Refused
from tests.local_discord.files import Upload
from tests.local_discord.impatience import impatient
from tests.local_discord.permissions import Allow
from tests.local_discord.server import LocalDiscord
from tests.local_discord.state import Channel, ChannelKind, Guild, Message, Modal, Role
from tests.local_discord.transcript import Transcript

__all__ = [
    "Allow",
    "Channel",
    "ChannelKind",
    "Choice",
    "Exchange",
    "Guild",
    "LocalDiscord",
    "Message",
    "Modal",
    "Person",
    "Refused",
    "Role",
    "Transcript",
    "Upload",
    "impatient",
]
