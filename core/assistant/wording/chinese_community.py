"""Chinese of what concerns a community: forms, rights, places, privacy; and the help."""

from core.assistant.wording.chinese_help import HELP

COMMUNITY: dict[str, str] = HELP | {
    # Forms
    "teach it": "教一个",
    "import it": "导入 CSV",
    "what is known": "已知内容",
    "which file": "带标题行的 CSV;最后一列是答案",
    "edit what i read": "修改我读到的内容",
    # Rights
    "not a teacher": "只有身份组“{role}”的成员可以教 {task}。",
    "not a manager": "只有管理这个社区的人可以这样做。",
    "stale task": "这个任务已经不在了：它已被删除。",
    "not your offer": "这个问题是问别人的。请直接向我提问，我再问你。",
    "answers publicly": "回答所有人可见",
    "taught by role": "由身份组“{role}”的成员来教",
    "kept by role": "身份组“{role}”的成员也可以修改",
    # Outcomes
    "asks outcome": "回答 {days} 天后，我会问结果如何",
    "asks on": "{day}我会问一次结果如何",
    "which days": "请说几天后问结果（1 到 {limit}），或 never：outcome:1，而不是“{said}”。",
    "how did it turn out": "{task}：结果如何？",
    "about as i said": "大约 {value}，和我说的一样",
    "as i said": "{value}，和我说的一样",
    "another number": "另一个数…",
    "another label": "另一个标签…",
    "did not happen": "没有发生",
    "lapsed": "已记下：?{number} 没有发生，所以没有什么可学的。",
    "asked by": "?{number} · {name} 问的",
    # Places
    "no places": "请说明是哪个频道：这里没有频道。task bind houses channel:…",
    "bound here": "这个频道现在专用于 {task}。",
    "bound there": "#{place} 现在专用于 {task}。",
    "bound means": "在那里不必说出任务名，在子区里也一样。",
    # Setting up
    "setup title": "设置",
    "set up": "设置好了。",
    "setup stored": (
        "成员教的和问的内容保存在这里，只属于这个社区，也只训练它自己的模型。"
        "本人同意之前不保存任何例子；每个人都可以查看、导出和删除自己的内容。"
        "我只读对我说的话。"
    ),
    "setup ways": (
        "setup teachers:… 设定谁可以教（一个身份组或所有人）,setup moderators:… 设定举报发到哪里；"
        "每个任务也可以单独设定：task edit"
    ),
    "permissions there": "在这个频道里，我需要的权限都有。",
    "permissions lacking": "在这个频道里我缺少：{names}。请在频道设置里给我。",
    "tasks here": "任务：{names}",
    "no tasks here": "还没有任务：从模板开始，或教第一个例子。",
    "moderators set": "举报会发到 #{place}。",
    "teachers set": "身份组“{role}”的成员可以教。",
    "everyone teaches": "所有人都可以教。",
    "which template": "没有模板“{said}”。模板有：{names}。",
    "two of each": "每个标签教 2 个，就能得到初步的猜测。",
    # Batches and quizzes
    "how to batch": "请给出文件：batch houses questions.csv（标题与字段同名）",
    "too many questions": "一个文件最多 {limit} 个问题。请拆开。",
    "no questions": "没有一行能读成问题。",
    "answered": "回答了 {task} 的 {count} 行；{bad} 行读不懂。",
    "quiz unsure": "?{number} 我没有把握。其实是什么？",
    "i said": "我说的是 {answer}。",
    "quiz guess": "猜一猜：#{number} 的{name}是多少？",
    "guess it": "猜…",
    "guessed right": "对了：#{number} 是 {answer}。",
    "guessed": "#{number} 是 {answer}。",
    "you said": "你说的是 {answer}。",
    "again": "再来一个",
    # Privacy
    "privacy title": "保存的关于 {name} 的内容",
    "stored lessons": "{count} 个例子{tasks}",
    "stored answers": "你问到的 {count} 个回答",
    "stored consent": "是否同意从你教的内容中学习：{consent}",
    "privacy ways": "“privacy export”全部给你，“privacy erase”删除，“privacy opt-out”不再保存。",
    "exported mine": "你的全部内容：{count} 个例子和 {asked} 个回答。",
    "nothing stored": "没有保存关于你的任何内容。",
    "really erase": "删除你的 {count} 个例子和 {asked} 个回答？",
    "no way back": "无法恢复。要先留一份：privacy export",
    "erase it all": "全部删除",
    "erased": "已删除 {count} 个例子和保存的关于你的其他全部内容。",
    "erased details": "下一个回答就像你从未教过一样。",
    "opted out": "从现在起不再保存你的任何内容。你仍然可以提问。",
    "taught before": "你之前的 {count} 个例子仍然计入；“privacy erase”可以删除。",
    # Messages
    "no words": "那条消息里没有我可以读的文字。",
    "others unlearned": "别人写的内容我不学习，除非运行我的人得到了许可，并在设置里写明。",
    "noted": "已记下 ?{number} 的反馈。",
    "teach from title": "把这个教给 {task}",
    "to moderators": "发给管理员",
    "sent to moderators": "?{number} 已发给管理员。",
    "no moderators": "还没有管理员频道：setup moderators:…",
    "confirm": "确认",
    "not that": "不是 {label}",
    "reported by": "?{number} · {name} 举报",
    "ask two more": "再问两位",
    "two decide": "两位一致即可决定。",
    "voted": "已记下 ?{number}：2 位中有 {count} 位这样认为。",
    "decided": "?{number} 已经有结论了。",
    "shall i correct": "要我学会 ?{number} 是 {truth} 吗？",
}
