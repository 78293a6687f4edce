"""Language and time zone: a person's own in private, the team's in the group."""

from functools import cache
from zoneinfo import available_timezones

from babel.core import get_global
from babel.dates import get_timezone_location
from sqlmodel import col, select

from bot import roster
from bot.crew import AHEAD, OVER, Assignment, Stream, Team
from bot.desk import Desk
from bot.flow import Button, Change
from bot.message import Priority
from bot.words import LANGUAGES, Piece, Reader, Zone, w
from flows.team.mine import memberships
from flows.team.rules import zone_named, zones


def language(desk: Desk, text: str) -> None:
    """/language, with a choice or with buttons; in the group it is the team's, and for leads."""
    said = text.strip().lower()
    chosen = next((code for code in LANGUAGES if said in desk.house.synonyms(f"team-says-{code}")), None)
    whose = "team" if desk.in_group else "me"
    team = desk.get(Team, memberships(desk)[0].team_id)
    if chosen:
        choose_language(desk, team, chosen, whose)
        return
    desk.reply(
        w(f"team-language-{whose}"),
        buttons=[
            [Button(w("team-english"), "team.language", (team.id, "en", whose))],
            [Button(w("team-chinese"), "team.language", (team.id, "zh", whose))],
        ],
    )


def choose_language(desk: Desk, team: Team, code: str, whose: str) -> None:
    if code not in LANGUAGES:
        desk.refuse(w("inbox-gone"))
    if whose == "team":
        if not desk.is_lead:
            desk.refuse(roster.leads_only(desk))
        team.language = code
        show_team_anew(desk, team)
        desk.say(desk.group(team), w("team-language-kept"))
    else:
        desk.person.language = code
        _show_person_anew(desk)
        desk.say(desk.private(desk.person, team), w("team-language-kept"))


def timezone(desk: Desk, text: str) -> None:
    """/timezone with a zone or a city; alone it shows what is kept, and in private the way back to the team's."""
    team = desk.get(Team, memberships(desk)[0].team_id)
    zone = zone_said(desk, team, text)
    if not text.strip():
        own = not desk.in_group and desk.person.timezone
        back = [[Button(w("team-zone-follow"), "team.zone", (team.id,))]] if own else []
        desk.reply(w("team-zone-now", zone=_named(desk.here.reader.zone), now=desk.now), buttons=back)
    elif zone is None:
        desk.refuse(w("team-zone-unknown"))
    elif not desk.in_group:
        desk.person.timezone = zone
        _show_person_anew(desk)
        desk.say(
            desk.private(desk.person), w("team-zone-kept", zone=_named(zone), now=desk.now), priority=Priority.REPLY
        )
    elif desk.is_lead:
        team.timezone = zone
        show_team_anew(desk, team)
        desk.say(desk.group(team), w("team-zone-kept-team", zone=_named(zone), now=desk.now), priority=Priority.REPLY)
    else:
        desk.refuse(roster.leads_only(desk))


def _named(zone: str) -> Piece:
    """The name that people say, and the one that they type."""
    return w("team-zone", zone=Zone(zone), key=zone) if "/" in zone else Zone(zone)


def zone_said(desk: Desk, team: Team, text: str) -> str | None:
    """The zone that somebody typed, by its name, its city in either language, or what it is called here."""
    return zone_named(text, _called(desk, team)) or _cities().get(text.strip().casefold())


@cache
def _cities() -> dict[str, str]:
    """Zones by their cities, as each language writes them; a tenth of a second, so not before somebody types one."""
    aliases = get_global("zone_aliases")
    keys = [key for key in sorted(available_timezones()) if "/" in key and key not in aliases]
    return {
        get_timezone_location(key, locale=language, return_city=True).casefold(): key
        for language in LANGUAGES
        for key in keys
    }


def _called(desk: Desk, team: Team) -> dict[str, str]:
    """The zones that this team is shown, by their names in every language."""
    plain = desk.house.dictionary.plain
    near = dict.fromkeys([team.timezone, *zones(team.language, desk.house.timezone)])
    return {plain(Zone(zone), Reader(language)): zone for zone in near for language in LANGUAGES}


def follow_zone(desk: Desk, team: Team) -> None:
    """[Follow the team]: times are shown in the team's zone again."""
    desk.person.timezone = None
    _show_person_anew(desk)
    desk.reply(w("team-zone-kept", zone=_named(desk.private(desk.person, team).reader.zone), now=desk.now))


def show_team_anew(desk: Desk, team: Team) -> None:
    """The team has another language or clock: what hangs follows at once, and what is planned by it."""
    desk.follow(team)
    for stream in desk.session.exec(_SHOWS.where(Stream.team_id == team.id)):
        _show_anew(desk, stream)


def _show_person_anew(desk: Desk) -> None:
    """The same for one person: the cards of the shows that they sit in."""
    desk.follow(desk.person)
    mine = select(Assignment.stream_id).where(Assignment.person_id == desk.person.id)
    for stream in desk.session.exec(_SHOWS.where(col(Stream.id).in_(mine), col(Stream.phase).in_(AHEAD))):
        _show_anew(desk, stream)


def _show_anew(desk: Desk, stream: Stream) -> None:
    if stream.phase in AHEAD:
        desk.tell(stream, Change.READERS)
    else:
        desk.touch(stream)


_SHOWS = select(Stream).where(col(Stream.phase).not_in(OVER)).order_by(col(Stream.starts_at))
