"""Chinese: all that the bot says, by key."""

CHINESE: dict[str, str] = {
    # Consent and rights
    "consent": "在保存你的第一个例子之前：我可以保存你教的内容并从中学习吗？",
    "consent again": "你之前选择了不参与。我现在可以保存你教的内容并从中学习吗？",
    "consent details": (
        "内容只留在这个社区，只训练它的模型，并注明是你教的。随时可以查看、导出或删除：“privacy”。"
    ),
    "consent not asked": "尚未询问",
    "consent agreed": "已同意",
    "consent opted out": "已选择不参与",
    "i agree": "我同意",
    "no such answer": "这里没有给你看过的回答 ?{number}。",
    "not yours": "#{number} 是别人教的；只有本人或管理这个任务的人可以修改。",
    "not your task": "只有管理“{task}”的人可以这样做：建立者、有管理角色的成员，以及社区的管理者。",
    # Not understood
    "error help": "什么都没有改变。“help”说明我能听懂什么。",
    "no such command": "没有命令“{name}”。",
    "there is also": "另外还有任务“{name}”。",
    "which answer": "需要像 7 或 ?7 这样的回答编号，而不是“{said}”。",
    "did you mean": "你是不是想说“{name}”？",
    "no such subcommand": "没有命令“{name}”。可用的有：{names}。",
    "no such option": "这里没有选项“{name}:”。可用的选项：{names}。",
    "no options": "这里没有选项“{name}:”。",
    "option empty": "请写出 {option} 的值，例如 {option}:值。",
    "option twice": "“{option}:”出现了两次。请只写一次。",
    "which choice": "“{option}:”只能是 {choices} 之一，而不是“{said}”。",
    "words left": (
        '我不知道“{words}”是什么意思。连在一起的几个词请放在引号里，例如 name:"两个 词"。'
    ),
    "no such task": "这里没有任务“{name}”。任务有：{names}。",
    "no tasks yet": "还没有可以预测的东西。先教一个例子：teach houses: size 1 -> 2",
    "which task": "你指的是哪个任务？",
    "which reading": "{name} 的“{text}”是什么意思？",
    "no number given": "“{name}”需要一个数字{unit}，例如 3 或 42万；这里是空的。",
    "several numbers": "“{name}”需要一个数字{unit}，例如 3 或 42万；“{text}”里有好几个。",
    "no clear number": "“{name}”需要一个数字{unit}，例如 3 或 42万；我看不出“{text}”是哪个数。",
    "said what not": "“{text}”只说了 {name} 不是什么。那是什么呢？请只写答案。",
    "no yes or no": "“{name}”需要“是”或“否”，而不是“{text}”。",
    "no date": "“{name}”需要一个日期，例如 2026-05-31，而不是“{text}”。",
    "which number": "需要像 41 或 #41 这样的编号，而不是“{said}”。",
    "too long": "一条消息最多 {limit} 个字符；这条有 {length} 个。",
    "stale button": "这个按钮已经没有用了。请直接输入你想要的。",
    "stale offer": "这个提议已经不在了：已被采用、放弃或太久了。请重新输入。",
    "dropped": "好的，什么都没有改变。",
    "no": "不",
    # Values
    "value yes": "是",
    "value no": "否",
    "value none": "无",
    "more fields": "… 还有 {count} 个",
    "list comma": "、",
    "list end": "{others}和{last}",
    # Teaching
    "how to teach": "先写情况，再写箭头，最后写答案：teach houses: size 1 -> 2",
    "propose task": "还没有任务“{name}”。要我据此建立吗？",
    "create it": "建立",
    "save it": "保存",
    "shall i learn": "要我学会这个吗？{lesson}",
    "no target": "我没有读出答案。请写在箭头后面：… -> {target}",
    "no field read": (
        "我没有在其中找到 {task} 的任何字段。请写出名字，例如“名字: 值”。它的字段：{fields}。"
    ),
    "saved": "已保存 #{number}（{task}）。",
    "repeats": "你教的和 #{number} 一样。",
    "said before": "这个你已经教过我了：#{number}。",
    "confirmed": "#{number} 已经这么说。谢谢 {name} 的确认。",
    "says otherwise": (
        "你的 #{number} 对同样的问题说的是 {truth}。两个都计入；"
        "要去掉那一个：examples delete {number}"
    ),
    "replace it": "替换它",
    "keep both": "都保留",
    "kept both": "好的，两个都计入。",
    "replaced": "{numbers} 不再计入；现在以 #{number}（{truth}）为准。",
    "differs": "同样的问题，#{number} 的答案不同。两个我都保留。",
    "left out": "未给出：{fields}",
    "examples count": "{count} 个例子",
    "untaught labels": "还没有例子的标签：{labels}",
    "one label": "再教一个标签，就能得到初步的猜测",
    "far outside": "#{number} 远远超出我见过的范围。对吗？",
    "held": "在你确认之前它不计入。",
    "slipped under": "{value} 比其他的小 {factor} 倍。你的意思是 {meant} 吗？",
    "slipped over": "{value} 比其他的大 {factor} 倍。你的意思是 {meant} 吗？",
    "yes as it is": "对，{value}",
    "no as it is": "不，就是 {value}",
    "no forget it": "不对，忘掉",
    "cancel": "取消",
    "taken back": "已撤回 #{number}。它不再计入。",
    "no number": "哪一个？请说编号，例如 41。",
    "taken back many": "已撤回 {task} 的 {count} 个例子。它们不再计入。",
    "restored many": "{task} 的 {count} 个例子重新计入。",
    "as before": "#{number} 恢复为之前的内容（{task}）。",
    "as before many": "{task} 的 {count} 个例子恢复为之前的内容。",
    "step partly": "有 {count} 个例子之后又改过，保持不变。",
    "step stale": "{numbers} 之后又改过，所以没有撤回。",
    "step gone": "这一步已经撤回，或者太久了。什么都没有改变。",
    "redo": "重做",
    "odd edit": "{value} 远远超出我见过的范围。要把 #{number} 改成它吗？",
    "nothing to undo": "没有你可以撤回的例子。",
    "undo": "撤回",
    "restore": "恢复",
    "restored": "#{number} 重新计入（{task}）。",
    "edit": "修改…",
    "the lesson": "例子",
    # Asking
    "how to ask": "说出你知道的：ask {task}: {fields} …",
    "only one label": "到目前为止 {task} 只教过“{label}”。请先至少再教一个别的标签。",
    "count answer": "大约 {center}  （80 %：{between}）",
    "number answer": "{center}  （80 %：{between}）",
    "not better": "目前还不比“{factor} × {field}”更准。",
    "rule basis": "按规则：{rule} · {count}",
    "basis median": "中位数",
    "basis most frequent": "最常见的标签",
    "basis nearest example": "最接近的例子",
    "no better number": "目前还不比总说中位数更准。",
    "no better category": "目前还不比总说最常见的标签更准。",
    "v0": "尚未重新训练",
    "not given": "未给出：{fields}",
    "not given widens": "未给出：{fields}（使区间变宽 {share}）",
    "ignored": "没有用上：{words}",
    "like": "类似 {examples}",
    "right": "对",
    "correct": "其实是…",
    "correct price": "成交价是…",
    "correct label": "不对…",
    "why": "为什么？",
    "none of these": "都不是",
    "true value": "正确的数值",
    "true label": "正确的标签",
    "nothing asked": "你还没有问过。试试：ask houses: size 6",
    "glad": "太好了。已记下 ?{number}。",
    "right is no example": "如果你知道准确的数值，“{button}”可以教给我。",
    "noted none": "已记下 ?{number}：都不是。",
    "label missing": "如果缺少标签，请添加：task edit {task} labels:…",
    "how to correct": "说出正确答案：correct 435,或 correct ?7 435",
    "learned": "学会了 #{number}，谢谢 {name}。",
    "now i say": "现在我会说 {now}；之前是 {was}。",
    "why rule": "教得太少，我只说它的{rule}。",
    "why title": "为什么是 {answer}?",
    "it was": "问 ?{number} 的时候我说的是 {was}。",
    "effects": "各字段的影响：{effects}",
    "thanks": "各位老师的影响：{names}",
    "effects title": "影响回答 ?{number} 的因素",
    "moves by unit": "使回答变化（{unit}）",
    "by points": "{size} 个百分点",
    "points": "最可能标签的份额",
    "example": "例子",
    "taught by": "由谁教",
    "moves it by": "影响",
    # Tasks
    "default target": "答案",
    "how to make a task": "要我学会预测什么？",
    "task form": (
        '填写表单，或输入：task new name:triage predict:category labels:"bug, question" '
        'fields:"post: text; os: linux | mac"'
    ),
    "or by lesson": "或者直接教第一个例子：teach houses: size 1 -> 2",
    "fill in": "填写表单…",
    "form name": "名字",
    "form predict": "预测",
    "form labels": "类别的标签，例如 bug, question",
    "form fields": "字段（area: number m²; os: linux | mac; post: text）",
    "form unit": "数字的单位，例如 €",
    "which kind": "任务预测“number”或“category”，而不是“{said}”。",
    "task ready": "任务“{task}”准备好了。",
    "first lesson": "教它：teach {task}: {lesson}",
    "task inputs": "依据：{fields}",
    "task target": "预测：{target}",
    "labels count alike": "无论教过多少次，每个标签同等重要。",
    "yes or no": "{option} 是 yes 或 no，例如 {option}:yes。",
    "tasks title": "{count} 个任务",
    "task": "任务",
    "predicts": "预测",
    "examples": "例子",
    "version": "版本",
    "taught labels": "教过：{labels}",
    "held count": "{count} 个等待确认",
    "task changed": "已修改 {task}。",
    "old examples keep": "教过的内容保持不变。",
    "two labels": '类别至少需要两个标签：labels:"bug, question"',
    "how to edit a task": (
        '说明要改什么：task edit {task} add:"garden: yes/no",rename:size to:area,'
        'retype:rooms to:category,remove:rooms,name:homes,unit:€,labels:"a, b",about:"…"'
    ),
    "how to rename": "还要说出新名字：rename:{field} to:…",
    "how to retype": "还要说出类型：retype:{field} to:number（或 category、yes/no、date、text）",
    "field exists": "已经有字段“{field}”了。",
    "really delete": "删除“{task}”及其 {count} 个例子、回答和版本？",
    "export first": "无法恢复。要留一份：task export {task} format:jsonl",
    "delete it": "删除",
    "task deleted": "已删除“{task}”及其 {count} 个例子。",
    # Files
    "how to import": (
        "请给出文件：task import houses prices.csv（最后一列是答案，或指定：target:price）"
    ),
    "import where": "请说明文件用于哪个任务：task import houses prices.csv",
    "imported": "为 {task} 学会了 {count} 行。",
    "not imported": "{bad} 行读不懂：",
    "import stopped": "什么都没有导入；{bad} 行读不懂：",
    "import held": "其中 {count} 个与其他的相差太远，等待确认：examples review {task}",
    "unread columns": "没有读，因为没有这些字段：{columns}",
    "bad row": "第 {line} 行：{reason}",
    "more bad rows": "… 还有 {count} 行",
    "which format": "我可以写“csv”或“jsonl”，而不是“{said}”。",
    "exported": "{task} 的 {count} 个例子。",
    # Examples
    "no examples": "{task} 还没有例子。",
    "examples title": "{task}:{count} 个例子",
    "status": "状态",
    "older": "更早的…",
    "i had said": "教之前我说的是 {answer}。",
    "how to edit": "请说要改什么：examples edit {number}: size 2 -> 4（或只写 -> 4）",
    "example changed": "已修改 #{number}。",
    "review title": "{task} 有 {count} 个例子需要看一看",
    "review ways": (
        "没错：examples restore {number} · 修改：examples edit {number} -> … · "
        "撤回：examples delete {number}"
    ),
    "nothing odd": "{task} 没有看起来不对的例子。",
    "waits": "等待确认",
    "looks odd": "与其他的不同",
    "reason": "原因",
    # Models
    "status title": "{task}:{version}",
    "duplicates count": "{count} 个与其他例子完全相同的副本，只计一次",
    "faded count": "{count} 个较早的例子不再计入：没有它们，较新的例子预测得更准",
    "error against naive number": (
        "对自己的例子（逐个留出）平均相差 {error}；总说中位数则相差 {naive}"
    ),
    "error against naive category": (
        "对自己的例子（逐个留出）错误率 {error}；总说最常见的标签则为 {naive}"
    ),
    "coverage": "{share} 的正确答案落在 80 % 区间内",
    "calibration": "平均把握 {sure}，实际答对 {right}",
    "experts": "各专家的份量：{shares}",
    "suspects count": "{count} 个例子与其他的不同：examples review {task}",
    "stands in": "{live} 的文件在这里无法使用：由较早的版本回答。",
    "training elsewhere": "正在重新训练（由使用同一数据的另一个程序进行）",
    "training now": "正在重新训练：{done}（{stage}）",
    "training started": "正在后台用 {count} 个例子重新训练 {task}。",
    "training already": "{task} 已经在重新训练。",
    "keeps answering": "其间我继续回答，完成后告诉你。",
    "stop it": "停止",
    "training stopped": "已停止重新训练 {task}。一切照旧。",
    "no training": "{task} 没有在重新训练。",
    "no versions": "{task} 还没有重新训练过：model learn {task}",
    "history title": "{task} 的版本",
    "history note": ("误差都在同样的例子上，被评判的模型都没有学过它们；把握 = 有多确定新的更好。"),
    "fitted on": "训练用",
    "its error": "误差",
    "live error": "现用版误差",
    "naive error": "基准",
    "sure": "把握",
    "nothing to roll back": "{task} 没有可以退回的版本：还没有重新训练过。",
    "really roll back": "把 {task} 从 v{version} 退回到之前的？",
    "roll back to": "之后由它回答：{version}。",
    "rolls past": "中间的版本可能依据后来被删除的例子；没有人能退回到它们。",
    "roll it back": "退回",
    "rolled back": "{task} 已退回；现在由它回答：{version}。",
    "examples stay": "所有例子都保留，仍然计入。",
    "card title": "{task} 的模型卡：{version}",
    "record begins": "学习每个之前",
    "record number": "学习 {count} 个例子的每一个之前，我平均差 {error}；当时的中位数差 {naive}",
    "record category": (
        "学习 {count} 个例子的每一个之前，我的错误率为 {error}；当时最常见的标签为 {naive}"
    ),
    "compared number": (
        "在它没有学过的 {count} 个例子上：平均差 {new}；之前 {old}；总说中位数 {naive}。"
        "有 {sure} 的把握它更好；需要 90 %。"
    ),
    "compared category": (
        "在它没有学过的 {count} 个例子上：错误率 {new}；之前 {old}；"
        "总说最常见的 {naive}。有 {sure} 的把握它更好；需要 90 %。"
    ),
    "teachers": "由谁教：{names}",
    "honest note": "所有数字都来自模型当时没有学过的例子。",
    "run running": "正在重新训练 {task}。",
    "run promoted": "{task}:{version} 更好，从现在起由它回答。",
    "run refused": "{task}：{version} 没有明显更好，所以我照旧回答。",
    "run cancelled": "{task}：重新训练已停止；一切照旧。",
    "run failed": "{task}：重新训练失败，什么都没有改变。{reason}",
    # Pictures: drawn with a font that has no Chinese characters
    "picture title": "{task}: how well it does",
    "this bot": "this bot",
    "running median": "running median",
    "most frequent": "most frequent label",
    "error in": "mean error of the last {window}{unit}",
    "share wrong": "wrong of the last {window}",
    "record title": "Each example before it was learned",
    "examples taught": "examples taught",
    "trials title": "Predicted against true",
    "said": "predicted",
    "was": "true",
    # Ratings
    "unfamiliar": "小心：这和我学过的都不一样。",
    "undecided": "我在 {first} 和 {second} 之间犹豫。",
    "consent ratings": "在打分的任务里，你的分数还会告诉我你的口味；别人看不到你的任何一个分数。",
    "rater": "评分人",
    "your taste": "你的口味",
    "rating hidden": "#{number} 是别人的打分；单个打分不予显示。",
    "own ratings only": "只有你自己的：别人的单个打分不予显示。",
    "votes": "{count} 票。",
    "votes mean": "{count} 票，平均 {mean}。",
    "few ratings left out": "略去 {count} 个打分：不足 {fewest} 人打分的不导出。",
    # Cards
    "something else": "其他…",
    "rows left out": "还有 {count} 行",
    "file too large": "{name} 太大，无法在这里显示。",
    # Failures
    "upload too large": "文件最多 {limit} MiB;这个有 {size} MiB。请拆开。",
    "database unreachable": "我连接不上自己的数据库。",
    "database unwritable": "现在什么都保存不了：我的磁盘已满，或者只能读取。",
    "database damaged": "我的数据库已损坏；需要运行我的人恢复备份。",
    "database failed": "我的数据库没能完成这件事；运行我的人可以在日志里看到详情。",
    "nothing saved": "这次没有保存或改变任何内容。",
    "not kept": "这个回答没能保存下来：我的磁盘已满，或者只能读取。",
    "operator must act": "我运行的地方出了问题，需要运行我的人来处理。",
    "took too long": "花的时间太长了。",
    "left the server": "那个服务器你或我已经不在了。",
    "went wrong": "我这边出了问题。",
    "nothing lost": "之前保存的内容都在。请再试一次。",
    "told directly": "我已经私信告诉你了：那只给你看。",
    "cannot tell directly": (
        "那只给你看，但我不能给你发私信。请用 /privacy，或允许本服务器的成员给你发私信。"
    ),
    "cannot post": "我不能在那里发言：频道已不在，或我没有权限。请找管理者。",
    # Permissions
    "View Channel": "查看频道",
    "Send Messages": "发送消息",
    "Embed Links": "嵌入链接",
    "Attach Files": "添加附件",
    "Read Message History": "读取消息历史记录",
    # Commands
    "/task": "要预测的东西",
    "/task new": "用表单或选项建立任务",
    "/task list": "列出任务",
    "/task show": "查看任务：字段，以及教了多少",
    "/task edit": "修改任务：字段、标签、谁能看到回答、谁可以教",
    "/task delete": "删除任务和教过的全部内容",
    "/task import": "用 CSV 或 JSONL 文件来教",
    "/task export": "把教过的内容导出为文件",
    "/task unbind": "解除频道与任务的绑定",
    "/task bind": "让一个频道专用于一个任务",
    "/teach": "教一个例子；第一个例子会建立任务",
    "/ask": "问一个还没有人教过的情况",
    "/batch": "用问题文件换回答案文件",
    "/correct": "告诉我你所问问题的正确答案",
    "/why": "回答的依据，以及要感谢谁",
    "/undo": "撤回一个例子",
    "/examples": "教过的内容",
    "/examples list": "列出教过的例子",
    "/examples show": "查看一个例子",
    "/examples edit": "修改一个例子",
    "/examples delete": "撤回一个例子",
    "/examples restore": "让一个例子重新计入",
    "/examples review": "列出等待确认或看起来不对的例子",
    "/model": "回答有多准",
    "/model status": "任务的模型表现如何",
    "/model history": "任务模型的各个版本",
    "/model learn": "在后台重新训练；更好才采用",
    "/model stop": "停止重新训练",
    "/model rollback": "回到上一个版本",
    "/model card": "带图表的模型卡",
    "/quiz": "猜教过的例子，或告诉我我最没把握的答案",
    "/privacy": "保存的关于你的内容",
    "/privacy see": "查看保存的关于你的内容",
    "/privacy export": "导出保存的关于你的全部内容",
    "/privacy erase": "删除你留下的全部内容",
    "/privacy opt-out": "不再保存你的任何内容",
    "/setup": "设置机器人：保存什么、谁可以教、第一个任务",
    "/help": "可以说什么，附例子",
    "menu ask about this": "就此提问",
    "menu teach from this": "用这个来教",
    # Options
    "option about": "任务的用途",
    "option add": "新字段，例如 garden: yes/no",
    "option answers": "谁能看到回答",
    "option bad": "读不懂的行怎么办",
    "option balanced": "少见的标签是否与常见的同等重要",
    "option by": "谁的例子",
    "option channel": "哪个频道；不写就是这个频道",
    "option fields": "依次写出，例如 area: number m²; os: linux | mac; post: text",
    "option file": "CSV 或 JSONL 文件",
    "option format": "CSV 给表格软件，JSONL 无损",
    "option keepers": "可以修改任务的身份组",
    "option labels": "预测类别时的标签，例如 bug, question",
    "option lesson": "先写情况，再写箭头，最后写答案：size 1 -> 2",
    "option moderators": "显示成员举报的频道",
    "option name": "任务的名字",
    "option number": "例子或回答的编号",
    "option outcome": "几天后问结果如何，例如 1；never 表示不问",
    "option predict": "数字、类别或打分",
    "option scale": "成员打分时的范围，例如 1-5",
    "option remove": "要删除的字段",
    "option rename": "要改名的字段",
    "option retype": "要改类型的字段",
    "option target": "答案叫什么",
    "option task": "哪个任务",
    "option makers": "可以新建任务的身份组；everyone 表示所有人",
    "option teachers": "可以教的身份组；everyone 表示所有人",
    "option template": "从哪个模板开始",
    "option text": "你知道的内容，顺序随意",
    "option to": "新的名字或类型",
    "option topic": "要说明什么",
    "option truth": "正确答案",
    "option unit": "预测数字时的单位，例如 €",
    # Forms
    "teach it": "教一个",
    "import it": "导入 CSV",
    "what is known": "已知内容",
    "which file": "带标题行的 CSV;最后一列是答案",
    "another task": "另一个任务…",
    "no words kept": "我没有保存 ?{number} 的原话。请再问一次，并说出任务的名称。",
    "edit what i read": "修改我读到的内容",
    # Rights
    "not a teacher": "只有身份组“{role}”的成员可以教 {task}。",
    "not a manager": "只有管理这个社区的人可以这样做。",
    "stale task": "这个任务已经不在了：它已被删除。",
    "not your card": "这是别人自己的回答，只有本人能按上面的按钮。请直接向我提问。",
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
    "not bound": "这个频道没有绑定任务。",
    "unbound here": "这个频道不再专用于一个任务。",
    "unbound there": "{place} 不再专用于一个任务。",
    "unbound means": "任务本身不变；在这里又需要说出它的名称。",
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
    "makers set": "身份组“{role}”的成员可以新建任务。",
    "everyone makes": "所有人都可以新建任务。",
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
    "stored about": "别人就你写的内容提的 {count} 个问题",
    "stored verdicts": "你对回答的 {count} 次评价",
    "stored offers": "等待按钮的 {count} 个提议",
    "stored planned": "还会问你的 {count} 个问题：结果如何",
    "stored tasks": "你建立的 {count} 个任务",
    "stored notes": "你做过的事的 {count} 条记录",
    "stored consent": "是否同意从你教的内容中学习：{consent}",
    "privacy ways": "“privacy export”全部给你，“privacy erase”删除，“privacy opt-out”不再保存。",
    "exported mine": "你的全部内容：{count} 个例子和 {asked} 个回答。",
    "nothing stored": "没有保存关于你的任何内容。",
    "really erase": "删除你的 {count} 个例子和 {asked} 个回答？",
    "no way back": "无法恢复。要先留一份：privacy export",
    "erase it all": "全部删除",
    "erased": "已删除 {count} 个例子和保存的关于你的其他全部内容。",
    "erased details": "下一个回答就像你从未教过一样。",
    "erased too": "一并删除：{what}",
    "erased models": (
        "以前的训练从中学到的东西还留在 {tasks} 的模型里，直到更好的模型取代它；"
        "没有人能退回到更早的模型。"
    ),
    "erased nameless": "你建立的任务和做过的事的记录会保留，但不再有你的名字。",
    "erased opted out": "你选择退出这件事会保留，这样就不会再保存别的。",
    "erased remains": "我收不回已经显示或发出的内容、别人导出的内容以及备份。",
    "opted out": "从现在起不再保存你的任何内容。你仍然可以提问。",
    "taught before": "你之前的 {count} 个例子仍然计入；“privacy erase”可以删除。",
    # Messages
    "no words": "那条消息里没有我可以读的文字。",
    "others unlearned": "别人写的内容我不学习，除非运行我的人得到了许可，并在设置里写明。",
    "noted": "已记下 ?{number} 的反馈。",
    "teach from title": "把这个教给 {task}",
    "to moderators": "发给管理员",
    "sent to moderators": "?{number} 已发给管理员。",
    "moderators gone": "管理员频道已经不在这里了。请管理者另选一个：setup moderators:…",
    "no places here": "这里没有可以指定的频道或身份组。请在相应的服务器里这样做。",
    "no such channel": "这里没有频道“{said}”，或者不止一个。请用 #频道 指定。",
    "no such role": "这里没有身份组“{said}”，或者不止一个。请用 @身份组 指定。",
    "channel closed": "你看不到 #{place} 或不能在那里发言，所以不能选它。",
    "channel closed to me": "我看不到 #{place} 或不能在那里发言；需要“查看频道”和“发送消息”权限。",
    "not a maker": "这里只有身份组“{role}”的成员可以新建任务。",
    "no moderators": "还没有管理员频道：setup moderators:…",
    "confirm": "确认",
    "not that": "不是 {label}",
    "reported by": "?{number} · {name} 举报",
    "ask two more": "再问两位",
    "two decide": "两位一致即可决定。",
    "voted": "已记下 ?{number}：2 位中有 {count} 位这样认为。",
    "decided": "?{number} 已经有结论了。",
    "shall i correct": "要我学会 ?{number} 是 {truth} 吗？",
    "help": """\
用例子教我，向我提问，纠正我。我立刻学会。
teach houses: size 1 -> 2        教一个例子；第一个例子会建立任务
ask houses: size 6               提问；每个回答都说明把握有多大
correct 15                       告诉我上一个问题的正确答案
why                              上一个回答的依据，以及要感谢谁
undo                             撤回你最后教的例子
task list · examples list · model card · privacy see
更多：help teach、help ask、help task、help examples、help model、help privacy、help import""",
    "help teach": """\
教学：先写情况，再写箭头，最后写答案。
teach flats: area 90 m², rooms 3, district Kreuzberg -> 420k €
teach triage: post: cursor flickers after update, os: mac -> rendering
teach houses: size 1, garden: yes -> 2
新名字的第一个例子会据此建立任务。不知道的内容可以不写。
带箭头的普通句子也可以；保存之前我会先问你。
task:flats 可以紧跟在 teach 之后；再往后，这样的词属于你说的内容。
undo 撤回最后一个例子。""",
    "help ask": """\
提问：写出你知道的，顺序随意；其余可以不写。
ask flats: 3 rooms, 90 m², Kreuzberg
batch flats questions.csv        一个问题文件，换回一个答案文件
quiz flats                       猜猜教过的例子，或告诉我我最没把握的答案
why · why ?7                     回答背后的例子、老师和字段
right · right ?7                 回答是对的
correct 435k · correct ?7 435k   回答不对：我学会正确答案，并说出现在的回答""",
    "help task": """\
任务：可以预测的东西。
task new name:triage predict:category labels:"bug, question" fields:"post: text; os: linux | mac"
task new name:prices predict:number unit:€ fields:"area: number m²; sold: date; garden: yes/no"
task list · task show houses
task edit houses add:"garden: yes/no"   (rename:size to:area, retype:rooms to:category,
    remove:rooms, name:homes, unit:€, labels:"a, b", target:price, about:"用途",
    balanced:yes 让少见的标签与常见的同等重要，
    answers:public 或 private, teachers:身份组， keepers:身份组，
    outcome:1 一天后问结果如何，outcome:never 不问)
task bind houses channel:…       在那个频道里不必说出任务名
task unbind                      解除这个频道的绑定
task import houses prices.csv · task export houses format:jsonl · task delete houses
setup                            给管理者：第一个任务，谁可以教""",
    "help examples": """\
例子：教过的内容。
examples list houses · examples list houses by:me
examples show 41 · examples edit 41: size 2 -> 4 · examples delete 41 · examples restore 41
examples review houses           等待确认的，或看起来不对的""",
    "help model": """\
模型：它有多准。
model status houses · model card houses   如实的数字和图表
model learn houses               在后台重新训练；更好才采用
model stop houses · model history houses · model rollback houses""",
    "help privacy": """\
隐私：保存的关于你的内容归你所有。
privacy see · privacy export · privacy erase · privacy opt-out
删除在下一个回答里立即生效。""",
    "help import": """\
导入：带标题行的 CSV,一行一个例子；最后一列是答案。
task import prices prices.csv              任务不存在时，按列建立
task import prices prices.csv target:cost  指定另一列为答案
task import prices prices.csv bad:stop     只要有一行不对就什么也不导入
task export prices · task export prices format:jsonl（无损）
每个文件最多 8 MiB、20,000 行。""",
    "template price-guess": "估价",
    "template price-guess task": "房价",
    "template price-guess fields": "面积: number m²; 室: number; 区域: category; 楼层: number",
    "template price-guess target": "价格",
    "template price-guess unit": "¥",
    "template price-guess about": "一套房子能卖多少钱",
    "template price-guess lesson": "三室 90平 区域: 浦东 楼层: 2 -> 420万",
    "template triage": "分流",
    "template triage task": "分流",
    "template triage fields": "帖子: text; 系统: linux | mac | windows",
    "template triage target": "主题",
    "template triage labels": "渲染, 字体, 安装, 配置, 错误",
    "template triage about": "求助的帖子属于哪个主题",
    "template triage lesson": "帖子: 调整窗口时光标闪烁, 系统: mac -> 渲染",
    "template film-night": "电影之夜",
    "template film-night task": "电影",
    "template film-night fields": (
        "片名: item; 类型: category; 年份: number; 片长: number min; 导演: category"
    ),
    "template film-night target": "星级",
    "template film-night about": "大家会多喜欢一部电影，1 到 5 星",
    "template film-night lesson": (
        "片名: 异形, 类型: 科幻, 年份: 1979, 片长: 117 min, 导演: 斯科特 -> 5"
    ),
    "template turnout": "到场人数",
    "template turnout task": "到场",
    "template turnout fields": "活动: category; 星期: category; 报名: number",
    "template turnout target": "人数",
    "template turnout about": "会来多少人",
    "template turnout lesson": "活动: 桌游, 星期: 周五, 报名: 20 -> 15",
}
