"""The little words of sentences: what carries no value, what negates, what leads to a number."""

from typing import Final

from core.assistant.word_sets import word_set

FILLERS: Final = word_set(
    ": = is are was were of about around approximately approx ca circa roughly ~ ≈ at has have "
    "有 是 为 约 大 概"
)
"""What may stand between a field's name and its value."""

ARTICLES: Final = frozenset(["a", "an", "any", "the"])

YES: Final = word_set("yes y true 1 on with has have ja oui si 是 有")
NO: Final = word_set(
    "no n false 0 off not without sans nein non kein keine ohne 否 无 没 不 没有 不是 none nope nah"
)

STOP_WORDS: Final = word_set(
    "a against an and any are as at be but by can cost costs could do does for from get give go "
    "goes going had has have how i if in into is it its just like me much my of off on or our out "
    "per please s should so some that the their them then there these they this those to up us "
    "versus vs was we were what when where which who why will with without would you your "
    "der die das ein eine einen in im am auf mit ohne und oder für von zu ist was wie "
    "的 了 在 吗 呢 和 与 个"
)
"""Words that alone say nothing of any field."""

AFTER_NUMBERS: Final = word_set(
    "yesterday today tomorrow now then after before since during while when because instead "
    "actually really only exactly precisely total altogether thanks thank sorry though not no "
    "last this next there here all again already later earlier finally sharp straight cash "
    "lol haha hahaha lmao mate man bro btw tbh imo innit "
    "came come attended joined arrived appeared showed turned visited participated went stayed "
    "了 的 吧 呢 啊 哦 哈 左 右 整 这 那 谢 成 不 对 是 来 到 参 出"
)
"""What may follow a number that somebody says, and does not change it."""

OTHER_AMOUNTS: Final = word_set(
    "lost lose losing loss deposit downpayment fee fees tip tax discount rebate owed owe owes "
    "originally initially asking listed rrp 原价 标价 挂牌 原来 本来 "
    "比你 比上 比老 比预 比去 比昨 比他 比她 比我 比平 人均 每人 每个 起码 多花 多卖 多收 "
    "少花 贵了 便宜 再加 差了 还差 "
    "胖了 瘦了 亏 损失 首付 单价 定金 押金 每平 降了 涨了 少了 多了 欠"
)
"""Words before a number that make it another amount than the one that is asked for."""

HALVES_OF_DAY: Final = frozenset(["am", "pm"])
"""What makes a time of the number before it, though one is a little word elsewhere."""

IDLE_NOUNS: Final = word_set(
    "flat flats apartment apartments place thing things one ones something film films movie movies "
    "book books wohnung"
)
"""What anything may be called; a clause that holds nothing else says something after all."""

IDLE_TOPICS: Final = word_set(
    "price cost worth value rating rate sell sells pay paid much many long expected preis kostet"
)
"""What questions are about; beside other words they may be a part of what is said."""

IDLE: Final = (
    IDLE_NOUNS
    | IDLE_TOPICS
    | word_set(
        "about approximately approx around roughly maybe please pls plz hi hello hey thanks thank "
        "thx btw tho lol "
        "ok okay well now also and then think guess predict estimate tell say show know expect "
        "need needs want wants wanna looking considering thinking planning plan plans going gonna "
        "be been being am m do did done really quite bitte 请 问 吧 呀 啊 嘛"
    )
)
"""Words of a question, and of what anything may be called, that say nothing of a field."""

IDLE_NOUN_PHRASES: Final = word_set("房子 公寓 一套 这套 那套 一个 一部 这部 电影 好看 卖了")
"""The nouns in Chinese, which has no blanks between words."""

IDLE_PHRASES: Final = IDLE_NOUN_PHRASES | word_set(
    "howmuch howmany howlong howfar howold howbig "
    "多少钱 多少 怎么样 咋样 怎样 如何 大概 大约 左右 "
    "多久 多长时间 几点 几天 要是 如果 假如 的话 来着 请问一下 "
    "价格 价钱 能卖 会卖 可以 什么 请问 估计 预测 觉得 我想 我们 几分 打分"
)
"""Phrases that say nothing, without their blanks."""

SOLD_FOR: Final = (
    "sold for",
    "sells for",
    "selling for",
    "went for",
    "goes for",
    "costs",
    "cost",
    "priced at",
    "worth",
    "paid",
    "fetched",
    "rated",
    "took",
    "lasted",
    "weighed",
    "came to",
    "ended up at",
    "turned out to be",
    "成交价",
    "售价",
    "卖了",
    "一共",
    "总共",
    "共计",
    "用了",
    "花了",
)
"""What leads to the target in a lesson that has no arrow."""
COST_WHOM: Final = tuple(
    f"{verb} {whom}"
    for verb in ("cost", "costs", "took", "takes")
    for whom in ("us", "me", "him", "her", "them", "you")
)
"""The same with whom something cost that much money or time."""
