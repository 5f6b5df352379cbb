"""The errors that Discord answers with, by its own codes."""

from collections.abc import Sequence

from tests.local_discord.basics import Json


class DiscordError(Exception):
    """An answer that is not a success."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(f"{status} {code}: {message}" + (f" {errors}" if errors else ""))
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Json:
        """Return the JSON of the answer."""
        body: Json = {"message": self.message, "code": self.code}
        return body | {"errors": self.errors} if self.errors else body


class InvalidForm(DiscordError):
    """A body that breaks a rule: 50035, with the path to the field."""

    def __init__(self, path: Sequence[str | int], code: str, message: str) -> None:
        errors: Json = {"_errors": [{"code": code, "message": message}]}
        for part in reversed(path):
            errors = {str(part): errors}
        super().__init__(400, 50035, "Invalid Form Body", errors)


class Refused(AssertionError):
    """A member of the test tried what Discord's own app would not let them do."""


def unauthorized() -> DiscordError:
    return DiscordError(401, 0, "401: Unauthorized")


def unknown(what: str) -> DiscordError:
    """Return the 404 for something that is not there."""
    return DiscordError(404, _UNKNOWN[what], f"Unknown {what}")


def missing_access() -> DiscordError:
    return DiscordError(403, 50001, "Missing Access")


def missing_permissions() -> DiscordError:
    return DiscordError(403, 50013, "Missing Permissions")


def already_acknowledged() -> DiscordError:
    return DiscordError(400, 40060, "Interaction has already been acknowledged.")


def token_expired() -> DiscordError:
    return DiscordError(401, 50027, "Invalid Webhook Token")


_UNKNOWN = {
    "Channel": 10003,
    "Guild": 10004,
    "Member": 10007,
    "Message": 10008,
    "Role": 10011,
    "User": 10013,
    "Emoji": 10014,
    "Webhook": 10015,
    "interaction": 10062,
    "application command": 10063,
}
