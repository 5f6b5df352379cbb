"""English of what concerns a community: forms, rights, places; and the help."""

from core.assistant.wording.english_help import HELP

COMMUNITY: dict[str, str] = HELP | {
    # Forms
    "teach it": "Teach",
    "import it": "Import CSV",
    "what is known": "What is known",
    "which file": "A CSV with headings; the last column is the answer",
    "edit what i read": "Edit what I read",
    # Rights
    "not a teacher": 'Only members with the role "{role}" teach {task}.',
    "not a manager": "Only those who manage this community can do this.",
    "stale task": "This task is gone: it was deleted meanwhile.",
    "not your offer": "This question was put to somebody else. Ask me yourself, and I ask you.",
    "answers publicly": "Answers are seen by everyone",
    "taught by role": 'Taught by members with the role "{role}"',
    "kept by role": 'Changed by members with the role "{role}" too',
}
