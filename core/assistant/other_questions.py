"""Questions for something else than the target of one case: said so, never answered as if."""

import re
from collections.abc import Sequence
from itertools import pairwise

from core.assistant import show
from core.assistant.acts import without_titles
from core.assistant.reading import Known, Reading, Unclear
from core.assistant.reading.categories import Vocabulary
from core.assistant.reading.names import Names
from core.assistant.reading.slots import Slot, slots_of
from core.assistant.reading.tokens import Token, tokenise
from core.assistant.reading.units import is_money, own_measures
from core.assistant.request import Request, Unsure
from core.assistant.word_sets import word_set
from core.assistant.wording import say
from core.domain.fields import FieldKind, Value
from core.domain.task import TargetKind, Task

_CLAUSES = re.compile(r"[,，;；、。!！]|\b(?:and|but|while)\b")
_JOINS = frozenset(
    [*("or", "and", "vs", "versus", "&", "/", "the", "a", "in", "."), *"和还是或者与跟、"]
)
_INTERROGATIVES = (
    *(("how", "many"), ("how", "much"), ("what", "is", "the"), ("what", "kind", "of")),
    *(("what", "are", "the"), ("which",), ("what",), ("多", "少"), ("几", "个"), ("几",)),
    *(("哪", "个"), ("哪", "种"), ("什", "么")),
)
_COMPARES = re.compile(
    r"\b(?:which|who|what)\b.{0,80}\b(?:better|worse|cheaper|dearer|more|less|higher|lower|nicer)\b"
    r"|\b(?:better|worse|cheaper|nicer) than\b|\bdifference between\b"
    r"|哪.{0,4}更|哪(?:个|部|套|一个)好|谁更|更好|区别",
    re.IGNORECASE,
)
_SEARCHES = re.compile(
    r"\b(?:what|which|who|where|whats|list)\b.{0,40}\b(?:the|your|my)\s+"
    r"(?:(?:most|least)\s+\w+|worst|average|"
    r"(?!(?:for|har|gu|inter|requ|cont|prot|ch|n|t|r|w|qu)est\b)\w+est)"
    r"\b(?P<noun>[^?]{0,30})|^\W*(?:recommend|suggest|top\s+\d+)\b"
    r"|\bwhat should (?:i|we)\b|\b(?:what|how)(?:['’]?d|\s+(?:did|have|had))\s+(?:i|we)\s+"
    r"(?:give|given|rate|rated)\b"
    r"|\bwhich\b.{0,60}\b(?:best|worst|most|least|favou?rite)\b"
    r"|\b(?:show|list|see|display)\b.{0,40}\b(?:records?|lessons?|examples?|entries|history)\b"
    r"|\b(?:show|list|display)\b.{0,30}\b(?:all|every|the|those)\b.{0,30}\bones\b"
    r"|(?:看|查|列|显示).{0,12}(?:记录|例子|样例|历史)"
    r"|我.{0,4}(?:打|给)[过了]?的?最[高低]"
    r"|我.{0,10}(?:打|给)(?:过|了).{0,8}(?:几分|多少分)"
    r"|我(?!.{0,4}[会该想要能]).{0,14}[打给评](?:几|多少)分?(?:了|来着)|(?:几|多少)分来着|推荐|(?:哪|什么|谁).{0,10}最|最\S{1,4}的\S{0,8}[是哪]",
    re.IGNORECASE,
)
_RECORDS = re.compile(
    r"\b(?:average|mean value|median|in total|altogether so far)\b.{0,20}[?？]"
    r"|^\W*(?:what['’]?s|what is|whats) the (?:average|mean|median|total|record|range)\b"
    r"|\bwho\b.{0,20}\b(?:taught|added|entered|wrote|saved)\b"
    r"|\b(?:which|what)(?: one|['’]?s| is)?.{0,20}\b(?:most|least|highest|lowest|best|worst|"
    r"biggest|smallest|cheapest|largest|longest|shortest)\b"
    r".{0,20}\b(?:so far|one|ever|you['’]?ve|we['’]?ve)\b"
    r"|平均|谁[^，。]{0,4}[教加录][得的了过]?"
    r"|最[高低贵便多少大小长短好差](?:的|宜的)?.{0,4}(?:是|哪|多少|几|谁)",
    re.IGNORECASE,
)
"""Questions for sums and records, which are worked out of nothing but what was taught."""
_MATTERS = re.compile(
    r"^\W*(?:is|are|does|do)\b.{0,60}\b(?:important|relevant|matters?|influence|affect)\b"
    r"|(?:重要|影响|有关系)\S{0,6}[吗么]|重不重要",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:would|will|does|did|might|could)\s+"
    r"(?!(?:i|we|you|one|it|this|that|people|anybody|anyone|they|the)\b)(?P<name>\w+)\s+"
    r"(?:give|rate|like|think|enjoy|love|score)\b"
    r"|\b(?P<owner>\w+)['’]s\s+(?:rating|score|opinion|taste)\b"
    r"|\b(?:do|does|did|would|will|could|might)\s+"
    r"(?P<others>(?:all )?(?:the )?(?:others|rest|everyone|everybody|"
    r"(?:any|every|some)(?:one|body) else|other (?:people|members|users|folks)|members|group))"
    r"\b(?:\s+\w+){0,2}?\s+(?:give|rate|like|think|say|enjoy|love|score)\b"
    r"|(?P<han_others>大家|别人|其他人|其他成员|其他的人|其余的人|群里(?:的?人)?|群友们?|他们|她们)"
    r"(?:都|会|是|对[^，。？?]{1,12}|一般|平均|普遍)*(?:觉得|怎么看|怎么说|怎么想|认为|评价|喜欢|给|"
    r"打了?几?分|的评[分价])"
    r"|(?:^|[\s，,：:])(?P<han>(?!我|你|大家)[^\s，。？我你》]{1,6}?)会?(?:给(?![了过个]*\s*\d)|喜欢|打了?几分)",
    re.IGNORECASE,
)
_OF_TITLES = word_set("the a an of and in on at to for from with or part vs by is my de la le der")
"""Words that titles write small as well."""
_OF_SENTENCES = re.compile("[我你他她它们吧吗呢了给这那]|觉得|大家")
"""What Chinese sentences have that titles rarely do."""
_MOST_ITEMS = 3
"""Known items that are offered in place of a new one."""
_CONTRACTED = re.compile(r"\b(what|who|how|where)[’']?s\b", re.IGNORECASE)
_COUNTED = re.compile(r"几[个间室层楼岁天次]")


