"""``python -m bot``: the same as the command ``apprentice``."""

from bot.main import run

if __name__ == "__main__":
    run()
