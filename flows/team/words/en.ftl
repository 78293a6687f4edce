## Setting up

team-hello = Hello! I am <b>Callboard</b>. I walk your live-stream team through every show: preparation, the roll call, hand-offs on air, and the review. I call the right person at the right moment, so nobody has to chase.
    A group admin presses <b>Set up</b>: three choices, half a minute.
team-set-up = Set up
team-setup-language = <b>1 of 3</b> · Which language does this group speak?
    本群使用哪种语言？
team-english = English
team-chinese = 中文
team-says-en = en, english, 英文, 英语
team-says-zh = zh, cn, chinese, 中文, 汉语
team-setup-zone = <b>2 of 3</b> · In which time zone do you work? Another one: /timezone later.
team-setup-playbook = <b>3 of 3</b> · Which playbook fits? It brings roles, checklist, calls and questions; you can change it later.
team-setup-playbook-line = <b>{ $title }</b>: { $who }
team-setup-done = ✅ All set: <b>{ $playbook }</b>. It is { $now } here ({ $zone }).
team-setup-next = <b>Everyone</b>: press Join and pick your roles.
    <b>Leads</b>: then plan the first show: the button below, or /new.
team-join = Join
team-setup-in-group = /setup works in the team's group. Add me there first.
team-setup-unclear = I can't read that. In one line: language, time zone, playbook, for example /setup en Europe/Berlin live-commerce. Playbooks: { $playbooks }. Or /setup alone, and press.
team-setup-admins-only = Only the group's admins can set me up.
team-setup-admins-unknown = I could not ask Telegram who the admins are. Please try again.
team-log-set-up = { $who } set up the team

## Joining

team-welcome = Welcome, { $who }! Press Join and pick your roles.
team-join-open = { $who }, open our private chat and pick your roles there.
team-says-backup = backup, as backup
team-role-unknown = I don't know the role “{ $said }”. There are: { $roles }.
team-join-open-only = One more step: open our private chat once, so that I can reach you.
team-roles-question = Which roles do you take in <b>{ $team }</b>?
    One press: ✓ it is mine. Two: ◐ I back it up. Three: not mine.
team-roles-of = Which roles does <b>{ $who }</b> take in <b>{ $team }</b>?
    One press: ✓ theirs. Two: ◐ as a backup. Three: not theirs.
team-roles-yours = { $roles }
team-role-none = { $role }
team-role-held = ✓ { $role }
team-role-backup = ◐ { $role }
team-roles-more = More roles
team-roles-done = Done
team-join-nothing = You hold no role now, so nobody asks you for a seat. Pick one, now or any time.
team-sits = You have a seat as { $role } in:
team-sits-other = { $who } has a seat as { $role } in:
team-sits-line = • <b>{ $title }</b>, { $at }
team-sits-more = … and { $count } more
team-give-up-then = If you give the role up, the lead hears and picks somebody else. Until then the seat stays yours.
team-give-up-then-other = Without the role, the show's lead is asked who sits there instead. Until then the seat stays { $who }'s.
team-give-up = Give up { $role }
team-hold = Keep the role
team-role-taken = { $by } took the role { $role } from you in <b>{ $team }</b>.
team-join-done = ✅ Noted, { $who }. You can change it any time with /join.
team-join-done-for = ✅ Noted for { $who }.
team-joined = { $who } is in. { $roles }
team-join-changed = ✅ Noted, { $who }: { $roles }. All your roles: /join
team-join-same = { $who }, you have these already. { $roles }
team-roles-set = { $by } has changed the roles of { $who }.
team-roles = Roles: { $roles }
team-role-as-backup = { $role } (backup)

## The team