def check_is_prediction(text: str, task: Task, known: Known, reading: Reading, locale: str) -> None:
    """Return where a sentence may ask what the task predicts.

    Posts that a task classifies may ask anything: nothing is refused there.

    Raises:
        Unsure: it asks for something else; it says what, and how to ask.
    """
    if task.is_about_texts:
        return
    asked_for = _field_asked_for(text, task, known, reading)
    text = without_titles(text)
    item = reading.values.get(task.item.key) if task.item else None
    if task.item and item in known.categories.get(task.item.key, ()):
        text = text.replace(str(item), "《》")
    target, command = task.target.name, say("a command", locale=locale, name="examples list")
    found = _SEARCHES.search(text)
    if _COMPARES.search(text):
        raise Unsure(say("compares", locale=locale, target=target))
    if found and not _asks_for_target(found["noun"] or "", task):
        raise Unsure(say("asks for the records", locale=locale, target=target, command=command))
    if _MATTERS.search(text):
        why = say("a command", locale=locale, name="why")
        raise Unsure(say("asks what matters", locale=locale, command=why))
    other = _OF_ANOTHER.search(text) if task.target.kind is TargetKind.RATING else None
    if other:
        name = next(name for name in other.groups() if name)
        raise Unsure(say("asks for another", locale=locale, target=target, name=name))
    if asked_for:
        names = show.field_names(task)
        raise Unsure(
            say(
                "asks for a field",
                locale=locale,
                name=asked_for,
                task=task.name,
                target=target,
                fields=names,
            )
        )


def asks_for_records(text: str) -> bool:
    """Return whether a question asks what stands out among what was taught, or who taught it."""
    return _RECORDS.search(without_titles(text)) is not None


