import pytest

from core.assistant.incoming import Attachment
from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_teaching import taught_houses


async def test_a_task_is_made_from_options() -> None:
    chat = Chat()
    reply = await chat.say(
        'task new name:triage predict:category labels:"bug, question" '
        'fields:"post: text; os: linux | mac"'
    )
    assert 'Task "triage" is ready' in reply.title
    assert "os (linux | mac)" in shown(reply)
    assert "teach triage: post: some words, os: linux -> bug" in shown(reply)


async def test_the_lesson_that_a_new_task_suggests_works_as_it_stands() -> None:
    chat = Chat()
    fields = "area: number m²; sold: date; os: linux | mac"
    made = await chat.hear(f'task new name:flats predict:number unit:€ fields:"{fields}"')
    suggested = made.lines[-1].removeprefix("Teach it: ")
    assert suggested == "teach flats: area: 3 m², sold: 2026-05-31, os: linux -> € 100"
    taught = shown(await chat.say(suggested))
    assert "area 3 m² · sold May 31, 2026 · os linux → € 100" in taught


async def test_a_task_is_made_from_its_form() -> None:
    chat = Chat()
    reply = await chat.hear("task new")
    [choice] = reply.choices
    filled = {
        "name": "Prices",
        "predict": "number",
        "labels": "",
        "fields": "area: number m²\nsold: date",
        "unit": "€",
    }
    reply = await chat.press(choice, filled=filled)
    assert "area (number, m²), sold (date)" in shown(reply)


async def test_a_name_is_taken_once() -> None:
    chat = Chat()
    await taught_houses(chat)
    reply = await chat.say("task new name:Houses predict:number")
    assert reply.tone is Tone.ERROR


async def test_fields_are_added_renamed_retyped_and_removed_while_examples_stay() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.say('task edit houses add:"garden: yes/no"')
    await chat.say("teach houses: size 6, garden: no -> 12")
    await chat.say("task edit houses rename:size to:area")
    assert "area 6 · garden no → 12" in shown(await chat.hear("examples show 6"))
    await chat.say("task edit houses retype:area to:category")
    assert "area (category)" in shown(await chat.hear("task show houses"))
    await chat.say("task edit houses remove:area")
    await chat.say('task edit houses add:"rooms: number"')
    assert "garden no → 12" in shown(await chat.hear("examples show 6"))
    assert "rooms" not in (await chat.hear("examples show 6")).title


async def test_only_the_maker_edits_or_deletes_a_task() -> None:
    chat = Chat()
    await taught_houses(chat, by="Ana")
    assert (await chat.say("task delete houses", by="Ben")).tone is Tone.ERROR
    assert (await chat.say("task edit houses name:homes", by="Ben")).tone is Tone.ERROR
    assert (await chat.say("task edit houses name:homes", by="Ana")).tone is Tone.DONE


async def test_deleting_a_task_asks_first() -> None:
    chat = Chat()
    await taught_houses(chat)
    reply = await chat.hear("task delete houses")
    assert "5 examples" in reply.title
    assert reply.choices[0].is_danger
    await chat.press(reply.choices[0])
    assert not (await chat.hear("task list")).table


CSV = b"size,district,price\n90,Mitte,400\n70,Kreuzberg,300\n60,,250\n"


async def test_a_csv_makes_its_task_and_teaches_it() -> None:
    chat = Chat()
    reply = await chat.say("task import prices p.csv", file=Attachment(name="p.csv", content=CSV))
    assert reply.title == "Learned 3 rows for prices."
    assert "size (number), district (category)" in shown(reply)
    assert "size 90 · district Mitte | → 400" in shown(await chat.hear("examples list prices"))


