"""The peer on python-telegram-bot, as its own examples write it: a ConversationHandler with PicklePersistence."""

import sys
from pathlib import Path

from telegram import Update
from telegram.ext import (
    Application,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

QUESTIONS = ("first", "second", "third")


async def begin(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    await update.message.reply_text("The first question?")
    return 0


async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    answers = context.user_data.setdefault("answers", [])
    answers.append(update.message.text)
    asked = len(answers) % 3
    await update.message.reply_text(f"Kept: {update.message.text}. The {QUESTIONS[asked]} question?")
    return asked


async def thank(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    context.user_data.setdefault("answers", []).append(update.message.text)
    await update.message.reply_text(f"Kept: {update.message.text}. Thank you.")
    return ConversationHandler.END


def main(address: str, token: str, folder: str) -> None:
    words = filters.TEXT & ~filters.COMMAND
    conversation = ConversationHandler(
        entry_points=[CommandHandler("begin", begin)],
        states={
            0: [MessageHandler(words, answer)],
            1: [MessageHandler(words, answer)],
            2: [MessageHandler(words, thank)],
        },
        fallbacks=[],
        name="conversation",
        persistent=True,
    )
    kept = PicklePersistence(filepath=Path(folder) / "kept.pickle")
    app = Application.builder().token(token).base_url(f"{address}/bot").persistence(kept).build()
    app.add_handler(conversation)
    app.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:4])
