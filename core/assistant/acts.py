"""Which plain sentences ask for no prediction: the rule, and the one table of words behind it.

A plain sentence is a question unless it begins with the words of another act:

* **Social**: it consists of greetings, thanks and the like alone. It gets a friendly line.
* **Binding**: it begins with words that change or judge something (``delete``, ``wrong``, 撤销).
  Nothing in it is predicted; the reply names the command that does it.
* **Loose**: it begins with words that questions begin with too (``show``, ``stop``). It is no
  question only where nothing else in it says anything of the task.

It stays a question where the task's name and a colon lead it (``films: Stop``), where it is an
item or a category that was taught, or is written as titles are (``Forget Paris``); ``ask`` always
asks. Where a task classifies texts, the act must also be about something stored here (``delete my
lesson``), for a post may begin with any word.
"""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something else than asking that a sentence may be for."""

    commands: tuple[str, ...]
    """What does it; none where nothing is to be done."""
    may_ask: bool = False
    """Whether questions begin so as well: then it is one where it says anything of the task."""


SOCIAL = Act(commands=())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OPENINGS: dict[Act, str] = {
    Act(commands=("undo", "examples delete")): (
        "undo; take back; take that back; take it back; take this back; take my; revert; cancel; "
        "forget; withdraw; discard; retract; scrap that; never mind; nevermind; i changed my mind; "
        ""
        "撤销; 撤回; 收回; 取消; 忘掉; 忘记; 忘了; 作废; 算了; 反悔"
    ),
    Act(commands=("examples delete", "task delete", "privacy erase")): (
        "delete; remove; erase; wipe; clear my; clear all; clear the; get rid of; drop my; "
        "drop all; drop that; drop the; 删; 去掉; 移除; 清空; 清除; 抹掉; 抹去"
    ),
    Act(commands=("examples restore", "undo")): (
        "restore; undelete; bring back; bring it back; recover; redo; 恢复; 还原; 找回; 重做"
    ),
    Act(commands=("examples edit", "task edit", "correct")): (
        "change; edit; rename; modify; retype; replace; "
        "改成; 改为; 改一下; 改掉; 改名; 修改; 更改; 编辑; 重命名; 替换; 换成"
    ),
    Act(commands=("correct",)): (
        "wrong; incorrect; that is wrong; thats wrong; this is wrong; it is wrong; its wrong; "
        "that was wrong; it was wrong; you are wrong; youre wrong; you were wrong; not right; "
        "not correct; not true; that is not; thats not; that isnt; this isnt right; no thats; "
        "no that is; no it was; no it is; no its; nope; way off; thats way off; far off; too high; "
        "too low; thats too; that is too; bad answer; bad guess; mistake; "
        "不对; 刚才说错; 刚刚说错; 我说错; 不正确; 不准确; 错了; 错的; 错误; "
        "你错; 这是错; 这不对; 那不对; 答错; 说错; "
        "太高了; 太低了; 不是这样"
    ),
    Act(commands=("right",)): (
        "that is right; thats right; that is correct; thats correct; its right; its correct; "
        "it is right; it is correct; you are right; youre right; sounds right; spot on; exactly; "
        "对的; 没错; 正确; 说得对; 答对; 你说得对; 你对"
    ),
    Act(commands=("why",)): (
        "why; how come; how do you know; how did you; what makes you; explain; who taught you; "
        "为什么; 为何; 为啥; 怎么会; 怎么知道; 凭什么; 解释"
    ),
    Act(commands=("teach",)): (
        "remember that; remember this; memorize; save; store this; store that; note that; "
        "记住; 记下; 保存"
    ),
    Act(commands=("model stop", "privacy opt-out"), may_ask=True): (
        "stop; halt; pause; shut up; be quiet; quit; exit; abort; 停止; 停下; 停一下; 别说; "
        "闭嘴; 退出"
    ),
    Act(commands=("task export", "task import"), may_ask=True): (
        "export; import; download; upload; 导出; 导入; 下载; 上传"
    ),
    Act(commands=("model learn", "model rollback"), may_ask=True): (
        "train; retrain; learn; roll back; rollback; 训练; 重新训练; 重新学习; 回滚"
    ),
    Act(commands=("task new",), may_ask=True): (
        "create; make a task; make a new; new task; add a task; add task; define; 新建; 创建; "
        "添加任务"
    ),
    Act(commands=("task list", "examples list", "model status"), may_ask=True): (
        "show; list; display; print; how good are you; how accurate; how many examples; "
        "how many lessons; what do you know; what can you predict; what have you; which tasks; "
        "显示; 列出; 展示; 查看; 看看; 你有多准; 有多少例子; 有几个例子; 你会预测; 有哪些任务"
    ),
    Act(commands=("help",), may_ask=True): (
        "help; are you there; whats your favourite; whats your favorite; 你最喜欢; "
        "what can you do; who are you; what are you; how does this work; how do you work; "
        "what is this; how do i; 帮助; 帮我一下; 你能做什么; 你会什么; 你是谁; 怎么用; 这是什么"
    ),
}

_WHOLE: dict[str, tuple[str, ...]] = {
    "停": ("model stop", "privacy opt-out"),
    "改": ("examples edit", "task edit", "correct"),
    "no": ("correct",),
    "nah": ("correct",),
    "不": ("correct",),
    "不是": ("correct",),
    "false": ("correct",),
    "yes": ("right",),
    "yep": ("right",),
    "yeah": ("right",),
    "true": ("right",),
    "是": ("right",),
    "是的": ("right",),
    "对": ("right",),
}
"""Words that mean an act only where nothing else is said."""

_LATER = re.compile(r"把.*?(?P<verb>删|清空|撤|取消|忘|改|恢复|还原)")
"""Chinese names what is to be changed before what is done to it."""
_LATER_VERBS = {"删": "删", "清空": "清空", "撤": "撤销", "取消": "取消", "忘": "忘掉"} | {
    "改": "修改",
    "恢复": "恢复",
    "还原": "还原",
}

_SOCIAL_WORDS = _words(
    "hi hello hey hiya yo morning evening afternoon night bye goodbye cya later thanks thank "
    "thx ty "
    "you cheers ok okay k alright fine great cool nice awesome amazing good well done job bot wow "
    "lol haha hahaha lmao welcome sorry please so much very a lot again all everyone there sure oh "
    "hm hmm ah got it i see understood see love"
)
_SOCIAL_KEYS = _words(
    "hi hello hey hiya yo morning bye goodbye cya thanks thank thx ty cheers ok okay k alright "
    "fine "
    "great cool nice awesome amazing good well wow lol haha hahaha lmao welcome sorry sure hm hmm "
    "ah oh got see"
)
"""One of these must be among the words; ``you again`` alone may be a title."""
_SOCIAL_HAN = re.compile(
    r"(?>谢谢|多谢|感谢|谢|你们|你|您|大家|好的|好吧|好|嗨|哈+|嘿+|再见|拜拜|嗯+|哦+|行|可以|"
    r"没事|早上|早安|早|"
    r"晚上|晚安|厉害|真棒|太棒|棒|不错|知道|明白|收到|辛苦|抱歉|对不起|不好意思|了|啊|呀|吧|的|"
    r"真|很|太)++"
)
_POLITE = [
    "please",
    "pls",
    "can you",
    "could you",
    "would you",
    "will you",
    "i want to",
    "i want you to",
    "i would like to",
    "id like to",
    "you should",
    "lets",
    "let us",
    "hey",
    "hi",
    "oh",
    "hm",
    "hmm",
    "oops",
    "um",
    "well",
    "sorry",
    "wait",
    "actually",
    "just",
    "now",
    "请你",
    "请",
    "麻烦你",
    "麻烦",
    "帮我",
    "帮忙",
    "给我",
    "我想要",
    "我想",
    "我要",
    "能不能",
    "可不可以",
    "你能",
    "你可以",
    "可以",
    "现在",
    "那就",
    "快",
]
_BETWEEN = _words(
    "is was are were did do does the that this these those my our your all of any every last "
    "latest newest first old it"
)
_STORED = _words(
    "it that this these those last everything all something nothing you me so lesson lessons "
    "example examples answer answers answered prediction predictions say said think guess task "
    "tasks data rating ratings vote votes model one ones again number"
)
_STORED_HAN = re.compile(
    r"例子|样例|示例|回答|答案|任务|数据|评分|记录|模型|全部|所有|上一|最后|刚才|这|那|它|你|我的"
)


def plain_words(text: str) -> str:
    """Return a sentence's words, folded, with one blank between them and no sign."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = re.sub(r"[’'`]", "", folded)
    return " ".join(re.sub(r"[^\w#]+", " ", bare).split())


def act_of(text: str, *, is_about_texts: bool = False) -> Act | None:
    """Return what else than asking a sentence is for; None for a question.

    Args:
        text: the sentence, without the name of a task before a colon.
        is_about_texts: whether any sentence may be what the task classifies.
    """
    words = plain_words(text)
    if words in _WHOLE:
        return Act(commands=_WHOLE[words])
    if _is_social(words):
        return SOCIAL
    words = _without_courtesy(words)
    if words in _WHOLE:
        return Act(commands=_WHOLE[words])
    later = _LATER.match(words)
    if later:
        words = f"{_LATER_VERBS[later['verb']]} {words}"
    for phrase, act in _LONGEST_FIRST:
        if _begins(words, phrase):
            is_act = not is_about_texts or _is_of_stored(words[len(phrase) :].strip(), phrase)
            return act if is_act else None
    return None


def is_written_as_title(text: str) -> bool:
    """Return whether a sentence is several words that are capitalised as a title's are."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words)


def _is_social(words: str) -> bool:
    said = words.split()
    is_english = bool(said) and _SOCIAL_WORDS.issuperset(said) and not _SOCIAL_KEYS.isdisjoint(said)
    return is_english or bool(said and _SOCIAL_HAN.fullmatch("".join(said)))


def _without_courtesy(words: str) -> str:
    """Return the words without those that lead politely to what is wanted."""
    rest, before = words, ""
    while rest != before:
        before = rest
        for phrase in _POLITE:
            if _begins(rest, phrase) and rest != phrase:
                rest = rest[len(phrase) :].strip()
    return rest


def _begins(words: str, phrase: str) -> bool:
    """Return whether words begin with a phrase; Chinese has no blanks that would end it."""
    ends = words[len(phrase) : len(phrase) + 1]
    return words.startswith(phrase) and (ends in ("", " ") or not phrase.isascii())


def _is_of_stored(rest: str, phrase: str) -> bool:
    """Return whether what follows an act's words is nothing, or something stored here."""
    if not phrase.isascii():
        return not rest or bool(_STORED_HAN.search(rest[:12]))
    if not rest or phrase.rsplit(maxsplit=1)[-1] in _STORED:
        return True
    said = rest.split()
    while len(said) > 1 and said[0] in _BETWEEN:
        del said[0]
    return said[0] in _STORED or said[0].lstrip("#").isdigit()


_LONGEST_FIRST = sorted(
    ((phrase, act) for act, phrases in _OPENINGS.items() for phrase in phrases.split("; ")),
    key=lambda one: -len(one[0]),
)
