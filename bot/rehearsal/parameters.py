"""The parameters that Bot API 10.1 knows, method by method: a strict world writes down every other."""

from bot.rehearsal.refusals import Json

SENDING = (
    "business_connection_id chat_id message_thread_id direct_messages_topic_id disable_notification protect_content "
    "allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup "
)
EDITING = "business_connection_id chat_id message_id inline_message_id reply_markup "
KNOWN = {
    "sendMessage": SENDING + "text parse_mode entities link_preview_options",
    "sendDocument": SENDING + "document thumbnail caption parse_mode caption_entities disable_content_type_detection",
    "sendPhoto": SENDING + "photo caption parse_mode caption_entities show_caption_above_media has_spoiler",
    "sendChatAction": "business_connection_id chat_id message_thread_id action",
    "setMessageReaction": "chat_id message_id reaction is_big",
    "editMessageText": EDITING + "text parse_mode entities link_preview_options rich_message",
    "editMessageCaption": EDITING + "caption parse_mode caption_entities show_caption_above_media",
    "editMessageReplyMarkup": EDITING,
    "deleteMessage": "chat_id message_id",
    "deleteMessages": "chat_id message_ids",
    "answerCallbackQuery": "callback_query_id text show_alert url cache_time",
    "pinChatMessage": "business_connection_id chat_id message_id disable_notification",
    "unpinChatMessage": "business_connection_id chat_id message_id",
    "unpinAllChatMessages": "chat_id",
    "getMe": "",
    "getChat": "chat_id",
    "getChatAdministrators": "chat_id return_bots",
    "getChatMember": "chat_id user_id",
    "getChatMemberCount": "chat_id",
    "leaveChat": "chat_id",
    "getFile": "file_id",
    "setMyCommands": "commands scope language_code",
    "getMyCommands": "scope language_code",
    "deleteMyCommands": "scope language_code",
    "setMyName": "name language_code",
    "getMyName": "language_code",
    "setMyDescription": "description language_code",
    "getMyDescription": "language_code",
    "setMyShortDescription": "short_description language_code",
    "getMyShortDescription": "language_code",
    "setWebhook": "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token",
    "deleteWebhook": "drop_pending_updates",
    "getWebhookInfo": "",
    "getUpdates": "offset limit timeout allowed_updates",
}
BY_LOWER = {name.lower(): frozenset(known.split()) for name, known in KNOWN.items()}


def unknown_names(method: str, params: Json) -> list[str]:
    """What stands in a call that Telegram would ignore."""
    known = BY_LOWER.get(method.lower())
    if known is None:
        return [f"{method}: not a method of this rehearsal"]
    return [f"{method}: unknown parameter {name}" for name in params if name not in known]
