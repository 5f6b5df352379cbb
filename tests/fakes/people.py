"""Members, audit, proposals and settings in memory."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.domain.example import Example, ExampleStatus
from core.domain.forecast import Prediction, author_in
from core.domain.identity import CommunityId, MemberId, ProposalId
from core.domain.member import AuditEntry, Consent, Member, Proposal, Traces, names_apart
from core.ports.learning import Clock
from tests.fakes.state import State
from tests.fakes.steps import forget_steps


@dataclass(frozen=True, slots=True)
class MemoryMembers:
    """The port Members over a state."""

    state: State
    clock: Clock

    async def get(self, community: CommunityId, member: MemberId) -> Member | None:
        return self.state.members.get((community, member))

    async def save(self, member: Member) -> None:
        self.state.members[member.community, member.id] = member

    async def names(
        self, community: CommunityId, members: Collection[MemberId]
    ) -> Mapping[MemberId, str]:
        here = [m for m in self.state.members.values() if m.community == community and m.name]
        said = {m.name for m in here if m.id in members}
        names = names_apart({m.id: m.name for m in here if m.name in said})
        return {id_: name for id_, name in names.items() if id_ in members}

    async def erase(self, community: CommunityId, member: MemberId) -> int:
        learned = {
            said.example
            for (key, _), said in self.state.feedback.items()
            if self._is_about(self.state.predictions[key], community, member)
        }
        taught = [
            e
            for e in self.state.examples.values()
            if e.status is not ExampleStatus.ERASED
            and (e.author == member or e.id in learned or author_in(e.source) == member)
            and self.state.tasks[e.task_id].community == community
        ]
        tasks = {example.task_id for example in taught}
        for version in list(self.state.versions.values()):
            if version.task_id in tasks:
                self.state.versions[version.id] = replace(version, trials=())
        for example in taught:
            self._erase_example(example, community)
        forget_steps(self.state, community, member)
        self._forget_words(community, member)
        self._forget_name(community, member)
        return len(taught)

    async def traces(self, community: CommunityId, member: MemberId) -> Traces:
        state = self.state
        here = {i: p for i, p in state.predictions.items() if p.question.community == community}
        asked = {i for i, p in here.items() if p.question.asked_by == member}
        tasks = {t.id: t for t in state.tasks.values() if t.community == community}
        noted = [e for e in state.audited if (e.community, e.member) == (community, member)]
        quoted = [
            e
            for e in state.examples.values()
            if e.task_id in tasks and author_in(e.source) == member != e.author
        ]
        runs = [r for r in state.runs.values() if r.task_id in tasks and r.requested_by == member]
        return Traces(
            asked=len(asked),
            about=sum(self._is_about(p, community, member) for p in here.values()) + len(quoted),
            verdicts=sum(key in here and who == member for key, who in state.feedback),
            offers=sum(self._names(p, community, member) for p in state.proposals.values()),
            planned=sum(key in asked for key in state.follow_ups),
            tasks=sum(t.created_by == member for t in tasks.values()),
            notes=len(noted) + len(runs),
        )

    @staticmethod
    def _is_about(prediction: Prediction, community: CommunityId, member: MemberId) -> bool:
        question = prediction.question
        return (question.community, question.author) == (community, member)

    @staticmethod
    def _names(proposal: Proposal, community: CommunityId, member: MemberId) -> bool:
        is_named = json.dumps(member) in json.dumps(proposal.payload)
        return proposal.community == community and (proposal.member == member or is_named)

    async def audit(self, entry: AuditEntry) -> None:
        self.state.audited.append(entry)

    async def audited(self, community: CommunityId, *, limit: int) -> Sequence[AuditEntry]:
        return [e for e in reversed(self.state.audited) if e.community == community][:limit]

    async def last_done(
        self, community: CommunityId, member: MemberId, actions: Collection[str]
    ) -> AuditEntry | None:
        own = (e for e in self.state.audited if (e.community, e.member) == (community, member))
        return next((e for e in reversed([*own]) if e.action in actions), None)

    def _erase_example(self, example: Example, community: CommunityId) -> None:
        if example.source is not None:
            del self.state.sources[community, example.source]
        self.state.examples[example.id] = Example(
            id=example.id,
            number=example.number,
            task_id=example.task_id,
            author=None,
            target=None,
            status=ExampleStatus.ERASED,
            revision=self.state.next("revision", example.task_id),
            taught_at=self.clock(),
        )

    def _forget_words(self, community: CommunityId, member: MemberId) -> None:
        state = self.state
        own = {i for i, p in state.predictions.items() if p.question.community == community}
        asked = {
            i
            for i in own
            if member
            in (state.predictions[i].question.asked_by, state.predictions[i].question.author)
        }
        for key in list(state.feedback):
            if key[0] in asked or (key[0] in own and key[1] == member):
                del state.feedback[key]
        for prediction_id in asked:
            del state.predictions[prediction_id]
            state.follow_ups.pop(prediction_id, None)
        for proposal in list(state.proposals.values()):
            if self._names(proposal, community, member):
                del state.proposals[proposal.id]

    def _forget_name(self, community: CommunityId, member: MemberId) -> None:
        state = self.state
        known = state.members.pop((community, member), None)
        if known is not None and known.consent is Consent.OPTED_OUT:
            state.members[community, member] = replace(known, name="")
        for task in list(state.tasks.values()):
            if task.community == community and task.created_by == member:
                state.tasks[task.id] = replace(task, created_by=None)
        for run in list(state.runs.values()):
            if state.tasks[run.task_id].community == community and run.requested_by == member:
                state.runs[run.id] = replace(run, requested_by=None)
        state.audited = [
            replace(e, member=None) if (e.community, e.member) == (community, member) else e
            for e in state.audited
        ]


@dataclass(frozen=True, slots=True)
class MemoryProposals:
    """The port Proposals over a state."""

    state: State
    clock: Clock

    async def add(
        self, *, community: CommunityId, member: MemberId, payload: Mapping[str, object]
    ) -> Proposal:
        proposal = Proposal(
            id=ProposalId(self.state.next("proposal")),
            community=community,
            member=member,
            payload=json.loads(json.dumps(dict(payload))),
            made_at=self.clock(),
        )
        self.state.proposals[proposal.id] = proposal
        return proposal

    async def take(self, community: CommunityId, proposal_id: ProposalId) -> Proposal | None:
        proposal = await self.get(community, proposal_id)
        if proposal is not None:
            del self.state.proposals[proposal_id]
        return proposal

    async def get(self, community: CommunityId, proposal_id: ProposalId) -> Proposal | None:
        proposal = self.state.proposals.get(proposal_id)
        return proposal if proposal is not None and proposal.community == community else None

    async def drop_older(self, than: datetime) -> int:
        old = [p.id for p in self.state.proposals.values() if p.made_at < than]
        for proposal_id in old:
            del self.state.proposals[proposal_id]
        return len(old)


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """The port Settings over a state."""

    state: State

    async def get(self, community: CommunityId, name: str) -> object | None:
        text = self.state.settings.get((community, name), "null")
        value: object = json.loads(text)
        return value

    async def put(self, community: CommunityId, name: str, value: object) -> None:
        self.state.settings[community, name] = json.dumps(value)
