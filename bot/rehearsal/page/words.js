// Every word of the page itself, English and Chinese side by side; what the bot says comes from the bot.

const WORDS = {
  product: ["Callboard", "Callboard"],
  rehearsal: ["Rehearsal", "排练"],
  rehearsal_hint: ["Nothing here leaves this computer.", "这里的一切都只在这台电脑上。"],
  you_are: ["You are", "你现在是"],
  you_are_name: ["You are {name}", "你现在是 {name}"],
  be: ["Be {name}", "切换为 {name}"],
  people: ["Who you are", "切换身份"],
  find_person: ["Find a person", "搜索成员"],
  nobody_found: ["Nobody by that name.", "没有这个人。"],
  chats: ["Chats", "聊天"],
  no_messages: ["No messages yet", "还没有消息"],
  no_group: ["{name} isn't in the group.", "{name} 不在群里。"],
  you: ["You", "我"],
  unread: ["{n} unread", "{n} 条未读"],
  new_messages: ["New messages", "以下是新消息"],
  to_latest: ["To the latest message", "回到最新消息"],
  members: ["{n} members", "{n} 位成员"],
  bot: ["bot", "机器人"],
  private_with: ["private chat", "私聊"],
  back: ["Back to chats", "返回聊天列表"],
  pinned: ["Pinned message", "置顶消息"],
  edited: ["edited", "已编辑"],
  reply: ["Reply", "回复"],
  reply_to: ["Reply to {name}", "回复 {name}"],
  asked_you: ["{name} asks you", "{name} 在问你"],
  drop_reply: ["Don't reply", "取消回复"],
  photo: ["Photo", "图片"],
  file: ["File", "文件"],
  download: ["Download {name}", "下载 {name}"],
  attach: ["Attach a file", "发送文件"],
  send: ["Send", "发送"],
  write: ["Message as {name}", "以 {name} 的身份发消息"],
  commands: ["Commands", "命令"],
  show_more: ["Show more", "展开"],
  show_less: ["Show less", "收起"],
  spoiler: ["Hidden text, press to read", "隐藏内容，点按查看"],
  opens_link: ["opens a link", "打开链接"],
  pressed: ["pressed", "已点"],
  start: ["Start", "开始"],
  start_hint: ["Until {name} presses Start, the bot can't write here.", "{name} 点「开始」之前，机器人不能在这里发消息。"],
  blocked_hint: ["{name} has blocked the bot.", "{name} 已屏蔽机器人。"],
  unblock: ["Unblock", "解除屏蔽"],
  block: ["Block the bot", "屏蔽机器人"],
  leave: ["Leave the group as {name}", "{name} 退出群聊"],
  enter: ["Bring {name} into the group", "把 {name} 拉进群"],
  bot_enter: ["Add the bot to the group", "把机器人拉进群"],
  bot_leave: ["Remove the bot from the group", "把机器人移出群"],
  bot_admin: ["Make the bot an admin", "设机器人为管理员"],
  bot_member: ["Take the bot's admin right", "取消机器人的管理员权限"],
  chat_menu: ["Chat options", "聊天选项"],
  menu: ["More", "更多"],
  theme: ["Light or dark", "浅色 / 深色"],
  other_lang: ["中文", "English"],
  keys: ["Keyboard", "快捷键"],
  save_story: ["Save story", "保存剧本"],
  open_story: ["Open story …", "打开剧本……"],
  start_over: ["Start over in an empty group", "清空，从头开始"],
  story_saved: ["Story saved.", "剧本已保存。"],
  story_opened: ["Story opened.", "剧本已打开。"],
  story_opening: ["Playing the story again …", "正在重放剧本……"],
  story_part: ["The story went as far as step {n} of {all}: {why}", "剧本放到第 {n} 步（共 {all} 步）：{why}"],
  story_bad: ["This file isn't a saved story.", "这个文件不是保存的剧本。"],
  show_time: ["Show time", "排练时间"],
  clock: ["Clock", "时钟"],
  next_cue: ["Next cue", "下一个提醒"],
  minute: ["+1 min", "+1 分钟"],
  hour: ["+1 h", "+1 小时"],
  golive: ["To go-live", "到开播"],
  cues: ["Cues to come", "接下来的提醒"],
  no_cues: ["No cues yet. Plan a show, and they line up here.", "还没有提醒。排好一场直播，它们就会列在这里。"],
  jump_to: ["{label}, {time}: {title}. Jump there.", "{label}，{time}：{title}。跳到这一刻。"],
  and_more: ["+{n}", "+{n}"],
  go_live: ["Go-live", "开播"],
  play: ["Play by itself", "自动演示"],
  plays: ["Clear the stage and play …", "清场，从头演示……"],
  play_show: ["A whole show, from set-up to review", "整场直播：从设置到复盘"],
  play_preparation: ["The preparation: a moved start, an absent anchor, a HOLD", "备播：改期、主播没到岗、延后开播"],
  pause: ["Pause", "暂停"],
  resume: ["Continue", "继续"],
  step: ["One step", "走一步"],
  stop: ["Stop", "结束"],
  speed: ["Speed {n}×", "{n} 倍速"],
  step_of: ["{n} / {all}", "{n} / {all}"],
  play_done: ["That was the show. The team is yours now: carry on by hand.", "演示到这里。接下来由你来：直接接着操作就行。"],
  play_stuck: ["Stopped at step {n}: no button “{find}” for {name} here.", "停在第 {n} 步：{name} 这里找不到按钮「{find}」。"],
  play_failed: ["Stopped at step {n}: {why}", "停在第 {n} 步：{why}"],
  play_none: ["The show to play couldn't be fetched.", "取不到演示内容。"],
  coach_press: ["{you}. Press “{button}” to begin, or {play} to watch a whole show.", "{you}。点「{button}」开始，或点 {play} 看一整场直播。"],
  coach_wait: ["{you}. The bot is about to say hello.", "{you}。机器人马上来打招呼。"],
  close: ["Close", "关闭"],
  ok: ["OK", "好"],
  lost: ["No connection to the rehearsal. Trying again …", "与排练的连接断了，正在重连……"],
  no_answer: ["The bot didn't answer this press.", "机器人没有回应这次点按。"],
  not_sent: ["Not sent: {why}", "没有发出：{why}"],
  not_moved: ["The clock didn't move: {why}", "时钟没有动：{why}"],
  joined: ["{who} joined the group", "{who} 加入了群聊"],
  added: ["{by} added {who}", "{by} 邀请 {who} 进群"],
  left: ["{who} left the group", "{who} 退出了群聊"],
  removed: ["{by} removed {who}", "{by} 把 {who} 移出了群聊"],
  did_pin: ["{who} pinned a message", "{who} 置顶了一条消息"],
  group_made: ["{who} created the group", "{who} 创建了群聊"],
  migrated: ["The group became a supergroup", "群聊已升级为超级群"],
  renamed: ["{who} named the group “{title}”", "{who} 把群名改为「{title}」"],
  why_no_cue_ahead: ["nothing is planned ahead.", "后面没有安排提醒。"],
  why_no_golive_ahead: ["no show is planned ahead.", "后面没有排好的直播。"],
  why_clock_runs_forward: ["that moment has passed; a show never runs backwards.", "那一刻已经过去，时钟只能往前走。"],
  why_over: ["the rehearsal is over. Start it again with make rehearse.", "彩排已经结束，用 make rehearse 重新开始。"],
  why_bot_is_slow: ["the bot is still at work. Try again in a moment.", "机器人还在忙，稍后再试。"],
  why_not_a_member: ["this person isn't in the group.", "这个人不在群里。"],
  why_bot_blocked: ["this person has blocked the bot.", "这个人屏蔽了机器人。"],
  why_empty_text: ["there is nothing in it.", "内容是空的。"],
  why_text_too_long: ["it is too long for one message (4,096 characters).", "超出了一条消息的长度（4096 个字符）。"],
  why_no_such_message: ["that message is gone.", "那条消息已经不在了。"],
  why_no_such_button: ["that button is gone.", "那个按钮已经不在了。"],
  why_no_such_chat: ["this chat isn't open yet.", "这个聊天还没有打开。"],
  why_no_such_file: ["the file couldn't be read.", "读不到这个文件。"],
  why_moved: ["the group has become a supergroup.", "群聊已升级为超级群。"],
  why_no_such_person: ["nobody by that name is here.", "没有这个人。"],
  why_no_such_topic: ["that topic is closed.", "这个话题已经关闭。"],
  why_not_a_story: ["this file isn't a saved story.", "这个文件不是保存的剧本。"],
  why_other: ["the rehearsal said “{code}”.", "排练返回「{code}」。"],
  key_people: ["be somebody else", "切换身份"],
  key_palette: ["find a person", "搜索成员"],
  key_chats: ["group / private chat", "群聊 / 私聊"],
  key_write: ["write a message", "写消息"],
  key_command: ["commands", "命令菜单"],
  key_walk: ["walk through the messages, R replies", "逐条浏览消息，R 回复"],
  key_next: ["clock to the next cue", "时钟跳到下一个提醒"],
  key_play: ["play, pause", "播放、暂停"],
  key_step: ["one step of the show", "演示走一步"],
  key_help: ["this list", "显示本列表"],
};

let current = "en";

export const langs = ["en", "zh"];
export const lang = () => current;
export const locale = () => (current === "zh" ? "zh-CN" : "en-GB");

export function speak(code) {
  current = String(code || "").startsWith("zh") ? "zh" : "en";
  document.documentElement.lang = locale();
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = t(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.dataset.label));
    if (node.tagName === "BUTTON") node.title = t(node.dataset.label);
  }
  for (const node of document.querySelectorAll("[data-hint]")) {
    node.placeholder = t(node.dataset.hint);
    node.setAttribute("aria-label", node.placeholder);
  }
}

export function t(key, values = {}) {
  const said = WORDS[key][current === "zh" ? 1 : 0];
  const filled = said.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  return filled.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, "$1");
}

// What the server refuses with a short name, in words.
export const because = (code) => (WORDS[`why_${code}`] ? t(`why_${code}`) : t("why_other", { code }));

// The server may give a text in both languages, or plain.
export const either = (said) => (said && typeof said === "object" ? (said[current] ?? said.en ?? "") : (said ?? ""));