def several_values(text: str, task: Task, known: Known) -> tuple[Unclear, ...]:
    """Return which of several known items or categories, joined to one another, may be meant."""
    if task.is_about_texts:
        return ()
    tokens = tokenise(text)
    vocabulary = Vocabulary(slots_of(task, known))
    mentions: list[tuple[Slot, str, int, int]] = []
    at = 0
    while at < len(tokens):
        stop = at + 1
        for found, end in vocabulary.phrases.matches_at(tokens, at)[:1]:
            if len(found) == 1:
                mentions.append((found[0].slot, found[0].value, at, end))
            stop = end
        at = stop
    cases: dict[Slot, list[Value]] = {}
    for one, other in pairwise(mentions):
        if one[0] is other[0] and one[1] != other[1] and _are_joined(tokens[one[3] : other[2]]):
            values = cases.setdefault(one[0], [one[1]])
            values += [other[1]] if other[1] not in values else []
    return tuple(
        Unclear(field=slot.key, text=" / ".join(map(str, values)), readings=tuple(values))
        for slot, values in cases.items()
        if slot.key is not None
    )


def check_tells_one(request: Request, reading: Reading) -> None:
    """Return where a sentence tells of one case.

    Raises:
        Unsure: its clauses give a field different values, as those of several cases do.
    """
    clauses = _CLAUSES.split(request.text)
    for case in reading.unclear:
        said = [[part for part in case.apart if part in clause] for clause in clauses]
        if case.field is not None and sum(map(bool, said)) > 1:
            cases = ", ".join(case.apart)
            raise Unsure(say("cases told", locale=request.sender.locale, cases=cases))


def items_within(task: Task, known: Known, reading: Reading) -> tuple[Unclear, ...]:
    """Return whether a known item is meant where the name of a new one holds it in a sentence.

    ``Heat was so slow`` may be about Heat; ``Heat 2`` and ``Dune: Part Two`` are other titles.
    """
    field = task.item
    said = str(reading.values.get(field.key, "")) if field else ""
    names = known.categories.get(field.key, ()) if field else ()
    if field is None or not said or said in names:
        return ()
    within = [name for name in names if _is_amid_sentence(name, said)]
    longest = sorted(within, key=len, reverse=True)[:_MOST_ITEMS]
    return (Unclear(field=field.key, text=said, readings=(*longest, said)),) if longest else ()


def _is_amid_sentence(name: str, said: str) -> bool:
    """Return whether words beside a name are those of a sentence, rather than of a title."""
    around = (r"(?<!\w)", r"(?!\w)") if name.isascii() else ("", "")
    found = re.search(f"{around[0]}{re.escape(name)}{around[1]}", said, re.IGNORECASE)
    if found is None:
        return False
    rest = f"{said[: found.start()]} {said[found.end() :]}"
    words = [word for word in re.findall(r"\b[a-z][a-z'’]+", rest) if word not in _OF_TITLES]
    return bool(words) or _OF_SENTENCES.search(rest) is not None


def _are_joined(between: Sequence[Token]) -> bool:
    return bool(between) and all(token.text in _JOINS for token in between)


def _asks_for_target(noun: str, task: Task) -> bool:
    words = set(re.findall(r"\w+", noun.casefold())[:2])
    return bool(words & {task.target.name.casefold(), "price", "guess", "estimate", "offer"})


def _is_given(slot: Slot, reading: Reading) -> bool:
    """Return whether the sentence gives the value; new words after a category's name may not."""
    value = reading.values.get(slot.key) if slot.key is not None else ""
    return value is not None and (slot.kind is not FieldKind.CATEGORY or value in (*slot.seen, ""))


def _field_asked_for(text: str, task: Task, known: Known, reading: Reading) -> str:
    """Return the field that an interrogative stands right before, its value not being said."""
    slots, tokens = slots_of(task, known), tokenise(_CONTRACTED.sub(r"\1 is", text))
    names, words = Names(slots), [token.text for token in tokens]
    for at in range(len(words)):
        for lead in _INTERROGATIVES:
            after = at + len(lead)
            if tuple(words[at:after]) != lead or after >= len(words):
                continue
            if words[at - 1 : at] == ["没"]:  # 没什么锈
                continue
            named = names.at(tokens, after)
            if named and not _is_given(named.slot, reading):
                return named.slot.name
    unit = task.target.unit
    counted = _COUNTED.search(text)
    return counted[0] if counted and unit and is_money(own_measures(unit)) else ""
