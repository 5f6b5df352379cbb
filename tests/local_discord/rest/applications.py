"""Who the bot is, and where its gateway is."""

from tests.local_discord.basics import Json
from tests.local_discord.errors import unknown
from tests.local_discord.payloads import channel_json, user_json
from tests.local_discord.rest.call import Call, Routes

routes = Routes()


@routes.on("GET", "/users/@me")
async def me(call: Call) -> Json:
    told: Json = {"verified": True, "mfa_enabled": False, "email": None, "locale": "en-US"}
    return user_json(call.world.bot) | told


@routes.on("GET", "/users/{user_id}")
async def user(call: Call) -> Json:
    found = call.world.users.get(call.params["user_id"])
    if found is None:
        raise unknown("User")
    return user_json(found)


@routes.on("POST", "/users/@me/channels")
async def open_direct_messages(call: Call) -> Json:
    found = call.world.users.get(str(call.json["recipient_id"]))
    if found is None:
        raise unknown("User")
    return channel_json(call.world.direct_channel(found))


@routes.on("GET", "/oauth2/applications/@me")
async def oauth_application(call: Call) -> Json:
    return _application(call)


@routes.on("GET", "/applications/@me")
async def own_application(call: Call) -> Json:
    return _application(call)


@routes.on("GET", "/gateway", needs_token=False)
async def gateway(call: Call) -> Json:
    return {"url": call.world.gateway_url}


@routes.on("GET", "/gateway/bot")
async def gateway_for_bots(call: Call) -> Json:
    application = call.world.application
    return {
        "url": call.world.gateway_url,
        "shards": application.shards,
        "session_start_limit": {
            "total": 1000,
            "remaining": application.starts_left,
            "reset_after": 86_400_000,
            "max_concurrency": application.max_concurrency,
        },
    }


def _application(call: Call) -> Json:
    world = call.world
    return {
        "id": world.bot.id,
        "name": world.application.name,
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "bot": user_json(world.bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "approximate_user_install_count": sum(each.has_installed for each in world.users.values()),
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": [],
        "owner": user_json(world.owner),
        "team": None,
        "approximate_guild_count": sum(each.has_bot for each in world.guilds.values()),
        "integration_types_config": {"0": {}, "1": {}},
    }
