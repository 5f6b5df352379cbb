"""Consent: what a member agreed to, and a note of what was done."""

from dataclasses import replace

from core.assistant.reply import Effect
from core.assistant.request import AskFirst, Ports, Request, Way
from core.assistant.wording import say
from core.domain.member import AuditEntry, Consent, Member
from core.ports.work import Work


async def require_consent(ports: Ports, work: Work, request: Request) -> None:
    """Return once the member has agreed that what they teach is stored and learned from.

    Raises:
        AskFirst: they were not asked yet, or have opted out.
    """
    sender = request.sender
    member = await known_sender(work, request)
    known = member or Member(community=sender.community, id=sender.member, name=sender.name)
    if known.consent is Consent.AGREED:
        if known.name != sender.name:
            await work.members.save(replace(known, name=sender.name))
        return
    if "consent" not in request.agreed:
        has_refused = known.consent is Consent.OPTED_OUT
        key = "consent again" if has_refused else "consent"
        way = Way(
            label=say("i agree", locale=sender.locale),
            request=request.agree("consent"),
            effect=Effect.HARMLESS,
            is_yes=not has_refused,  # a no that was given is not taken for a yes
        )
        lines = tuple(say(k, locale=sender.locale) for k in ("consent details", "consent ratings"))
        raise AskFirst(say(key, locale=sender.locale), *lines, ways=(way,))
    await work.members.save(replace(known, name=sender.name, consent=Consent.AGREED))
    await note(ports, work, request, "consent", "agreed")


async def known_sender(work: Work, request: Request) -> Member | None:
    """Return the sender as the community knows them."""
    return await work.members.get(request.sender.community, request.sender.member)


async def known_author(work: Work, request: Request) -> Member | None:
    """Return who wrote the message that is asked about, where that is another member."""
    if request.author is None:
        return None
    return await work.members.get(request.sender.community, request.author)


def has_opted_out(member: Member | None) -> bool:
    """Return whether nothing may be stored of a member."""
    return member is not None and member.consent is Consent.OPTED_OUT


async def note(ports: Ports, work: Work, request: Request, verb: str, subject: str) -> None:
    """Write down who did what, by ids and numbers alone."""
    entry = AuditEntry(
        community=request.sender.community,
        member=request.sender.member,
        action=verb,
        subject=subject,
        at=ports.clock(),
    )
    await work.members.audit(entry)
