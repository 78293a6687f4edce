"""The peer on aiogram, as its own examples write it: states in its default storage, which is memory."""

import asyncio
import sys

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message


class Talk(StatesGroup):
    first = State()
    second = State()
    third = State()


NEXT = {Talk.first.state: Talk.second, Talk.second.state: Talk.third}
dispatcher = Dispatcher()


@dispatcher.message(Command("begin"))
async def begin(message: Message, state: FSMContext) -> None:
    await state.set_state(Talk.first)
    await message.answer("The first question?")


@dispatcher.message(Talk.first, F.text)
@dispatcher.message(Talk.second, F.text)
async def answer(message: Message, state: FSMContext) -> None:
    following = NEXT[await state.get_state()]
    await state.update_data({following.state: message.text})
    await state.set_state(following)
    await message.answer(f"Kept: {message.text}. The next question?")


@dispatcher.message(Talk.third, F.text)
async def thank(message: Message, state: FSMContext) -> None:
    await state.clear()
    await message.answer(f"Kept: {message.text}. Thank you.")


async def main(address: str, token: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:3]))
