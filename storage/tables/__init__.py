"""The tables of the database; every row leads to a community."""

from storage.tables.answered import FeedbackRow, FollowUpRow, PredictionRow
from storage.tables.base import Row
from storage.tables.people import AuditRow, CommunityRow, MemberRow, ProposalRow, SettingRow
from storage.tables.steps import StepRow
from storage.tables.taught import ExampleRow, TaskRow
from storage.tables.trained import RunRow, VersionRow

__all__ = [
    "AuditRow",
    "CommunityRow",
    "ExampleRow",
    "FeedbackRow",
    "FollowUpRow",
    "MemberRow",
    "PredictionRow",
    "ProposalRow",
    "Row",
    "RunRow",
    "SettingRow",
    "StepRow",
    "TaskRow",
    "VersionRow",
]
