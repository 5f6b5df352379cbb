"""Walking through components, whatever they are nested in."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from tests.local_discord.basics import Json

EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15


class Kind(IntEnum):
    """The component types."""

    ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT = 10
    THUMBNAIL = 11
    GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


SELECTS = frozenset(
    (
        Kind.STRING_SELECT,
        Kind.USER_SELECT,
        Kind.ROLE_SELECT,
        Kind.MENTIONABLE_SELECT,
        Kind.CHANNEL_SELECT,
    )
)
ONLY_V2 = frozenset(
    (
        Kind.SECTION,
        Kind.TEXT,
        Kind.THUMBNAIL,
        Kind.GALLERY,
        Kind.FILE,
        Kind.SEPARATOR,
        Kind.CONTAINER,
    )
)


def walk(components: Iterable[Json]) -> Iterator[Json]:
    """Yield each component and what it holds, in the order one reads them."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        for key in ("accessory", "component"):
            if (inner := component.get(key)) is not None:
                yield from walk([inner])


def texts(components: Iterable[Json]) -> list[str]:
    """Return the text displays."""
    return [each["content"] for each in walk(components) if each["type"] == Kind.TEXT]


def labels(components: Iterable[Json]) -> list[str]:
    """Return the labels of buttons and the placeholders of selects."""
    return [
        label_of(each)
        for each in walk(components)
        if each["type"] == Kind.BUTTON or each["type"] in SELECTS
    ]


def label_of(component: Json) -> str:
    """Return what is written on a button or select."""
    emoji = (component.get("emoji") or {}).get("name")
    return component.get("label") or component.get("placeholder") or emoji or ""


def media_of(component: Json) -> list[Json]:
    """Return the unfurled media that a component shows, each a dictionary with a ``url``."""
    match component["type"]:
        case Kind.THUMBNAIL:
            return [component["media"]]
        case Kind.FILE:
            return [component["file"]]
        case Kind.GALLERY:
            return [item["media"] for item in component["items"]]
    return []
