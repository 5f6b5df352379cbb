from dataclasses import replace
from datetime import timedelta

from core.domain.identity import MemberId, ProposalId
from core.domain.member import AuditEntry, Consent, Member
from core.ports.work import OpenWork
from tests.contract.world import ANA, BEN, HERE, THERE
from tests.fakes.clock import SetClock


async def test_a_member_is_known_where_they_were_saved(open_work: OpenWork) -> None:
    ana = Member(community=HERE, id=ANA, name="Ana <@everyone>")
    async with open_work() as work:
        await work.members.save(ana)
    async with open_work() as work:
        assert await work.members.get(HERE, ANA) == ana
        assert await work.members.get(THERE, ANA) is None
        assert await work.members.get(HERE, BEN) is None


async def test_a_member_saved_again_has_the_new_name_and_consent(open_work: OpenWork) -> None:
    ana = Member(community=HERE, id=ANA, name="Ana")
    changed = replace(ana, name="Anna", consent=Consent.AGREED)
    async with open_work() as work:
        await work.members.save(ana)
        await work.members.save(changed)
    async with open_work() as work:
        assert await work.members.get(HERE, ANA) == changed


async def test_names_are_told_of_known_members(open_work: OpenWork) -> None:
    async with open_work() as work:
        await work.members.save(Member(community=HERE, id=ANA, name="Ana"))
        await work.members.save(Member(community=THERE, id=BEN, name="Ben"))
        assert await work.members.names(HERE, [ANA, BEN]) == {ANA: "Ana"}
        assert await work.members.names(HERE, []) == {}


async def test_members_of_one_name_are_told_apart(open_work: OpenWork) -> None:
    first, second, other = MemberId("d:9"), MemberId("d:10"), MemberId("d:8")
    async with open_work() as work:
        for who in (first, second):
            await work.members.save(Member(community=HERE, id=who, name="Alex"))
        await work.members.save(Member(community=THERE, id=other, name="Alex"))
        assert await work.members.names(HERE, [second]) == {second: "Alex (2)"}
        assert await work.members.names(HERE, [first]) == {first: "Alex"}
        assert await work.members.names(THERE, [other]) == {other: "Alex"}


async def test_what_was_done_is_told_newest_first(open_work: OpenWork, clock: SetClock) -> None:
    entries = [
        AuditEntry(community=HERE, member=ANA, action="teach", subject=f"#{i}", at=clock.move())
        for i in range(3)
    ]
    async with open_work() as work:
        for entry in entries:
            await work.members.audit(entry)
        await work.members.audit(replace(entries[0], community=THERE, member=None))
    async with open_work() as work:
        assert await work.members.audited(HERE, limit=2) == [entries[2], entries[1]]
        (foreign,) = await work.members.audited(THERE, limit=2)
        assert await work.members.last_done(HERE, ANA, ["ask", "teach"]) == entries[2]
        assert await work.members.last_done(HERE, ANA, ["ask"]) is None
        assert await work.members.last_done(HERE, BEN, ["teach"]) is None
    assert foreign.member is None


async def test_an_offer_is_taken_once(open_work: OpenWork, clock: SetClock) -> None:
    payload = {"kind": "teach", "values": {"size": 1.5, "lift": None}, "of": [1, "a"]}
    async with open_work() as work:
        offer = await work.proposals.add(community=HERE, member=ANA, payload=payload)
    assert (offer.payload, offer.made_at, offer.member) == (payload, clock.now, ANA)
    async with open_work() as work:
        assert await work.proposals.get(HERE, offer.id) == offer
        assert await work.proposals.take(HERE, offer.id) == offer
        assert await work.proposals.take(HERE, offer.id) is None
    async with open_work() as work:
        assert await work.proposals.get(HERE, offer.id) is None


async def test_an_offer_is_not_seen_from_another_community(open_work: OpenWork) -> None:
    async with open_work() as work:
        offer = await work.proposals.add(community=HERE, member=ANA, payload={})
        assert await work.proposals.get(THERE, offer.id) is None
        assert await work.proposals.take(THERE, offer.id) is None
        assert await work.proposals.take(HERE, ProposalId(offer.id + 1)) is None
        assert await work.proposals.take(HERE, offer.id) == offer


async def test_offers_that_nobody_took_are_dropped(open_work: OpenWork, clock: SetClock) -> None:
    async with open_work() as work:
        old = await work.proposals.add(community=HERE, member=ANA, payload={})
        await work.proposals.add(community=THERE, member=ANA, payload={})
        clock.move(timedelta(hours=1))
        new = await work.proposals.add(community=HERE, member=BEN, payload={})
    async with open_work() as work:
        assert await work.proposals.drop_older(clock.now) == 2
        assert await work.proposals.drop_older(clock.now) == 0
        assert await work.proposals.get(HERE, old.id) is None
        assert await work.proposals.get(HERE, new.id) == new


async def test_a_setting_has_the_value_it_was_given_last(open_work: OpenWork) -> None:
    async with open_work() as work:
        assert await work.settings.get(HERE, "locale") is None
        await work.settings.put(HERE, "locale", "de")
        await work.settings.put(HERE, "locale", {"name": "fr", "since": [1.5, None]})
        await work.settings.put(THERE, "locale", False)
        await work.settings.put(HERE, "empty", None)
    async with open_work() as work:
        assert await work.settings.get(HERE, "locale") == {"name": "fr", "since": [1.5, None]}
        assert await work.settings.get(THERE, "locale") is False
        assert await work.settings.get(HERE, "empty") is None
