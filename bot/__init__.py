"""Knows Telegram, the database and time; knows no flow."""
