"""What a message may say: lengths, embeds, files, and the flag of components v2."""

from collections.abc import Sequence

from tests.local_discord.basics import Json
from tests.local_discord.components import COMPONENTS_V2, media_of, walk
from tests.local_discord.errors import DiscordError, InvalidForm
from tests.local_discord.rules.components import check_components
from tests.local_discord.rules.lengths import Path, check_count, check_length, check_optional

MAX_CONTENT = 2000
MAX_EMBED_TOTAL = 6000
MAX_FILES = 10


def check_message(draft: Json, *, filenames: Sequence[str], path: Path = ()) -> None:
    """Check a message as it would be after the request: complete, with the names of its files.

    Raises:
        InvalidForm: a part is not as Discord takes it.
        DiscordError: there is nothing in it.
    """
    is_v2 = bool(draft.get("flags", 0) & COMPONENTS_V2)
    check_optional(draft.get("content"), most=MAX_CONTENT, path=(*path, "content"))
    _check_embeds(draft.get("embeds") or [], (*path, "embeds"))
    check_count(filenames, most=MAX_FILES, path=(*path, "attachments"))
    components = draft.get("components") or []
    if is_v2:
        _check_no_legacy(draft, path)
    check_components(components, is_v2=is_v2, path=(*path, "components"))
    _check_media(components, filenames, path)
    if not (components or draft.get("content") or draft.get("embeds") or filenames):
        raise DiscordError(400, 50006, "Cannot send an empty message")


def _check_no_legacy(draft: Json, path: Path) -> None:
    for key in ("content", "embeds", "poll", "sticker_ids"):
        if draft.get(key):
            message = f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
            raise InvalidForm((*path, key), code, message)


def _check_media(components: Sequence[Json], filenames: Sequence[str], path: Path) -> None:
    for component in walk(components):
        for media in media_of(component):
            name = str(media.get("url", "")).removeprefix("attachment://")
            if name != media.get("url") and name not in filenames:
                message = f"No file is named {name!r} among {list(filenames)}"
                raise InvalidForm((*path, "components"), "UNFURLED_MEDIA_ITEM_NOT_FOUND", message)


def _check_embeds(embeds: Sequence[Json], path: Path) -> None:
    check_count(embeds, most=10, path=path)
    for position, embed in enumerate(embeds):
        _check_embed(embed, (*path, position))
    total = sum(_length(embed) for embed in embeds)
    if total > MAX_EMBED_TOTAL:
        message = f"Embed size exceeds maximum size of {MAX_EMBED_TOTAL}"
        raise InvalidForm(path, "MAX_EMBED_SIZE_EXCEEDED", message)


def _check_embed(embed: Json, path: Path) -> None:
    check_optional(embed.get("title"), most=256, path=(*path, "title"))
    check_optional(embed.get("description"), most=4096, path=(*path, "description"))
    footer, author = embed.get("footer") or {}, embed.get("author") or {}
    check_optional(footer.get("text"), most=2048, path=(*path, "footer", "text"))
    check_optional(author.get("name"), most=256, path=(*path, "author", "name"))
    fields = embed.get("fields") or []
    check_count(fields, most=25, path=(*path, "fields"))
    for position, field in enumerate(fields):
        at = (*path, "fields", position)
        check_length(field.get("name"), least=1, most=256, path=(*at, "name"))
        check_length(field.get("value"), least=1, most=1024, path=(*at, "value"))


def _length(embed: Json) -> int:
    fields = embed.get("fields") or []
    parts = [
        embed.get("title"),
        embed.get("description"),
        (embed.get("footer") or {}).get("text"),
        (embed.get("author") or {}).get("name"),
        *(field.get(key) for field in fields for key in ("name", "value")),
    ]
    return sum(len(part) for part in parts if part)
