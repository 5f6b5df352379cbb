"""The words of sentences that say nothing more: small talk, what agrees, and single words."""

import re

from core.assistant.word_sets import word_set

SOCIAL_WORDS = word_set(
    "hi hello hey hiya yo morning evening afternoon night bye goodbye cya later thanks thank "
    "thx ty "
    "you cheers ok okay k alright fine great cool nice awesome amazing good well done job bot wow "
    "lol haha hahaha lmao welcome sorry please so much very a lot again all everyone there sure oh "
    "hm hmm ah got it i see understood see love mate man bro buddy dude pal friend folks guys for "
    "that this the your help helpful info gotcha noted perfect brilliant lovely makes sense ta "
    "tysm yay too now then np"
)
SOCIAL_KEYS = word_set(
    "hi hello hey hiya yo morning bye goodbye cya thanks thank thx ty cheers ok okay k alright "
    "fine "
    "great cool nice awesome amazing good well wow lol haha hahaha lmao welcome sorry sure hm hmm "
    "ah oh got see gotcha noted perfect brilliant lovely ta tysm makes yay np"
)
"""One of these must be among the words; ``you again`` alone may be a title."""
SOCIAL_HAN = re.compile(
    r"(?>谢谢|谢啦|多谢|感谢|谢|你们|你|您|大家|好的|好吧|好|嗨|哈+|嘿+|再见|拜拜|嗯+|哦+|行|可以|"
    r"没事|早上|早安|早|懂|了解|赞|牛|给力|靠谱|老板|大佬|朋友|兄弟|们|帮忙|哇|我(?=懂|知道|明白|了解)|"
    r"晚上|晚安|厉害|真棒|太棒|棒|不错|知道|明白|收到|辛苦|抱歉|对不起|不好意思|了|啊|呀|吧|的|"
    r"啦|哒|咯|真|很|太|都|嘞|噢|喔|哎哟|帮大忙|没毛病|可|妥|成|麻烦|滴|要得|得嘞|没问题)++"
)
AGREEING = word_set(
    "yes yep yeah yea yup ya aye that thats this was is its it right correct exactly spot on true "
    "absolutely totally indeed precisely bang quite very so you were are youre the answer last one "
    "prediction guess accurate dead nailed got bingo agreed i 100 completely pretty much oh ok wow "
    "nice great good well"
)
AGREEING_KEYS = word_set(
    "yes yep yeah yea yup aye right correct exactly spot true precisely accurate nailed bingo "
    "bang agreed"
)
"""One of these must be among the words that agree with an answer."""
AGREEING_HAN = re.compile(
    r"(?=.*(?:对|没错|正确|准|(?:^|嗯|哦)是的?$))"
    r"(?:嗯|哦|啊|是|对|没错|正确|准|上一[条个次]|上条|刚才|刚刚|这[个条次]?|那[个条次]?|你|的|答案|"
    r"回答|预测|判断|说|猜|答|蒙|得|都|就|很|真|挺|非常|完全|确实|全|了|啦|呀|吧|哈|果然|还)++"
)
"""The same in Chinese: 对的, 没错, 上一条答案是对的."""

_HOW_TO_USE = (
    *(
        f"{this}{bot}{how}{use}"
        for this in ("", "这", "这个")
        for bot in ("", "机器人", "bot")
        for how in ("怎么", "如何", "怎样")
        for use in ("用", "使用")
    ),
    *(f"how does {this} {bot} work" for this in ("this", "the") for bot in ("bot", "thing")),
)
"""Questions about the bot itself: 这个机器人怎么用."""

WHOLE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_HOW_TO_USE, ("help",)),
    "停": ("model stop", "privacy opt-out"),
    "改": ("examples edit", "task edit", "correct"),
    "no": ("correct",),
    "nah": ("correct",),
    "不": ("correct",),
    "不是": ("correct",),
    "没有": ("correct",),
    "否": ("correct",),
    "false": ("correct",),
    "meh": ("correct",),
    "boring": ("correct",),
    "一般": ("correct",),
    "一般般": ("correct",),
    "还行": ("correct",),
    "还不错": ("correct",),
    "好看": ("correct",),
    "很好看": ("correct",),
    "难看": ("correct",),
    "喜欢": ("correct",),
    "很喜欢": ("correct",),
    "我喜欢": ("correct",),
    "讨厌": ("correct",),
    "无聊": ("correct",),
    **dict.fromkeys(
        (
            "差不多",
            "差一点",
            "差点",
            "哪有",
            "都不是",
            "都是",
            "两个都是",
            "差远",
            "neither",
            "both",
        ),
        ("correct",),
    ),
    **dict.fromkeys(
        ("close enough", "nearly", "almost", "not quite", "no way", "not even close"), ("correct",)
    ),
    **dict.fromkeys(("stats", "statistics"), ("model status",)),
    **dict.fromkeys(("test", "testing", "在吗", "你在", "有人"), ("help",)),
    "yes": ("right",),
    "yep": ("right",),
    "yeah": ("right",),
    "true": ("right",),
    "是": ("right",),
    "是的": ("right",),
    "对": ("right",),
    "对了": ("right",),
    "right": ("right",),
}
"""Words that mean an act only where nothing else is said."""
