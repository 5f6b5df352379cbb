"""Identities: who and what a row belongs to."""

from typing import NewType

CommunityId = NewType("CommunityId", str)
"""``terminal:local`` or ``discord:<server>``: everything belongs to one, nothing crosses."""

MemberId = NewType("MemberId", str)
"""A person in a community, as the front end names them: ``terminal:ana``, ``discord:<user>``."""

FieldKey = NewType("FieldKey", str)
"""A field's name for life: it stays when the field is renamed or retyped."""

TaskId = NewType("TaskId", int)
ExampleId = NewType("ExampleId", int)
PredictionId = NewType("PredictionId", int)
VersionId = NewType("VersionId", int)
RunId = NewType("RunId", int)
ProposalId = NewType("ProposalId", int)
StepId = NewType("StepId", int)