team-title = <b>{ $team }</b> · { $people ->
    [one] 1 person
   *[other] { $people } people
}
team-leads = Leads: { $who }
team-role-line = <b>{ $role }</b>: { $who }
team-role-line-backup = <b>{ $role }</b>: { $who } · backup { $backups }
team-empty = ⚠️ Nobody yet for: { $roles }. Whoever does one of these sends /join.
team-unreachable = 🔕 I can't write in private to: { $who }. They press Start in our private chat once.
team-manage-button = Manage
team-manage = <b>{ $team }</b>: who is it about?
team-gone = ↩ { $who }
team-earlier = ‹ Earlier
team-later = Later ›
team-page = <i>Page { $page } of { $pages }</i>
team-invite = Ask people to join
team-invitation = { $who } asks you to join <b>{ $team }</b>: press Join and pick your roles. Who has joined already need do nothing.
team-invited = I have put it in the group.
team-reach-button = Call them in the group
team-reach-them = { $who }: I can't write to you in private yet. Press the button, then Start. It takes two seconds.
team-reaching = I have called them in the group.
team-reached = Everybody can be reached by now.
team-away-now = 🌴 Away: { $who }
team-who-away = { $who } (until { $last })
team-more = { $count } more
team-member = <b>{ $who }</b>{ $lead ->
    [yes] {" "}· lead
   *[no] {""}
}
team-member-unreachable = 🔕 The private chat is not open: press Start there once.
team-make-lead = Make lead
team-unmake-lead = No longer lead
team-remove = Remove from the team
team-remove-sure = Remove { $who } from the team? Seats in coming shows open up, and I ask who takes over.
team-remove-yes = Yes, remove { $who }
team-removed = { $who } is not in the team any more.
team-take-in = Take back in
team-change-roles = Roles
team-back = { $who } is back in the team.
team-come-asked = You were taken out of this team. I have asked { $who } whether you come back in.
team-come-asks = { $who }, who was taken out of <b>{ $team }</b>, wants to come back in. If you leave it, nothing changes.
team-you-removed = { $by } took you out of <b>{ $team }</b>. I will not call you for it any more.
team-put-out = { $by } removed { $who } from the Telegram group: { $who } is out of <b>{ $team }</b> too. To have them back: an admin lets them into the group again, then you press the button.
team-some-admin = An admin
team-you-back = You are back in <b>{ $team }</b>, with the roles that you had. /join changes them.
team-no-lead = ⚠️ { $who } was the only lead, and is no longer in the team. A group admin presses the button and becomes lead.
team-last-lead = This is the only lead. Make somebody else lead first.
team-you-lead = { $by } made you a lead of <b>{ $team }</b>. /help shows what that opens.
team-you-no-lead = { $by } took back your lead rights in <b>{ $team }</b>. Your roles and seats stay.
team-gave-lead-up = You have given up your lead rights in <b>{ $team }</b>. Your roles and seats stay.
team-you-lead-as-admin = You are an admin of the group now, so you lead <b>{ $team }</b> too. /help shows what that opens.
team-you-no-lead-no-admin = You are no admin of the group any more, so you do not lead <b>{ $team }</b> either. Your roles and seats stay; a lead can make you lead again.
team-you-stay-lead = You are no admin of the group any more. You still lead <b>{ $team }</b>, as nobody else does: /team → Manage makes somebody else lead.
team-asked-no-more = What I was asking you as a lead is closed; nothing was changed.
team-log-back = { $who } took { $whom } back into the team
team-log-lead = { $who } made { $whom } a lead
team-log-no-lead = { $who } took lead rights from { $whom }
team-log-admin = { $who } became an admin of the group, and so a lead
team-log-no-admin = { $who } is no admin of the group any more, and so no lead
team-log-removed = { $who } removed { $whom } from the team
team-log-put-out = { $by } removed { $who } from the group
team-log-joined = { $who } joined the team
team-log-left = { $who } left the group

## Role cards

team-role-which = Which role? For example /role anchor. There are: { $roles }.
team-role-title = <b>{ $role }</b> · { $short }
team-role-duties = <b>Duties</b>
team-role-requirements = <b>Requirements</b>
team-role-skills = <b>Skills</b>
team-role-training = <b>Training</b>
team-role-stand-in = Can stand in: { $roles }
team-role-reports = Reports to: { $role }
team-role-reports-who = Reports to: { $role } ({ $who })
team-role-show-button = In a show
team-role-work-button = The role
team-role-gone = The team's playbook no longer has this role. /role shows those it has.
team-role-show = <b>{ $role }</b> in a show
team-role-before = <b>Before</b>
team-role-during = <b>On air</b>
team-role-after = <b>Afterwards</b>
team-role-asked = <b>What I ask for, and by when</b>
team-role-start-before = • { $span } before the start: { $what }
team-role-start-sharp = • At the start: { $what }
team-role-start-after = • { $span } after the start: { $what }
team-role-end-before = • { $span } before the end: { $what }
team-role-end-sharp = • At the end: { $what }
team-role-end-after = • { $span } after the end: { $what }
team-role-reviewed = • In the review: { $what }
team-bullet = • { $text }

## About oneself

