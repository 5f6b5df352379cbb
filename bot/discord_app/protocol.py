"""Which server the bot speaks to: Discord's own, or another that follows its protocol."""

from typing import Any

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

API_VERSION = "v10"


def speak_to(*, api_url: str = "", gateway_url: str = "") -> None:
    """Send this process's requests to another server where one is named.

    discord.py keeps both addresses on classes, so they hold for every client of the process.
    """
    if api_url:
        bare = api_url.rstrip("/")
        is_versioned = bare.rsplit("/", 1)[-1].startswith("v")
        Route.BASE = bare if is_versioned else f"{bare}/{API_VERSION}"
    if gateway_url:
        gateway: Any = yarl.URL(gateway_url)
        DiscordWebSocket.DEFAULT_GATEWAY = gateway
