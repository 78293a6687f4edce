"""A Telegram on loopback: people, chats and a Bot API in memory, and the Play API by which page or test plays them."""
