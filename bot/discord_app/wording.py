"""Sentences that name commands, written as they are typed on Discord."""

from collections.abc import Mapping

ENGLISH: dict[str, str] = {
    "consent details": (
        "It stays in this community, trains only its model, and is credited to you. "
        "See, export or erase it at any time: /privacy see, /privacy export, /privacy erase."
    ),
    "error help": "Nothing was changed. /help shows what I understand.",
    "no tasks yet": (
        "Nothing to predict yet. Start with /task new, or with a first lesson: "
        "/teach task:houses lesson:size 1 -> 2"
    ),
    "how to teach": "Write what you know, then ->, then the answer: /teach lesson:size 1 -> 2",
    "says otherwise": (
        "Your #{number} says {truth} of the same. Both count; to drop that one: "
        "/examples delete number:{number}"
    ),
    "a command": "/{name}",
    "numbered command": "/{name} number:{number}",
    "edit command": "/examples edit number:{number} lesson:-> {value}",
    "edit last": (
        "To change what you taught last: /examples edit number:{number} lesson:-> {value}"
    ),
    "undo instead": "To take back what you did last: /undo",
    "how to save": "What I am to learn, I am told with /teach.",
    "edited lesson": (
        "#{number} stays as it is. To change it: "
        "/examples edit number:{number} lesson:-> …, or the button on its card"
    ),
    "edits example": "A lesson is changed so: /examples edit number:{number} lesson:-> …",
    "correct in words": "In words: /correct number:{number} truth:{truth}",
    "correct so": (
        "To put ?{number} right ({about}), say the true answer: /correct number:{number} truth:…"
    ),
    "how task new": (
        'I do not know what to do with "{words}". A task is made like this: '
        "/task new name:houses predict:number, with its fields in the form"
    ),
    "ask it anyway": "If it is a question: /ask task:{task} text:{text}",
    "speaks now": (
        "I answer what you write in English from now on. Commands and buttons go by the language "
        "of your Discord."
    ),
    "social": "Glad to help. Tell me what you know, or ask me; /help shows how.",
    "how to ask": "Say what you know: /ask task:{task} text:{fields} …",
    "nothing asked": "You have not asked anything yet. Try /ask, or mention me with a question.",
    "label missing": "If a label is missing, add it: /task edit task:{task} labels:…",
    "how to correct": "Say the true answer: /correct truth:435, or press the button of the answer.",
    "task form": "Fill in the form; /task new has the same as options.",
    "or by lesson": "Or just teach the first lesson: /teach task:houses lesson:size 1 -> 2",
    "first lesson": "Teach it: /teach task:{task} lesson:{lesson}",
    "how to edit a task": (
        "Say what to change: /task edit task:{task} with add:garden: yes/no, rename:size and "
        "to:area, retype:rooms and to:category, remove:rooms, name:homes, unit:€, labels:a, b, "
        "or about:…"
    ),
    "move lesson": "To move it, take it back and use: /teach task:{task} lesson:{lesson}",
    "did judge": (
        "You said whether ?{number} was right. I learned nothing from that; "
        "to say otherwise: /correct number:{number} truth:…"
    ),
    "did create task": "You made the task {task}. To remove it: /task delete task:{task}",
    "did edit task": "You changed the task {task}. To change it back: /task edit task:{task}",
    "did bind task": "You bound a channel to {task}. To free it: /task unbind",
    "did unbind task": "You freed a channel. To bind it again: /task bind",
    "did roll back": "You rolled {task} back. To train it anew: /model learn task:{task}",
    "did set up": "You changed how I am set up here. To change it back: /setup",
    "export first": "There is no way back. To keep a copy: /task export task:{task} format:jsonl",
    "import where": "Say which task the file is for: /task import with file and task",
    "how to import": "Say which file: /task import with file and task",
    "import held": (
        "{count} of them far outside the others wait until confirmed: /examples review task:{task}"
    ),
    "how to edit": "Say what changes: /examples edit number:{number} lesson:size 2 -> 4",
    "review ways": (
        "It is right: /examples restore number:{number} · change it: /examples edit "
        "number:{number} · take it back: /examples delete number:{number}"
    ),
    "suspects count": ("{count:example|examples} unlike the others: /examples review task:{task}"),
    "no versions": "{task} was not retrained yet: /model learn task:{task}",
    "no places": "Say which channel: there is none here. /task bind with task and channel",
    "setup ways": (
        "/setup teachers says who may teach, /setup makers who may make tasks (a role, or "
        "@everyone), /setup moderators where reports go; each task can have its own: /task edit"
    ),
    "how to batch": "Say which file: /batch with file (its headings as the fields) and task",
    "privacy ways": (
        "/privacy export gives you all of it, /privacy erase removes it, /privacy opt-out stops "
        "storing more."
    ),
    "no way back": "There is no way back. To keep a copy first: /privacy export",
    "taught before": (
        "Your {count:lesson|lessons} from before still count; /privacy erase removes them."
    ),
    "moderators gone": "The moderators' channel is not here any more. Set another: /setup",
    "no moderators": "There is no moderators' channel yet: /setup moderators",
    "help": """\
Teach me by examples, ask me, put me right. I learn at once.
/teach or mention me: "houses: size 1 -> 2". The first lesson makes the task.
/ask or mention me: "houses: size 6". Every answer says how sure it is.
The buttons below an answer: Right, the true answer, Why?, Edit what I read.
/undo takes back what you did last.
/task list · /examples list · /model card · /privacy see
More: /help with a topic: teach, ask, task, examples, model, privacy, import""",
    "help teach": """\
Teaching: what you know, then ->, then the answer.
/teach task:flats lesson:area 90 m², rooms 3, district Kreuzberg -> 420k €
/teach task:triage opens a form with a line for each field.
The first lesson of a new name makes the task from what it shows. Leave out what you don't know.
Mention me with a sentence that has an arrow; I ask before I save it.
A message's menu, Apps, has Teach from this.
/undo takes back what you did last.""",
    "help ask": """\
Asking: say what you know, in any order; leave out the rest.
/ask text:3 rooms, 90 m², Kreuzberg task:flats
Mention me, write to me directly, or reply to an answer: plain sentences work.
A message's menu, Apps, has Ask about this.
/batch takes a file of questions and gives a file of answers.
/quiz: guess what was taught, or tell me what I was least sure of.
/why shows the examples, teachers and fields behind an answer.
/correct teaches me the true answer; the buttons of an answer do too.""",
    "help task": """\
Tasks: what can be predicted.
/task new opens a form; its options say the same in one go.
/task list · /task show
/task edit adds, renames, retypes and removes fields, and changes name, labels, unit, target; \
balanced:yes lets a rare label count as much as a frequent one; answers:public shows answers to \
all; teachers and keepers are roles; outcome:1 asks a day later how it turned out.
/task bind makes a channel be about a task, /task unbind frees it.
/task import · /task export · /task delete
/setup is for those who manage the community: a first task, who may teach, where reports go""",
    "help examples": """\
Examples: what was taught.
/examples list, with by:me for your own
/examples show · /examples edit · /examples delete · /examples restore
/examples review lists those that wait to be confirmed, or look wrong""",
    "help model": """\
Models: how good they are.
/model status · /model card show figures and pictures, all honest
/model learn retrains in the background; the new one is kept only if it is better
/model stop · /model history · /model rollback""",
    "help privacy": """\
Privacy: what is stored of you is yours.
/privacy see · /privacy export · /privacy erase · /privacy opt-out
Erasing takes effect in the very next answer.""",
    "help import": """\
Importing: a file with headings, one example a row.
/task import with file, and task: the name; a task that is new is made from the columns
/task import with target: another column is the answer; with bad:stop: nothing if a row is bad
/task export, with format:jsonl without loss
At most 8 MiB and 20,000 rows a file.""",
}