async def test_bad_rows_are_reported_with_line_and_reason_and_the_good_are_kept() -> None:
    chat = Chat()
    await chat.say("task import prices p.csv", file=Attachment(name="p.csv", content=CSV))
    bad = b"size,district,price\n50,Mitte,200\nbig,Mitte,300\n40,Mitte\n30,Mitte,\n"
    reply = await chat.say("task import prices p.csv", file=Attachment(name="p.csv", content=bad))
    assert reply.title == "Learned 1 row for prices."
    assert "3 rows could not be read:" in shown(reply)
    assert "line 3: " in shown(reply)
    assert "line 4: expected 3 cells, found 2" in shown(reply)
    assert 'line 5: the answer is missing ("price")' in shown(reply)


async def test_nothing_is_imported_where_that_was_asked_for() -> None:
    chat = Chat()
    await chat.say("task import prices p.csv", file=Attachment(name="p.csv", content=CSV))
    bad = b"size,district,price\n50,Mitte,200\nbig,Mitte,300\n"
    file = Attachment(name="p.csv", content=bad)
    reply = await chat.say("task import prices p.csv bad:stop", file=file)
    assert reply.tone is Tone.ERROR
    assert "3 examples" in shown(await chat.hear("task show prices"))


async def test_a_row_far_outside_the_others_waits_until_it_is_confirmed() -> None:
    chat = Chat()
    rows = b"".join(b"%d,%d\n" % (size, 100 * size) for size in range(1, 9))
    content = b"size,price\n" + rows + b"5,99999999\n"
    reply = await chat.say("task import p p.csv", file=Attachment(name="p.csv", content=content))
    assert "1 of them far outside the others wait" in shown(reply)
    assert "waits to be confirmed" in shown(await chat.hear("examples review p"))
    one = Attachment(name="q.csv", content=b"size,price\n5,88888888\n")
    assert "1 of them far outside" in shown(await chat.say("task import p q.csv", file=one))
    assert "8 examples" in shown(await chat.hear("task show p"))


async def test_decimal_commas_are_read_where_cells_are_parted_by_semicolons() -> None:
    chat = Chat()
    content = "Fläche;Lage;Preis\n90,5;1,5;1.250,50\n80;Mitte;1.100,00\n".encode()
    await chat.say("task import p p.csv", file=Attachment(name="p.csv", content=content))
    listed = shown(await chat.hear("examples list p"))
    assert "Fläche 90.5 · Lage 1,5 | → 1,250" in listed
    assert "Fläche 80 · Lage Mitte | → 1,100" in listed


async def test_a_file_for_a_task_that_was_defined_before_need_not_know_its_target() -> None:
    chat = Chat()
    await chat.say('task new name:prices predict:number unit:€ fields:"size: number m²"')
    file = Attachment(name="p.csv", content=b"size,agent,cost,fee\n90,Zoe,400,7\n80,Ben,300,6\n")
    reply = await chat.say("task import prices p.csv", file=file)
    assert "not read, as it has no such fields: agent, cost" in shown(reply)
    assert "size 90 m² | → € 7" in shown(await chat.hear("examples list prices"))
    await chat.say("task import prices p.csv target:cost", file=file)
    assert "size 90 m² | → € 400" in shown(await chat.hear("examples list prices"))
    reply = await chat.hear("task import prices p.csv target:price", file=file)
    assert 'There is no column "price"' in reply.title
    only = Attachment(name="p.csv", content=b"size\n90\n")
    assert (await chat.hear("task import prices p.csv", file=only)).tone is Tone.ERROR


async def test_an_import_without_a_task_asks_for_it() -> None:
    chat = Chat()
    file = Attachment(name="p.csv", content=CSV)
    for line in ("task import p.csv", "task import /tmp/p.csv", 'task import "~/p.csv"'):
        assert "Say which task the file is for" in (await chat.hear(line, file=file)).title


async def test_a_category_needs_two_labels() -> None:
    chat = Chat()
    reply = await chat.hear("task new name:x predict:category labels:bug")
    assert "at least two labels" in reply.title
    assert "Nothing to predict yet" in (await chat.hear("task list")).title


