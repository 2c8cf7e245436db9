"""iCalendar files (RFC 5545) for letters and for the calendar that a person subscribes to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

import icalendar
import msgspec
from icalendar import Calendar, Component, Timezone, vCalAddress, vText

from icabinet.clock import HANOI, local
from icabinet.domain.calendar import Event

ZONE = "Asia/Ho_Chi_Minh"
PRODUCT = "-//i-Cabinet//VI"


class Person(msgspec.Struct, frozen=True):
    name: str
    address: str


class Entry(msgspec.Struct, frozen=True):
    """One meeting of a feed. `changed_at`: when anything about it changed last."""

    meeting: str
    event: Event
    changed_at: int
    description: str = ""
    link: str = ""


def uid(meeting: str) -> str:
    """The same for ever, in letters and in the feed, so that a calendar holds one entry."""
    return f"{hashlib.sha256(meeting.encode()).hexdigest()[:32]}@icabinet"


def message(entry: Entry, organizer: Person, attendee: Person) -> bytes:
    """The calendar part of a letter (RFC 6047)."""
    calendar = _calendar()
    calendar.add("method", entry.event.method)
    event = _event(entry)
    event.add("organizer", _address(organizer), encode=False)
    invited = _address(attendee)
    invited.params["ROLE"] = vText("REQ-PARTICIPANT")
    invited.params["PARTSTAT"] = vText("NEEDS-ACTION")
    invited.params["RSVP"] = vText("FALSE")  # the answer is given in the cabinet, where the chair sees it
    event.add("attendee", invited, encode=False)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def feed(entries: Iterable[Entry], name: str) -> bytes:
    """A calendar to subscribe to. Equal entries give equal bytes."""
    calendar = _calendar()
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", "PT15M", parameters={"VALUE": "DURATION"}, encode=False)
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(_zone())
    return calendar


def _zone() -> Component:
    """Việt Nam has kept UTC+7 without summer time since 13 June 1975 (IANA tz database)."""
    return Timezone.from_ical(
        f"BEGIN:VTIMEZONE\r\nTZID:{ZONE}\r\nBEGIN:STANDARD\r\nDTSTART:19750613T000000\r\n"
        "TZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nTZNAME:+07\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


def _event(entry: Entry) -> icalendar.Event:
    told, event = entry.event, icalendar.Event()
    event.add("uid", uid(entry.meeting))
    event.add("dtstamp", datetime.fromtimestamp(entry.changed_at // 1000, UTC))
    event.add("dtstart", _wall(told.starts_at), parameters={"TZID": ZONE})
    event.add("dtend", _wall(told.ends_at), parameters={"TZID": ZONE})
    event.add("summary", told.title)
    event.add("location", told.place)
    event.add("sequence", told.sequence)
    event.add("status", "CANCELLED" if told.method == "CANCEL" else "CONFIRMED")
    if entry.description:
        event.add("description", entry.description)
    if entry.link:
        event.add("url", entry.link)
    return event


def _wall(at: int) -> datetime:
    """The clock on the wall of the meeting room; its zone is told by TZID."""
    return local(at).astimezone(HANOI).replace(tzinfo=None, microsecond=0)


def _address(person: Person) -> vCalAddress:
    address = vCalAddress(f"MAILTO:{person.address}")
    address.params["CN"] = vText(person.name)
    return address
