"""From an empty group to a team: language, time zone and playbook, one card, three presses."""

from collections.abc import Sequence

from bot import roster
from bot.crew import Member, Person, Team
from bot.desk import Desk
from bot.flow import Button
from bot.place import Place
from bot.whereabouts import LONGEST_TITLE
from bot.words import LANGUAGES, Joined, Piece, Reader, Zone, w
from flows.team import cards, settings
from flows.team.rules import zones


def begin(desk: Desk, _text: str) -> None:
    """/setup, in a group or one of its topics."""
    if not desk.in_group:
        desk.refuse(w("team-setup-in-group"))
    team = team_here(desk)
    must_be_admin(desk, team)
    desk.reply(*_question(desk, team), buttons=_buttons(desk, team), card=card(team))


def press_begin(desk: Desk, team: Team) -> None:
    must_be_admin(desk, team)
    desk.show(card(team), *_question(desk, team), buttons=_buttons(desk, team))


def choose(desk: Desk, team: Team, what: str, value: str) -> None:
    """One of the three presses; any admin may make any of them."""
    must_be_admin(desk, team)
    if what == "language" and value in ("en", "zh"):
        team.language = value
        _show(desk, team, "zone")
    elif what == "zone":
        team.timezone = zones(team.language, desk.house.timezone)[int(value)]
        _show(desk, team, "playbook")
    elif what == "playbook" and value in desk.house.playbooks:
        team.playbook = value
        _finish(desk, team)


def is_line(desk: Desk, text: str) -> bool:
    """Whether what follows /setup begins with a language."""
    return _language(desk, text.split()[0]) is not None


def at_once(desk: Desk, text: str) -> None:
    """`/setup zh Asia/Shanghai live-commerce`: all of it, or as much as is said; what is missing is asked."""
    team = team_here(desk)
    must_be_admin(desk, team)
    said, *rest = text.split()
    read = _zone_and_playbook(desk, team, rest)
    if read is None:
        desk.refuse(w("team-setup-unclear", playbooks=Joined(list(desk.house.playbooks))))
    zone, playbook = read
    team.language, team.timezone = _language(desk, said) or team.language, zone or team.timezone
    desk.reply(*_question(desk, team), card=card(team))
    if playbook:
        team.playbook = playbook
        _finish(desk, team)
    else:
        _show(desk, team, "playbook" if zone else "zone")


def _language(desk: Desk, said: str) -> str | None:
    return next((one for one in LANGUAGES if said.lower() in desk.house.synonyms(f"team-says-{one}")), None)


def _zone_and_playbook(desk: Desk, team: Team, words: Sequence[str]) -> tuple[str | None, str | None] | None:
    """A city and a playbook's name may have several words; None where nothing fits."""
    for cut in range(len(words), 0, -1):
        zone = settings.zone_said(desk, team, " ".join(words[:cut]))
        named = _playbook(desk, " ".join(words[cut:]))
        if zone and (named or cut == len(words)):
            return zone, named
    return None if words else (None, None)


def _playbook(desk: Desk, said: str) -> str | None:
    """By its key, or its name in either language."""
    plain = said.strip().lower()
    called = {key: {key, one.title.en.lower(), one.title.zh.lower()} for key, one in desk.house.playbooks.items()}
    return next((key for key, names in called.items() if plain in names), None)


def hello(desk: Desk, team: Team) -> None:
    """Said once when the bot comes into a group."""
    place = Place(team.chat_id, desk.here.reader, team.thread_id, None, team.id)
    desk.post(place, card(team), w("team-hello"), buttons=[[Button(w("team-set-up"), "team.setup", (team.id,))]])


def enrol(desk: Desk, team: Team, person: Person, *, admin: bool = False) -> Member:
    """Make a person a present member; an admin of the group leads, and a lead stays one."""
    member = roster.membership(desk.session, team.id, person.id)
    if member is None:
        member = roster.former(desk.session, team.id, person.id)
        member = member or desk.add(Member(team_id=team.id, person_id=person.id))
    member.lead_as_admin = member.lead_as_admin or (admin and not member.lead)
    member.present, member.taken_out, member.lead = True, False, member.lead or admin
    return member


def team_here(desk: Desk) -> Team:
    """The team of this very chat or topic; an unfinished one of the whole chat moves into the topic."""
    place = desk.here
    if desk.team and (desk.team.thread_id == place.thread_id or not desk.team.ready):
        desk.team.thread_id = place.thread_id
        return desk.team
    title = desk.chat_title or str(place.chat_id)
    return desk.add(Team(chat_id=place.chat_id, thread_id=place.thread_id, title=title[:LONGEST_TITLE]))


def must_be_admin(desk: Desk, team: Team | None) -> None:
    """The group's admins set up; a lead may set up again."""
    if desk.admins is None:
        desk.refuse(w("team-setup-admins-unknown"))
    admin = desk.person.id in {author.id for author in desk.admins}
    if not admin and not (team and team.ready and desk.is_lead):
        desk.refuse(w("team-setup-admins-only"))


def _show(desk: Desk, team: Team, step: str) -> None:
    _rewrite(desk, team)
    desk.show(card(team), *_question(desk, team, step), buttons=_buttons(desk, team, step))


def _rewrite(desk: Desk, team: Team) -> None:
    """From now on the card speaks the team's language."""
    desk.adopt(card(team), Reader(team.language, team.timezone))


def _question(desk: Desk, team: Team, step: str = "language") -> list[Piece]:
    if step == "language":
        return [w("team-setup-language")]
    if step == "zone":
        return [w("team-setup-zone", example=desk.now)]
    return [w("team-setup-playbook"), *(_described(desk, key) for key in desk.house.playbooks)]


def _described(desk: Desk, key: str) -> Piece:
    playbook = desk.house.playbooks[key]
    return w("team-setup-playbook-line", title=playbook.title, who=playbook.for_whom)


def _buttons(desk: Desk, team: Team, step: str = "language") -> list[list[Button]]:
    if step == "language":
        return [
            [Button(w("team-english"), "team.choose", (team.id, "language", "en"))],
            [Button(w("team-chinese"), "team.choose", (team.id, "language", "zh"))],
        ]
    if step == "zone":
        offered = zones(team.language, desk.house.timezone)
        flat = [Button(Zone(zone), "team.choose", (team.id, "zone", place)) for place, zone in enumerate(offered)]
        return [flat[i : i + 2] for i in range(0, len(flat), 2)]
    return [
        [Button(playbook.title, "team.choose", (team.id, "playbook", key))]
        for key, playbook in desk.house.playbooks.items()
    ]


def _finish(desk: Desk, team: Team) -> None:
    """The group is a team: its admins are leads, and everybody else presses Join."""
    first_time = not team.ready
    team.ready = True
    for author in desk.admins or ():
        person = desk.session.get(Person, author.id) or desk.add(
            Person(id=author.id, name=author.name, username=author.username)
        )
        enrol(desk, team, person, admin=True)
    desk.member = enrol(desk, team, desk.person)
    _rewrite(desk, team)
    playbook = desk.house.playbook_of(team)
    desk.show(
        card(team),
        w("team-setup-done", playbook=playbook.title, zone=Zone(team.timezone), now=desk.now),
        w("team-setup-next"),
        buttons=[[Button(w("team-join"), "team.join", (team.id,))], *cards.starts(desk, team)],
    )
    if first_time:
        desk.log("team-log-set-up", team_id=team.id)
    else:
        settings.show_team_anew(desk, team)


def card(team: Team) -> str:
    return f"team:hello:{team.id}"
