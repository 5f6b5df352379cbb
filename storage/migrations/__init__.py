"""The database's way from one revision to the next; imports nothing of the program."""
