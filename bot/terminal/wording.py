"""All that the terminal itself says, by key; what the bot says comes from the assistant."""

from core.assistant.wording import language_of

FIRST_STEPS = ("teach houses: size 3 -> 6", "ask houses: size 6", "help")
"""What to try first; what each does is said by its place."""

ENGLISH: dict[str, str] = {
    "tagline": "learns what you teach it, and says how sure it is",
    "step 1": "teach an example; the first one makes the task",
    "step 2": "ask for what nobody has taught yet",
    "step 3": "see what else there is",
    "kept": "What you teach is kept in {folder}.",
    "not kept": "Nothing is kept: all of it is forgotten when you leave.",
    "hint": "Tab completes · a number presses a choice · quit leaves",
    "may be empty": "(or nothing)",
    "thinking": "thinking …",
    "interrupted": "Stopped; what was not yet saved is not saved.",
    "no choice": "The last reply has no choice {number}; nothing was changed.",
    "cancelled": "Cancelled; nothing was changed.",
    "tell outcome": "or say it: correct ?{number} and what it was",
    "taken as yes": "taken as yes: {labels}",
    "taken so far": "taken as yes, but the question above comes first: {labels}",
    "taken in vain": "taken as yes, but the error above is what came of it: {labels}",
    "not taken": (
        "not taken as yes: {label}. Write it in full, give yes or the number of a choice as the "
        "next line, or run with --yes"
    ),
    "not taken again": "not taken as yes: {label}",
    "went wrong": (
        "Something went wrong here ({kind}); the log in the data folder has the details. "
        "What was saved before stays saved."
    ),
    "picture": "picture",
    "file": "file",
    "retraining": "Retraining",
    "no file": (
        'There is no file "{name}" here. Give its path, as in  task import houses ~/houses.csv'
    ),
    "not a file": '"{name}" is not a file that can be read: expected a .csv or .jsonl file.',
    "file too large": (
        '"{name}" has {size_mib:.1f} MiB; a file may have {limit_mib} MiB. Split it.'
    ),
    "file unreadable": '"{name}" cannot be read: {reason}.',
    "files removed": (
        "Also gone from {folder}: the lines typed, pictures, your own exports ({count})."
    ),
    "files left": (
        "Still in {folder}, as they hold what others taught too; delete them yourself: {names}"
    ),
    "no history": (
        "The lines you type are not kept for the next time: {path} cannot be used ({reason})."
    ),
    "cannot forget": "The pictures and exports in {folder} could not be removed: {reason}.",
    "cannot save": (
        "Cannot save a file in {folder}: {reason}. Choose another folder in APPRENTICE_DATA."
    ),
}

CHINESE: dict[str, str] = {
    "tagline": "你教什么它就学什么，并告诉你它有多大把握",
    "step 1": "教一条例子；第一条会建好任务",
    "step 2": "问还没人教过的",
    "step 3": "看看还能做什么",
    "kept": "你教的都保存在 {folder}。",
    "not kept": "什么都不保存：离开后全部忘掉。",
    "hint": "Tab 补全 · 数字按下选项 · quit 离开",
    "may be empty": "（可留空）",
    "thinking": "正在想……",
    "interrupted": "已停止；还没保存的没有保存。",
    "no choice": "上一条回复没有选项 {number}；什么都没改。",
    "cancelled": "已取消；什么都没改。",
    "tell outcome": "或者直接说：correct ?{number} 加上实际结果",
    "taken as yes": "已当作同意：{labels}",
    "taken so far": "已当作同意，但要先回答上面的问题：{labels}",
    "taken in vain": "已当作同意，但结果是上面的错误：{labels}",
    "not taken": (
        "没有当作同意：{label}。请写完整，或在下一行写 yes 或选项的数字，或用 --yes 运行"
    ),
    "not taken again": "没有当作同意：{label}",
    "went wrong": "这里出了点问题（{kind}）；详情见数据文件夹里的日志。之前保存的都还在。",
    "picture": "图片",
    "file": "文件",
    "retraining": "正在重新训练",
    "no file": "这里没有文件“{name}”。请给出路径，例如  task import houses ~/houses.csv",
    "not a file": "“{name}”不是能读取的文件：需要 .csv 或 .jsonl 文件。",
    "file too large": "“{name}”有 {size_mib:.1f} MiB；文件最大 {limit_mib} MiB。请拆分。",
    "file unreadable": "无法读取“{name}”：{reason}。",
    "files removed": "{folder} 里的也已删除：输入过的行、图片、你自己的导出（{count} 个）。",
    "files left": "仍在 {folder} 里，因为其中也有别人教的；请自行删除：{names}",
    "no history": "你输入的行不会留到下次：{path} 无法使用（{reason}）。",
    "cannot forget": "{folder} 里的图片和导出无法删除：{reason}。",
    "cannot save": "无法在 {folder} 保存文件：{reason}。请在 APPRENTICE_DATA 里换一个文件夹。",
}

_CATALOGUES = {"en": ENGLISH, "zh": CHINESE}


def say(key: str, /, *, locale: str = "en", **parts: object) -> str:
    """Return the sentence of this key with its parts filled in."""
    return _CATALOGUES[language_of(locale)][key].format(**parts)
