"""The assistant: the one door through which every front end goes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from core.assistant.action_parts import parts_of
from core.assistant.allowed_offers import allowed, without_refused
from core.assistant.apologies import or_sorry
from core.assistant.buttons import action
from core.assistant.commands import (
    ABOUT_MESSAGES,
    COMMANDS,
    FORMS,
    PRESSES,
    SENTENCE,
    Form,
    Spec,
)
from core.assistant.commands.answered import is_told_aside
from core.assistant.commands.filling_in import asked_of, filled_in, label_offered
from core.assistant.commands.judged import with_answer_kept
from core.assistant.commands.lesson_cards import with_reading_kept
from core.assistant.commands.models import report
from core.assistant.commands.open_offers import amended_offer
from core.assistant.commands.outcomes import take_due
from core.assistant.commands.question_continued import question_continued
from core.assistant.completing import complete
from core.assistant.heard_requests import request_of_command, spoken_request
from core.assistant.incoming import Command, Incoming, Message, Press, Sender
from core.assistant.kept_questions import question_meant, question_to_json
from core.assistant.kept_ways import keep, taken_up
from core.assistant.recollection import Recollection
from core.assistant.reply import Choice, OutcomeQuestion, Reply, Tone
from core.assistant.request import AskFirst, Ports, Request
from core.assistant.retention import IsServer, Retention
from core.assistant.rights import Right, require_manager
from core.assistant.suggesting import Suggestion, suggest
from core.assistant.typed_lines import request_of_line
from core.assistant.unread_files import with_unread_files
from core.assistant.waiting_questions import (
    WaitingQuestion,
    WaitingQuestions,
    chosen_in_words,
    with_dropped,
    with_unsaved,
)
from core.assistant.wording import say
from core.domain.identity import CommunityId, MemberId, ProposalId
from core.domain.version import Run
from core.errors import NotAllowed, NotFound
from core.ports.learning import Clock, Predictor, Trainer
from core.ports.work import OpenWork

AT_ONCE = 20
"""How many questions a front end takes at a time: those it has no time for are lost."""


class Assistant:
    """Understands what members say and answers them; all that it knows is in the store."""

    def __init__(
        self,
        *,
        open_work: OpenWork,
        predictor: Predictor,
        trainer: Trainer,
        clock: Clock,
        learns_from_others: bool = False,
        retention: Retention | None = None,
    ) -> None:
        self._ports = Ports(
            open_work=open_work,
            predictor=predictor,
            trainer=trainer,
            clock=clock,
            recollection=Recollection(),
            learns_from_others=learns_from_others,
        )
        self._waiting = WaitingQuestions()
        self._retention = retention or Retention(open_work, clock=clock)

    async def handle(self, incoming: Incoming) -> Reply:
        """Return the reply; what a member can put right comes back as a reply, not an error."""
        return with_unread_files(await self._heard(incoming), incoming)

    async def _heard(self, incoming: Incoming) -> Reply:
        """Return the reply, with what became of a question that waited."""
        waiting = self._waiting.take(incoming, self._ports.clock())
        locale = incoming.sender.locale
        answered = await or_sorry(self._answered(incoming, waiting), locale)
        if answered is not None:
            return answered
        reply = await or_sorry(self._handle(incoming), locale)
        if waiting is None:
            return reply
        if self._waiting.has_replaced(waiting, incoming.sender):
            return await self._superseded(reply, waiting, incoming.sender)
        return with_unsaved(reply, waiting, incoming.sender) if waiting.saves else reply

    async def form(self, press: Press) -> Choice | Reply:
        """Return what a choice asks for, as things are now, from its action alone.

        A front end that has forgotten the choice opens its form by this. What stands in the
        way comes back as a reply; so does the outcome, where nothing is asked for.
        """
        verb, *parts = press.action.split(":")
        fill = FORMS.get(verb)
        if fill is None:
            return await self.handle(press)
        return await or_sorry(self._filled(fill, press, verb, parts), press.sender.locale)

    async def _filled(self, fill: Form, press: Press, verb: str, parts: Sequence[str]) -> Choice:
        named = parts_of(PRESSES[verb].parts, parts, locale=press.sender.locale)
        options = {**press.filled, **named}
        request = Request(sender=press.sender, name=f"press {verb}", options=options)
        return await fill(self._ports, request)

    async def report(self, run: Run, *, locale: str = "en") -> Reply:
        """Return what to say of a retraining that has ended, with its picture.

        Raises:
            NotFound: its task was deleted meanwhile.
        """
        return await report(self._ports, run, locale=locale)

    async def outcomes_due(
        self, communities: str, *, asked_by: MemberId | None = None, limit: int = AT_ONCE
    ) -> Sequence[OutcomeQuestion]:
        """Return what is to be asked now of how things turned out; each is returned only once.

        Args:
            communities: how the ids of the front end's communities begin.
            asked_by: only what this member had asked.
            limit: how many at most.
        """
        return await take_due(self._ports, communities, asked_by=asked_by, limit=limit)

    async def complete(self, sender: Sender, text: str) -> Sequence[str]:
        """Return what the last word of a half-typed line may become."""
        return await complete(self._ports, sender, text)

    async def suggest(
        self, sender: Sender, option: str, begun: str, *, given: Mapping[str, str]
    ) -> Sequence[Suggestion]:
        """Return what a half-typed option of a command may become."""
        return await suggest(self._ports, sender, option, begun, given=given)

    async def settle_in(self, community: CommunityId) -> None:
        """Note that a community has the bot, again perhaps: nothing of it is erased."""
        await self._retention.settle_in(community)

    async def move_out(self, community: CommunityId) -> None:
        """Note that a community has the bot no longer: its data is erased after some days."""
        await self._retention.move_out(community)

    async def look_around(self, here: Collection[CommunityId], *, is_server: IsServer) -> None:
        """Note which communities of a front end came and went while the bot was not running."""
        await self._retention.look_around(here, is_server=is_server)

    async def _handle(self, incoming: Incoming) -> Reply:
        match incoming:
            case Message():
                return await self._run(request_of_line(incoming))
            case Command():
                return await self._run(request_of_command(incoming))
            case Press():
                return await self._press(incoming)

    async def _answered(self, incoming: Incoming, waiting: WaitingQuestion | None) -> Reply | None:
        """Return the reply to words that answer the card shown last, or one that they reply to.

        They put right the lesson that waits, or press one of its choices; None for others.
        """
        request = spoken_request(incoming)
        if request is None:
            return None
        waiting = await question_meant(self._ports, request, waiting)
        sender = incoming.sender
        amended = await self._amended(request, waiting) if waiting else None
        if waiting is not None and amended is not None:
            return await self._superseded(amended, waiting, sender)
        if isinstance(incoming, Message) and incoming.refuses:
            reply = await self._press(Press(sender=sender, action=incoming.refuses))
            return replace(reply, closes=(incoming.refuses,))
        if waiting is None:
            return None
        chosen = chosen_in_words(request, waiting)
        if chosen is None:
            whole = question_continued(request, waiting)
            return (
                await self._superseded(await self._run(whole), waiting, sender) if whole else None
            )
        try:
            reply = await self._press(Press(sender=sender, action=chosen.action))
        except NotFound:  # it was answered by a press meanwhile
            return None
        reply = replace(reply, closes=(chosen.action,))
        return with_dropped(reply, waiting, request) if chosen.is_cancel else reply

    async def _amended(self, request: Request, waiting: WaitingQuestion) -> Reply | None:
        """Return the reply to words that say what is asked, or put right the lesson that waits."""
        if filled := await filled_in(self._ports, request, waiting):
            return await self._run(filled)
        asked = await amended_offer(self._ports, request, waiting)
        asked = asked or await label_offered(self._ports, request, waiting)
        return await self._offer(*asked) if asked else None  # the lesson waits, not the words

    async def _superseded(self, reply: Reply, before: WaitingQuestion, sender: Sender) -> Reply:
        """Return the reply to words in whose place another question was put: its offer is gone."""
        if before.offer is None:
            return reply
        async with self._ports.open_work() as work:
            await work.proposals.take(sender.community, before.offer)
        return replace(reply, closes=(*reply.closes, action("drop", before.offer)))

    async def _run(self, request: Request) -> Reply:
        """Run a request; where a choice comes first, keep it and show the choice."""
        spec = _spec(request)
        if spec.right is Right.MANAGER:  # the others are checked where the row is found
            require_manager(request)
        is_aside = spec.right.is_of_answer and await is_told_aside(self._ports, request)
        try:
            reply = await spec.handler(self._ports, request)
        except AskFirst as question:
            return await self._offer(request, question)
        is_of_answer = spec.right.is_of_answer
        self._ports.shown.note(request.sender, reply, is_of_answer=is_of_answer)
        reply = await without_refused(self._ports, request.sender, reply)
        return replace(reply, is_personal=True) if is_aside else reply

    async def _offer(self, request: Request, question: AskFirst) -> Reply:
        sender = request.sender
        question = await allowed(self._ports, sender, question)
        question = await with_answer_kept(self._ports, request, question)
        question = await with_reading_kept(self._ports, question)
        refusal = {0: "leave it be", 1: "no"}.get(len(question.ways), "none of these")
        choices = await keep(
            self._ports,
            sender,
            ways=question.ways,
            refusal=say(refusal, locale=sender.locale),
            asked=question_to_json(request, question),
        )
        self._waiting.keep(request, question, choices, self._ports.clock())
        return Reply(
            title=question.title,
            lines=question.lines,
            tone=Tone.ASK,
            choices=choices,
            is_personal=question.is_personal,
            takes_value=asked_of(request, question) is not None,
        )

    async def _press(self, press: Press) -> Reply:
        verb, *parts = press.action.split(":")
        if verb in ("go", "drop"):
            names = ("offer", "way") if verb == "go" else ("offer",)
            return await self._settle(press, parts_of(names, parts, locale=press.sender.locale))
        spec = PRESSES.get(verb)
        if spec is None:
            raise NotFound(say("stale button", locale=press.sender.locale))
        named = parts_of(spec.parts, parts, locale=press.sender.locale)
        options = {**press.filled, **named}
        request = Request(
            sender=press.sender,
            name=f"press {verb}",
            options=options,
            delivery=press.delivery,
            attachment=press.attachment,
            card=press.card,
        )
        return await self._run(request)

    async def _settle(self, press: Press, parts: Mapping[str, str]) -> Reply:
        """Go on with what was offered, in the way chosen; an offer is taken once."""
        locale = press.sender.locale
        offer_id = ProposalId(int(parts["offer"]))
        community = press.sender.community
        async with self._ports.open_work() as work:
            offer = await work.proposals.get(community, offer_id)
            if offer is None:
                raise NotFound(say("stale offer", locale=locale))
            if offer.member != press.sender.member:
                raise NotAllowed(say("not your offer", locale=locale))
            ways = offer.payload["ways"]
            chosen = int(parts["way"]) if "way" in parts else None
            if chosen is not None and not (isinstance(ways, list) and chosen < len(ways)):
                raise NotFound(say("stale button", locale=locale))
            await work.proposals.take(community, offer_id)
        if chosen is None or not isinstance(ways, list):
            return Reply(title=say("dropped", locale=locale), tone=Tone.DONE)
        return await self._run(taken_up(self._ports, ways[chosen], press.sender))


def _spec(request: Request) -> Spec:
    """Return who handles a request: a command, a sentence, or a button's verb."""
    if request.name.startswith("press "):
        press = PRESSES[request.name.removeprefix("press ")]
        return Spec(handler=press.handler, right=press.right)
    return COMMANDS.get(request.name) or ABOUT_MESSAGES.get(request.name, SENTENCE)
