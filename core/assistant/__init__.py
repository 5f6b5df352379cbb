"""The assistant: a neutral message in, a neutral reply out; knows no front end and no torch."""
