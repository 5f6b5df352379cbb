"""The words by which acts are told: what a plain sentence begins with that asks nothing.

A row holds the words of one act; the longest words that a sentence begins with tell it.
"""

import re
from dataclasses import dataclass

from core.assistant.word_sets import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something else than asking that a sentence may be for."""

    commands: tuple[str, ...]
    """What does it; none where nothing is to be done."""
    may_ask: bool = False
    """Whether questions begin so as well: then it is one where it says anything of the task."""
    needs_truth: bool = False
    """Whether it is one unless it says the one truth of the answer that was given last."""

    @property
    def is_loose(self) -> bool:
        """Whether questions begin so as well."""
        return self.may_ask or self.needs_truth

    @property
    def is_verdict(self) -> bool:
        """Whether it judges an answer that was given."""
        return self.commands == ("correct",)


OF_EXAMPLES = frozenset({"examples edit", "examples delete", "examples restore", "undo"})
"""Commands that take the number of an example."""
SOCIAL = Act(commands=())
FORGET_ME = Act(commands=("privacy erase",))
"""A member wants all gone that is known of them: ``forget me``, 删掉关于我的一切."""
OF_ONE_TASK = frozenset({("examples list",), ("model status",)})
ABOUT_STORED = OF_ONE_TASK | {("task list",)}
"""What is asked of the bot itself by Chinese words that no post begins with."""
DENIAL = Act(commands=("correct",), needs_truth=True)
"""A few words of which one denies something: ``billing, not login``."""
AMOUNT = Act(commands=("correct",), needs_truth=True)
"""A number, with a unit perhaps, and nothing else: ``45 min``, 45分钟."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split("; "))


