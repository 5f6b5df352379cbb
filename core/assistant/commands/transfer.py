"""Exporting a task's examples as a file."""

import asyncio

from core.assistant.files.writing import write_csv, write_jsonl
from core.assistant.incoming import Attachment
from core.assistant.raters import nameless
from core.assistant.reply import Reply, Tone
from core.assistant.request import Ports, Request, Unsure
from core.assistant.which import require_task
from core.assistant.wording import say
from core.domain.example import ExampleStatus
from core.domain.ratings import FEWEST_VOTES


async def export_file(ports: Ports, request: Request) -> Reply:
    """Return a task's examples as CSV, or without loss as JSONL."""
    locale = request.sender.locale
    form = (request.option("format") or "csv").casefold()
    if form not in ("csv", "jsonl"):
        raise Unsure(say("which format", locale=locale, said=form[:20]))
    async with ports.open_work() as work:
        task, request = await require_task(work, request)
        everything = await work.examples.changed_since(task.id, 0)
        authors = {e.author for e in everything if e.author}
        kept = (ExampleStatus.ACTIVE, ExampleStatus.HELD)
        examples = sorted((e for e in everything if e.status in kept), key=lambda e: e.number)
        shown = await nameless(work, examples, task) if task.rater else examples
        names = await work.members.names(request.sender.community, authors)
    left = len(examples) - len(shown)
    told = say("few ratings left out", locale=locale, count=left, fewest=FEWEST_VOTES)
    notes = (told,) if left else ()
    write = write_csv if form == "csv" else write_jsonl
    content = await asyncio.to_thread(write, task, shown, names)
    file = Attachment(name=f"{task.name}.{form}", content=content)
    title = say("exported", locale=locale, count=len(shown), task=task.name)
    return Reply(title=title, notes=notes, files=(file,), tone=Tone.DONE)
