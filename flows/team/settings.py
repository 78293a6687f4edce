"""Language and time zone: a person's own in private, the team's in the group."""

from bot.crew import Team
from bot.desk import Desk
from bot.flow import Button
from bot.words import LANGUAGES, w
from flows.team.rules import zone_named


def language(desk: Desk, text: str) -> None:
    """/language, with a choice or with buttons; in the group it is the team's, and for leads."""
    said = text.strip().lower()
    chosen = next((code for code in LANGUAGES if said in desk.house.synonyms(f"team-says-{code}")), None)
    if desk.team is None:
        desk.refuse(w("inbox-no-team-yet"))
    if chosen:
        choose_language(desk, desk.team, chosen, "team" if desk.in_group else "me")
        return
    whose = "team" if desk.in_group else "me"
    desk.reply(
        w(f"team-language-{whose}"),
        buttons=[
            [Button(w("team-english"), "team.language", (desk.team.id, "en", whose))],
            [Button(w("team-chinese"), "team.language", (desk.team.id, "zh", whose))],
        ],
    )


def choose_language(desk: Desk, team: Team, code: str, whose: str) -> None:
    if code not in LANGUAGES:
        desk.refuse(w("inbox-gone"))
    if whose == "team":
        if not desk.is_lead:
            desk.refuse(w("inbox-leads-only"))
        team.language = code
        desk.say(desk.group(team), w("team-language-kept"))
    else:
        desk.person.language = code
        desk.say(desk.private(desk.person, team), w("team-language-kept"))


def timezone(desk: Desk, text: str) -> None:
    """/timezone with a zone or a city; alone it shows what is kept."""
    assert desk.team is not None
    zone = zone_named(text)
    if not text.strip():
        desk.reply(w("team-zone-now", zone=desk.here.reader.zone, now=desk.now))
    elif zone is None:
        desk.refuse(w("team-zone-unknown"))
    elif not desk.in_group:
        desk.person.timezone = zone
        desk.say(desk.private(desk.person), w("team-zone-kept", zone=zone, now=desk.now))
    elif desk.is_lead:
        desk.team.timezone = zone
        desk.say(desk.group(desk.team), w("team-zone-kept", zone=zone, now=desk.now))
    else:
        desk.refuse(w("inbox-leads-only"))
