"""A Telegram on loopback, and the page that plays it in a browser."""