OPENINGS: dict[Act, str] = {
    Act(commands=(), may_ask=True): (
        "no problem; no worries; how are you; hows it going; whats up; how do you do; "
        "nice weather; what a day; good luck; "
        "have a nice; have a good; have fun; happy birthday; merry christmas; happy new year; "
        "nice to meet; see you; 你好吗; 你怎么样; 今天天气; 天气真; 周末愉快; 生日快乐; 新年快乐; "
        "圣诞快乐; 晚安; 加油; 辛苦了"
    ),
    Act(commands=("undo", "examples delete")): (
        "undo; take back; take that back; take it back; take this back; take my; revert; cancel; "
        "forget; withdraw; discard; retract; scrap that; scratch that; strike that; ignore that; "
        "that one does not count; that doesnt count; never mind; nevermind; i changed my mind; "
        "撤销; 撤消; 撤回; 收回; 取消; 忘掉; 忘记; 忘了; 作废; 算了; 反悔; 教错; 我教错; 刚教错; "
        "刚才教错; 刚才那条不算; 刚刚那条不算; 那条不算; 上一条不算; 上条不算; 刚才的不算"
    ),
    Act(commands=("examples delete", "task delete", "privacy erase")): (
        "delete; remove; erase; wipe; clear my; clear all; clear the; get rid of; drop my; "
        "drop all; drop that; drop the; 删; 去掉; 移除; 清空; 清除; 抹掉; 抹去"
    ),
    Act(commands=("examples delete", "teach")): "move; 移到; 移动; 移去; 挪到; 挪",
    Act(commands=("privacy export", "task export")): (
        "export my; download my; export all my; 导出我的; 下载我的; 导出我所有; 我的数据"
    ),
    Act(commands=("examples restore", "undo")): (
        "restore; undelete; bring back; bring it back; recover; redo; 恢复; 还原; 找回; 重做"
    ),
    Act(commands=("examples edit", "task edit", "correct")): (
        "change; edit; rename; modify; retype; replace; "
        "i meant; i mean; 刚才那; 刚才这; 刚刚那; 上一条; 上条; 打错; 写错; "
        "改成; 改为; 改一下; 改掉; 改名; 修改; 更改; 编辑; 重命名; 替换; 换成"
    ),
    Act(commands=("correct",)): (
        "wrong; incorrect; that is wrong; thats wrong; this is wrong; it is wrong; its wrong; "
        "that was wrong; it was wrong; you are wrong; youre wrong; you were wrong; not right; "
        "not correct; not true; that is not; thats not; that isnt; this isnt right; no thats; "
        "no that is; no it was; no it is; no its; nope; way off; thats way off; far off; too high; "
        "too low; thats too; that is too; thats way; that is way; way too; "
        "that seems; seems too; seems low; seems high; that sounds; sounds too; "
        "bad answer; bad guess; mistake; i disagree; "
        "不对; 刚才说错; 刚刚说错; 我说错; 不正确; 不准确; 错了; 错的; 错误; "
        "你错; 猜错; 你猜错; 判断错; 预测错; 你预测错; "
        "这是错; 这不对; 那不对; 答错; 说错; 你说得不对; 我不同意; 差太远; 差得远; "
        "差远了; 哪有这么; 哪有那么; 没那么; 没这么; "
        "太高了; 太低了; 太贵了; 太便宜了; 太多了; 太少了; 不是这样; 算了 还是; 改口; 更正一下"
    ),
    Act(commands=("correct",), may_ask=True): (
        "my last rating; my rating; my last answer; my answer; your answer; your guess; "
        "your prediction; your last answer; the answer; the prediction; that rating; "
        "loved it; i loved it; hated it; i hated it; liked it; i liked it; enjoyed it; "
        "i enjoyed it; didnt like it; did not like it; i didnt like it; i did not like it; "
        "not bad; so good; so bad; it was not; it wasnt; it was great; it was good; it was bad; "
        "it was awful; it was terrible; it was amazing; it was boring; it was fun; it was fine; "
        "it was ok; it was okay; it was awesome; it was brilliant; it was the best; "
        "it was the worst; it was too; it was so; it was very; it was really; it sucked; "
        "love it; i love it; not my thing; not for me; too expensive; "
        "too cheap; too much; too little; "
        "不好看; 太好看; 太难看; 真难看; 真好看; 我很喜欢; 我不喜欢; 不喜欢; 我讨厌; 太无聊; 太差; "
        "我的评分; 我上次; 我的答案; 你的答案; 你的预测; 上次的"
    ),
    Act(commands=("correct",), needs_truth=True): (
        "a solid; a strong; a weak; solid; easily a; "
        "no; nah; not; that one; this one; it was; it is; its; that was; that is; thats; "
        "this was; they were; there were; it went; it sold; it grew; it took; it came; it got; "
        "it turned; it ended; it cost; "
        "it made; it did; it reached; it weighed; it lasted; it rose; it fell; it dropped; "
        "it fetched; it brought; it had; it should; should be; should have been; sold for; "
        "went for; they sold; they paid; we sold; we paid; we got; we were; i paid; i sold; "
        "i got; i rate it; i rated it; i give it; i gave it; id give it; id rate it; id say; "
        "i would give it; i would rate it; i would say; i think it; i say; make it; make that; "
        "more like; rather; in the end; in fact; the price; the real; the actual; the true; "
        "real answer; no it sold; no it went; "
        "价格是; 实价; 真实; 答案是; 不是; 那条; 这条; 是; 应为; 算; 属于; 那是; 这是; 它是; "
        "应该; 其实; 实际; 结果; 最后; 最终; 还是; 一共; 总共; 卖了; "
        "卖出; 成交; 长到; 长了; 涨到; 用了; 花了; 来了; 到了; 我给; 给; 打; 我打; 我觉得; 更正"
    ),
    Act(commands=("right",)): (
        "that is right; thats right; that is correct; thats correct; its right; its correct; "
        "it is right; it is correct; you are right; youre right; sounds right; spot on; exactly; "
        "对的; 没错; 正确; 说得对; 答对; 你说得对; 你对"
    ),
    Act(commands=("privacy opt-out",)): (
        "dont learn from me; do not learn from me; stop learning from me; dont remember me; "
        "opt out; opt me out; 别记我; 别学我; 不要学我; 不要记我; 不想让你学我; 不想让你记我"
    ),
    Act(commands=("privacy see",)): (
        "what do you know about me; what do you have on me; what did you store about me; "
        "what have you stored about me; show my data; see my data; "
        "你知道我什么; 你有我的什么; 看我的数据"
    ),
    Act(commands=("why",)): (
        "why; how come; are you sure; are you certain; how sure are you; how do you know; "
        "how did you; what makes you; explain; who taught you; "
        "你确定; 确定吗; 真的吗; 为什么; 为何; 为啥; 怎么会; 怎么知道; 你怎么知道; "
        "你咋知道; 你怎么; 凭什么; 解释; 理由; 怎么算; 怎么得出"
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
    Act(commands=("task edit",), may_ask=True): (
        "also add; add whether; add a field; add field; add a label; add a category; add label; "
        "add an option; 加一个字段; 加个字段; 加字段; 加个类别; 加一个类别; 加类别; 加个标签; "
        "加一个标签; 加标签; 加个选项"
    ),
    Act(commands=("task new",), may_ask=True): (
        "create; make a task; make a new; new task; add a task; add task; define; 新建; 创建; "
        "添加任务"
    ),
    Act(commands=("task list", "examples list", "model status"), may_ask=True): (
        "show; list; display; print; how good are you; how accurate; how many examples; "
        "how many lessons; what do you know; what can you predict; what have you; "
        "显示; 列出; 展示; 查看; 看看; 有多少例子; 有几个例子; 你会预测"
    ),
    Act(commands=("task list",)): (
        "what tasks; which tasks; how many tasks; list tasks; list of tasks; tasks do you have; "
        "有哪些任务; 有几个任务; 有多少任务; 有多少个任务; 有什么任务; 几个任务; 一共有几个任务; "
        "一共几个任务; 总共有几个任务; 一共有多少任务; 一共有哪些任务; 都有哪些任务; "
        "都有什么任务; 现在有哪些任务; 列一下任务; 列出任务; 任务列表; 任务有哪些"
    ),
    Act(commands=("model status",)): (
        "how accurate are you; how good are you at; how reliable are you; how often are you right; "
        "how often are you wrong; are you accurate; are you any good; are you reliable; "
        "how well do you; 准不准; 准吗; 准确吗; 有多准; 你准不准; 你准吗; 你准确吗; 你有多准; "
        "你多准; 你靠谱吗; 你靠不靠谱; 靠谱吗; 你的准确率; 准确率; 正确率; 命中率; 猜得准吗; "
        "你猜得准不准; 预测得准吗; 预测准不准; 到底准不准; 你到底准不准"
    ),
    Act(commands=("examples list",)): (
        "what did i teach; what did i say; what did we say; what did i tell; "
        "what have i said; what have i taught; what did we teach; what have we taught; "
        "what did you learn; what have you learned; how many did i teach; how many have i taught; "
        "how many did we teach; how many have we taught; how many have you learned; "
        "一共教了; 总共教了; 教了多少; 教了几; 一共有多少条; 有多少条; 有几条; 一共有几条; "
        "我教过; 我教了; 我都教; 我们教; 我们都教; "
        "教过什么; 教过哪些; 教过几; 教过多少; 教了哪些; 教了什么; 都教过; 都教了; "
        "学到了什么; 学了什么; 学了哪些; 学过哪些; 学了多少; 学了几; 你学了; 你学到了; 你学过"
    ),
    Act(commands=("help",), may_ask=True): (
        "who made you; who built you; who wrote you; 你懂什么; 你会做什么; "
        "help; are you there; whats your favourite; whats your favorite; 你最喜欢; "
        "what can you do; who are you; what are you; how does this work; how do you work; "
        "what is this; how do i; 帮助; 帮我一下; 你能做什么; 你会什么; 你是谁; 怎么用; 这是什么"
    ),
}

NUMBERED = re.compile(
    r"#\s?(?P<figures>\d{1,9})(?!\d)|第\s?(?P<han>\d{1,9}|[一二三四五六七八九十])\s?[条个号例]"
)
"""An example by its number: ``#4``, 第4条."""
_CHANGED = ("改", "应该", "应为", "错", "should", "is wrong")
LATER = re.compile(
    rf"(?:把.*?|(?:{NUMBERED.pattern}).{{0,16}}?)"
    rf"(?P<verb>删|清空|撤|取消|忘|恢复|还原|不算|作废|{'|'.join(_CHANGED)})"
)
"""What is to be changed may be named before what is done to it."""
FORGETTING = frozenset(
    {("undo", "examples delete"), ("examples delete", "task delete", "privacy erase")}
)
"""Acts that may be meant of the member themselves."""
OF_ME = re.compile(
    r"(?:(?:everything|all|anything|whatever|it all)\s)?(?:you (?:know|have|got)\s)?"
    r"(?:about |on |of )?(?:me|myself|my account|my profile)(?: (?:completely|entirely|altogether|"
    r"totally|please|forever|now|for good|from here|from your memory))*"
    r"|(?:掉|去|除|把|一切|所有|全部|有关|关于|跟)*我(?:的?(?:一切|全部|所有|信息|资料|个人信息|账号|账户|事)*)?"
    r"(?:忘|删|抹|清)?[掉了除吧啊干净全都]*"
)
"""What is to be forgotten where that is the member."""
LATER_VERBS = {"删": "删", "清空": "清空", "撤": "撤销", "取消": "取消", "忘": "忘掉"} | {
    **dict.fromkeys(_CHANGED, "修改"),
    **dict.fromkeys(("不算", "作废"), "作废"),
    **dict.fromkeys(("恢复", "还原"), "恢复"),
}

POLITE = _phrases(
    "please; pls; can you; could you; would you; will you; i want to; i want you to; "
    "i would like to; id like to; you should; lets; let us; hey; hi; oh; hm; hmm; oops; "
    "um; uh; eh; er; erm; ugh; well; sorry; my bad; my mistake; lol; wait; actually;  just; now; "
    "请你; 请; 麻烦你; 麻烦; 帮我; 帮忙; 给我; "
    "我想要; 我想; 我要; 能不能; 可不可以; 你能; 你可以; 可以; 现在; 那就; 快; 再次; 再; "
    "大家好; 你们好; 各位好; 你好; hello; all; everyone"
)
BETWEEN = word_set(
    "is was are were did do does the that this these those my our your all of any every last "
    "latest newest first old it what i we"
)
STORED = word_set(
    "it that this these those last everything all something nothing you me so lesson lessons "
    "example examples answer answers answered prediction predictions say said think guess task "
    "tasks data rating ratings vote votes model one ones again number "
    "刚才那 刚才这 刚刚那 上一条 上条"
)
STORED_HAN = re.compile(
    r"例子|样例|示例|回答|答案|任务|数据|评分|记录|模型|全部|所有|一次|一下|上一|最后|刚才|这|那|它|你|我的"
)

LONGEST_FIRST = sorted(
    ((phrase, act) for act, phrases in OPENINGS.items() for phrase in _phrases(phrases)),
    key=lambda one: -len(one[0]),
)