async def test_an_export_comes_back_as_the_same_examples() -> None:
    chat = Chat()
    await chat.say("teach odd: note: =1+1, when: 2026-05-31, ok: yes, n: -3 -> 7")
    await chat.say("teach odd: note: 'quoted, n: 0.1 -> -7")
    for form in ("csv", "jsonl"):
        [file] = (await chat.hear(f"task export odd format:{form}")).files
        other = Chat(community=f"terminal:{form}", open_work=chat.open_work)
        await other.say(f"task import odd {file.name}", file=file)
        for number in (1, 2):
            before = await chat.hear(f"examples show {number}")
            after = await other.hear(f"examples show {number}")
            assert before.title == after.title


async def test_an_exported_cell_is_no_formula() -> None:
    chat = Chat()
    await chat.say("teach odd: note: =1+1 -> bug")
    await chat.say("teach odd: note: fine -> @sum")
    [file] = (await chat.hear("task export odd")).files
    cells = file.content.decode().replace("\r\n", ",").split(",")
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]


async def test_a_file_that_is_none_gets_a_sentence() -> None:
    chat = Chat()
    for content in (b"", b"\xff\xfe\x00", b"a,b\n", b'a,b\n"open,1\n', b"\n\n"):
        file = Attachment(name="x.csv", content=content)
        assert (await chat.say("task import x x.csv", file=file)).tone is Tone.ERROR
    assert (await chat.say("task import x")).tone is Tone.ERROR
    assert not (await chat.hear("task list")).table


async def test_a_slip_in_a_column_of_numbers_is_a_bad_row_not_another_kind() -> None:
    chat = Chat()
    rows = b"".join(b"%d,%d\n" % (size, 2 * size) for size in range(1, 20))
    content = b"size,price\n" + rows + b"big,7\n"
    reply = await chat.say("task import p p.csv", file=Attachment(name="p.csv", content=content))
    assert reply.title == "Learned 19 rows for p."
    assert "1 row could not be read:" in shown(reply)
    assert "size (number)" in shown(reply)
    assert "line 21:" in shown(reply)


async def test_every_label_counts_alike_where_the_task_says_so() -> None:
    chat = Chat()
    alike = "Every label counts alike"
    made = await chat.say('task new name:triage predict:category fields:"post: text" balanced:yes')
    assert alike in shown(made)
    assert alike in shown(await chat.hear("task show triage"))
    assert alike not in shown(await chat.say("task edit triage balanced:no"))
    assert (await chat.hear("task edit triage balanced:perhaps")).tone is Tone.ERROR
    for label in ("bug", "bug", "question"):
        await chat.say(f"teach triage: {label} seen -> {label}")
    assert alike not in shown(await chat.hear("model card triage"))
    await chat.say("task edit triage balanced:yes")
    assert alike in shown(await chat.hear("model card triage"))
    await taught_houses(chat)
    assert (await chat.hear("task edit houses balanced:yes")).tone is Tone.ERROR


@pytest.mark.parametrize(
    ("predicts", "labels"),
    [
        *(("predict:yes/no", "yes | no"), ("predict: Yes/No", "yes | no")),
        *(("predict：yes/no", "yes | no"), ("predict:y/n", "yes | no")),
        *(("predict:是否", "是 | 否"), ("predict：是/否", "是 | 否")),
        ('predict:yes/no labels:"came, stayed away"', "came | stayed away"),
    ],
)
async def test_a_task_may_predict_yes_or_no(predicts: str, labels: str) -> None:
    reply = await Chat().say(f"task new name:matches {predicts} fields:wind: number")
    assert 'Task "matches" is ready.' in reply.title
    assert f"({labels})" in shown(reply)


async def test_a_task_that_predicts_anything_else_is_not_made() -> None:
    reply = await Chat().say("task new name:matches predict:maybe fields:wind: number")
    assert "takes one of number, category, rating, yes/no" in reply.title
