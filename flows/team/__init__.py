"""Who the team is: set-up of the group, joining, roles, absences, and what each person can do now."""

from pathlib import Path

from bot.crew import Member, Team
from bot.flow import Command, Flow, Heard, Maker, Press
from flows.team import away, cards, comings, joining, managing, picking, quiet, relocating, settings, setup, takedown

flow = Flow(
    name="team",
    folder=Path(__file__).parent,
    commands={
        "help": Command(cards.show_help, team=False),
        "setup": Command(relocating.begin, team=False, admins=True, lead=False),
        "join": Command(joining.join, open_door=True, admins=True),
        "team": Command(cards.show_team),
        "role": Command(cards.show_role),
        "whoami": Command(cards.show_me),
        "away": Command(away.leave, team=False),
        "language": Command(settings.language, team=False),
        "timezone": Command(settings.timezone, team=False),
        "quiet": Command(quiet.quiet),
    },
    presses={
        "setup": Press(setup.press_begin, Team, open_door=True, admins=True),
        "choose": Press(setup.choose, Team, open_door=True, admins=True),
        "join": Press(joining.press_join, Team, open_door=True, admins=True),
        "role": Press(picking.toggle_role, Member),
        "giveup": Press(picking.give_up, Member),
        "hold": Press(picking.hold, Member),
        "more": Press(picking.more_roles, Member),
        "joined": Press(joining.finish, Member),
        "language": Press(settings.choose_language, Team, open_door=True),
        "manage": Press(managing.list_members, Team, lead=True),
        "member": Press(managing.show_member, Member, lead=True),
        "lead": Press(managing.toggle_lead, Member, lead=True),
        "remove": Press(managing.ask_remove, Member, lead=True),
        "removed": Press(managing.remove, Member, lead=True),
        "kept": Press(managing.keep, Member, lead=True),
        "roles": Press(managing.roles, Member, lead=True),
        "takein": Press(managing.take_in, Member, lead=True),
        "invite": Press(managing.invite, Team, lead=True),
        "reach": Press(managing.reach, Team, lead=True),
        "relocate": Press(relocating.explain, Team, lead=True),
        "takedown": Press(takedown.begin, Team, lead=True),
        "downsure": Press(takedown.ask_again, Team, lead=True),
        "down": Press(takedown.erase, Team, lead=True),
        "away": Press(away.keep, Member),
        "back": Press(away.take_back, Member),
        "zone": Press(settings.follow_zone, Team),
        "quiet": Press(quiet.choose, Team, lead=True),
    },
    heard={
        Heard.BOT_ADDED: comings.bot_added,
        Heard.BOT_REMOVED: comings.bot_removed,
        Heard.CAME: comings.came,
        Heard.LEFT: comings.left,
        Heard.REMOVED: managing.removed_in_telegram,
        Heard.PROMOTED: comings.promoted,
        Heard.DEMOTED: comings.demoted,
        Heard.STARTED: joining.started,
    },
    may=away.may,
    makers={"everything": Maker(takedown.gather, takedown.draw)},
)
