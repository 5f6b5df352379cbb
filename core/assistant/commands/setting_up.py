"""Setting up: what is stored, who may teach, where reports go, and a first task."""

from dataclasses import replace

from core.assistant.commands.tasks import ready
from core.assistant.consent import note
from core.assistant.naming import named_channel, named_role
from core.assistant.raters import with_rater
from core.assistant.reply import Choice, Reply, Tone
from core.assistant.request import Ports, Request, Unsure
from core.assistant.rights import (
    MAKERS,
    MODERATORS,
    TaskRules,
    rules_of,
    save_rules,
)
from core.assistant.templates import TEMPLATES, template_named
from core.assistant.wording import say
from core.domain.task import TargetKind
from core.ports.work import Work


async def setup(ports: Ports, request: Request) -> Reply:
    """Show how the community is set up, and change what the options say."""
    locale = request.sender.locale
    if request.option("template"):
        return await start_from_template(ports, request)
    async with ports.open_work() as work:
        done = await _change(ports, work, request)
        lines = await _standing(work, request)
    choices = [
        Choice(label=say(f"template {name}", locale=locale), action=f"template:{name}")
        for name in TEMPLATES
    ]
    return Reply(
        title=say("set up", locale=locale) if done else say("setup title", locale=locale),
        lines=(*done, say("setup stored", locale=locale), *lines),
        notes=(say("setup ways", locale=locale),),
        tone=Tone.DONE if done else Tone.INFO,
        choices=tuple(choices),
    )


async def _change(ports: Ports, work: Work, request: Request) -> list[str]:
    """Save what the options say; return a line for each."""
    locale, community = request.sender.locale, request.sender.community
    done = []
    if request.option("moderators"):
        channel = named_channel(request, "moderators")
        await work.settings.put(community, MODERATORS, channel.id)
        done.append(say("moderators set", locale=locale, place=channel.name))
    if request.option("makers"):
        makers = named_role(request, "makers")
        await work.settings.put(community, MAKERS, [makers.id, makers.name] if makers else None)
        key = "makers set" if makers else "everyone makes"
        done.append(say(key, locale=locale, role=makers.name if makers else ""))
    if request.option("teachers"):
        role = named_role(request, "teachers")
        for task in await work.tasks.all(community):
            rules = await rules_of(work, community, task.id)
            await save_rules(work, community, task.id, replace(rules, teachers=role))
        key = "teachers set" if role else "everyone teaches"
        done.append(say(key, locale=locale, role=role.name if role else ""))
    if done:
        await note(ports, work, request, "set up", ",".join(sorted(request.options)))
    return done


async def _standing(work: Work, request: Request) -> list[str]:
    """Return how the community is set up, a line each."""
    locale, community = request.sender.locale, request.sender.community
    lines = []
    lacking = request.option("lacking")
    if "lacking" in request.options:
        key = "permissions lacking" if lacking else "permissions there"
        lines.append(say(key, locale=locale, names=lacking))
    tasks = await work.tasks.all(community)
    names = ", ".join(task.name for task in tasks[:20])
    lines.append(say("tasks here" if tasks else "no tasks here", locale=locale, names=names))
    return lines


async def start_from_template(ports: Ports, request: Request) -> Reply:
    """Make a first task."""
    locale = request.sender.locale
    name = request.option("template")
    if name not in TEMPLATES:
        names = ", ".join(TEMPLATES)
        raise Unsure(say("which template", locale=locale, said=name[:40], names=names))
    template = template_named(name, locale=locale)
    is_rated = template.target.kind is TargetKind.RATING
    fields = with_rater(template.fields, locale) if is_rated else template.fields
    rules = TaskRules(
        answers_publicly=is_rated,  # so that all who were there can rate
        outcome_after_days=1 if template.asks_next_day else None,
    )
    async with ports.open_work() as work:
        task = await work.tasks.add(
            community=request.sender.community,
            name=template.name,
            description=template.about,
            fields=fields,
            target=template.target,
            created_by=request.sender.member,
        )
        await save_rules(work, task.community, task.id, rules)
        await note(ports, work, request, "create task", str(task.id))
    return ready(task, locale, rules, lesson=template.lesson)