CHINESE: dict[str, str] = {
    "consent details": (
        "内容只留在这个社区，只训练它的模型，并注明是你教的。"
        "随时可以查看、导出或删除：/privacy see、/privacy export、/privacy erase。"
    ),
    "a command": "/{name}",
    "numbered command": "/{name} number:{number}",
    "edit command": "/examples edit number:{number} lesson:-> {value}",
    "edit last": "要改你刚才教的：/examples edit number:{number} lesson:-> {value}",
    "undo instead": "要收回你刚才做的：/undo",
    "how to save": "要我学会的，请用 /teach 告诉我。",
    "edited lesson": (
        "#{number} 保持不变。要改它：/examples edit number:{number} lesson:-> …，或按它卡片上的按钮"
    ),
    "edits example": "修改例子请用：/examples edit number:{number} lesson:-> …",
    "correct in words": "也可以直接说：/correct number:{number} truth:{truth}",
    "correct so": ("要更正 ?{number}（{about}），请说出正确答案：/correct number:{number} truth:…"),
    "how task new": (
        "我不知道“{words}”是什么意思。新任务这样写："
        "/task new name:houses predict:number，字段填在表单里"
    ),
    "ask it anyway": "如果这是问题，请用：/ask task:{task} text:{text}",
    "speaks now": "从现在起你写的话我用中文回答。命令和按钮跟随你 Discord 的语言设置。",
    "social": "很高兴帮忙。告诉我你知道的，或者问我；/help 说明怎么做。",
    "error help": "什么都没有改变。/help 说明我能听懂什么。",
    "no tasks yet": (
        "还没有可以预测的东西。用 /task new 开始，或者先教一个例子："
        "/teach task:houses lesson:size 1 -> 2"
    ),
    "how to teach": "先写情况，再写 ->，最后写答案：/teach lesson:size 1 -> 2",
    "says otherwise": (
        "你的 #{number} 对同样的问题说的是 {truth}。两个都计入；要去掉那一个："
        "/examples delete number:{number}"
    ),
    "how to ask": "说出你知道的：/ask task:{task} text:{fields} …",
    "nothing asked": "你还没有问过。试试 /ask，或者提到我并提问。",
    "label missing": "如果缺少标签，请添加：/task edit task:{task} labels:…",
    "how to correct": "说出正确答案：/correct truth:435，或按回答下面的按钮。",
    "task form": "填写表单；/task new 的选项也一样。",
    "or by lesson": "或者直接教第一个例子：/teach task:houses lesson:size 1 -> 2",
    "first lesson": "教它：/teach task:{task} lesson:{lesson}",
    "how to edit a task": (
        "说明要改什么：/task edit task:{task}，加上 add:garden: yes/no，rename:size 和 to:area，"
        "retype:rooms 和 to:category，remove:rooms，name:homes，unit:€，labels:a, b 或 about:…"
    ),
    "move lesson": "要移过去：先撤回它，再用：/teach task:{task} lesson:{lesson}",
    "did judge": (
        "你评价了回答 ?{number}，我没有从中学到什么。要改口：/correct number:{number} truth:…"
    ),
    "did create task": "你建立了任务 {task}。要删除它：/task delete task:{task}",
    "did edit task": "你修改了任务 {task}。要改回来：/task edit task:{task}",
    "did bind task": "你把一个频道绑定到 {task}。要解除：/task unbind",
    "did unbind task": "你解除了一个频道的绑定。要重新绑定：/task bind",
    "did roll back": "你把 {task} 退回了上一版。要重新训练：/model learn task:{task}",
    "did set up": "你修改了这里的设置。要改回来：/setup",
    "export first": "无法恢复。要留一份：/task export task:{task} format:jsonl",
    "import where": "请说明文件用于哪个任务：/task import，带上 file 和 task",
    "how to import": "请给出文件：/task import，带上 file 和 task",
    "import held": "其中 {count} 个与其他的相差太远，等待确认：/examples review task:{task}",
    "how to edit": "请说要改什么：/examples edit number:{number} lesson:size 2 -> 4",
    "review ways": (
        "没错：/examples restore number:{number} · 修改：/examples edit number:{number} · "
        "撤回：/examples delete number:{number}"
    ),
    "suspects count": "{count} 个例子与其他的不同：/examples review task:{task}",
    "no versions": "{task} 还没有重新训练过：/model learn task:{task}",
    "no places": "请说明是哪个频道：这里没有频道。/task bind，带上 task 和 channel",
    "setup ways": (
        "/setup teachers 设定谁可以教，/setup makers 设定谁可以建立任务（身份组或 @everyone），"
        "/setup moderators 设定举报发到哪里；每个任务也可以单独设定：/task edit"
    ),
    "how to batch": "请给出文件：/batch，带上 file（标题与字段同名）和 task",
    "privacy ways": ("/privacy export 全部给你，/privacy erase 删除，/privacy opt-out 不再保存。"),
    "no way back": "无法恢复。要先留一份：/privacy export",
    "taught before": "你以前教的 {count} 个例子仍然有效；/privacy erase 删除它们。",
    "moderators gone": "管理员频道已经不在这里了。请另选一个：/setup",
    "no moderators": "还没有管理员频道：/setup moderators",
    "help": """\
用例子教我，向我提问，纠正我。我立刻学会。
/teach 或提到我：“houses: size 1 -> 2”。第一个例子会建立任务。
/ask 或提到我：“houses: size 6”。每个回答都说明把握有多大。
回答下面的按钮：对，正确答案，为什么，修改我读到的。
/undo 撤回你最后做的事。
/task list · /examples list · /model card · /privacy see
更多：/help 加一个主题：teach、ask、task、examples、model、privacy、import""",
    "help teach": """\
教学：先写情况，再写 ->，最后写答案。
/teach task:flats lesson:area 90 m², rooms 3, district Kreuzberg -> 420k €
/teach task:triage 打开一个表单，每个字段一行。
新名字的第一个例子会据此建立任务。不知道的内容可以不写。
提到我并写一个带箭头的句子也可以；保存之前我会先问你。
消息的菜单“应用”里有“Teach from this”。
/undo 撤回你最后做的事。""",
    "help ask": """\
提问：写出你知道的，顺序随意；其余可以不写。
/ask text:3 rooms, 90 m², Kreuzberg task:flats
提到我、直接写给我，或回复一个回答：普通句子就可以。
消息的菜单“应用”里有“Ask about this”。
/batch 用一个问题文件换回一个答案文件。
/quiz：猜猜教过的例子，或告诉我我最没把握的答案。
/why 说明回答背后的例子、老师和字段。
/correct 告诉我正确答案；回答下面的按钮也可以。""",
    "help task": """\
任务：可以预测的东西。
/task new 打开一个表单；它的选项可以一次说完。
/task list · /task show
/task edit 可以添加、改名、改类型和删除字段，也可以改名称、标签、单位、目标；\
balanced:yes 让少见的标签与常见的同等重要；answers:public 让所有人看到回答；\
teachers 和 keepers 是身份组；outcome:1 一天后问结果如何。
/task bind 让一个频道专用于一个任务，/task unbind 解除。
/task import · /task export · /task delete
/setup 给管理者：第一个任务，谁可以教，举报发到哪里""",
    "help examples": """\
例子：教过的内容。
/examples list，加 by:me 只看自己的
/examples show · /examples edit · /examples delete · /examples restore
/examples review 列出等待确认的，或看起来不对的""",
    "help model": """\
模型：它有多准。
/model status · /model card 如实的数字和图表
/model learn 在后台重新训练；更好才采用
/model stop · /model history · /model rollback""",
    "help privacy": """\
隐私：保存的关于你的内容归你所有。
/privacy see · /privacy export · /privacy erase · /privacy opt-out
删除在下一个回答里立即生效。""",
    "help import": """\
导入：带标题行的文件，一行一个例子。
/task import 带上 file 和 task（名称）；新的任务按列建立
/task import 加 target：指定另一列为答案；加 bad:stop：只要有一行不对就什么也不导入
/task export，加 format:jsonl 无损
每个文件最多 8 MiB、20,000 行。""",
}

DISCORD: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "zh": CHINESE}
"""By language and key; what is not here is said as everywhere."""
