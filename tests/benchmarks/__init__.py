"""How fast it is, and how good, beside what is well known. Run with ``make bench``."""