team-me-reads = Language: { $language } · time zone: { $zone }
team-me-reachable = Private chat: open
team-language-me = In which language shall I write to you?
team-language-team = In which language shall I write in this group?
team-language-own = I write to you in English, as your Telegram does. /language changes that.
team-language-kept = From now on in English.
team-zone = { $zone } ({ $key })
team-zone-now = { $zone }, it is { $now }. Another: /timezone and a city, such as /timezone Berlin
team-zone-kept = Kept: { $zone }, it is { $now }.
team-zone-kept-team = Kept for the team: { $zone }, it is { $now }. All times here are shown and read in it.
team-zone-follow = Follow the team's zone
team-zone-unknown = I don't know that time zone. Send a city, for example /timezone Berlin, or /timezone Asia/Shanghai.

## Quiet hours

team-quiet-button = Quiet hours …
team-quiet-button-never = Never quiet
team-quiet-button-default = As the bot is set up
team-quiet-now = 🌙 Quiet hours: { $hours }
team-quiet-none = 🌙 No quiet hours
team-quiet-how = In quiet hours I ask nobody anything that can wait for the morning. A show that is about to start or under way goes on as ever.
team-quiet-change = Press one, or type it: /quiet 23:00-08:00 · /quiet never
team-quiet-unclear = When shall it be quiet? From when to when, up to 14 hours: /quiet 23:00-08:00. Or /quiet never.
team-quiet-kept = { $now } (set by { $who })
team-says-never = never, off, none, no, 从不, 不要, 关, 关闭, 取消
team-log-quiet = { $who } changed the quiet hours. { $now }

## Absences

team-away-unclear = Which days? For example: /away 1-5 Dec, or /away tomorrow.
team-away-past = Those days are over. Which coming days are you away?
team-days = { $first } to { $last }
team-day-year = { $day } { $year }
team-away-end-first = I read { $days }: that ends before it begins. Which days are you away? For example: /away 1-5 Dec
team-away-sure = Away <b>{ $days }</b>, { $count } days: is that right?
    If not, send the days again.
team-away-yes = Yes, keep it
team-away-kept = Kept: away { $days }. You will not be scheduled or called then.
team-away-long = That is more than a year. Please give days within a year, for example: /away 1-5 Dec
team-away-in = In all your teams: { $teams }
team-away-undo = Back sooner? /away shows it, with a button that takes it back.
team-away-after-all = I am there after all: { $days }
team-away-back = Taken back: you are there { $days }.
team-away-line = Away { $days }
team-away-none = No absences kept.
team-away-how = Add one: /away 1-5 Dec
team-may-away = away { $days }
team-may-gone = no longer in the team

## Moving a team to another chat

team-move-button = Move to another chat …
team-move-how = To move <b>{ $team }</b> with all that belongs to it: add me to the new group, and there, or in one of its topics, send
    <code>/setup { $code }</code>
    It works once, within an hour, for you alone. A group that becomes a supergroup needs none of this.
team-move-unknown = I don't know that code. A lead gets one with /team → Manage → Move to another chat; it works once, within an hour. To set up a new team: /setup alone.
team-move-taken = Here is the team { $team } already. Send it in a group or topic that has none.
team-move-gone = ↗ <b>{ $team }</b> has moved to another chat or topic. Nothing more about it comes here.
team-move-done = ✅ <b>{ $team }</b> is here now, brought by { $who }: people, shows and log have come along, and everybody stays a member.
team-log-moved = { $who } moved the team to another chat

## Taking a team down

team-down-button = Take the team down …
team-down-file = Here is everything I keep of <b>{ $team }</b>: people and roles, shows, checklists, log, reviews; one row a line (JSON). Keep it well: after the next two presses it is gone from here.
team-down-go-on = I have the file. Go on
team-down-not-sent = The file is still on its way to you. A moment, then press again.
team-down-sure = <b>Erase { $team } for good?</b> { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $shows ->
    [one] 1 show
   *[other] { $shows } shows
}, and all that belongs to them. Nobody can bring it back. I stay in the group; /setup begins anew.
team-down-yes = Yes, erase { $team }
team-down-told = { $who } has taken down the team <b>{ $team }</b>. Nothing more comes of it. A group admin can begin anew with /setup.
team-down-done = Erased: <b>{ $team }</b>.
team-down-under-way = { $title } is under way. Take the team down after it.

## Help

team-help = <b>{ $who }</b>, what you can do now in { $team }:
team-help-always = /team who does what · /role a role's card · /join your roles · /away days off · /language · /timezone
team-command-help = What you can do now
team-command-setup = Set up this group
team-command-join = Join and pick your roles
team-command-team = Who does what
team-command-role = A role's card
team-command-whoami = What I know about you
team-command-away = Days off
team-command-language = Language
team-command-timezone = Time zone
team-command-quiet = Quiet hours
