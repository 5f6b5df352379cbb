"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("apprentice", deadline=None)  # the first call into torch is slow
settings.load_profile("apprentice")
