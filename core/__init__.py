"""What the program is, apart from any chat, database or screen."""
