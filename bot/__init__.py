"""The bot: front ends, and the one place where the program is put together."""
