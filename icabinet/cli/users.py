"""Making people from the command line: the first administrator has nobody to ask."""

from __future__ import annotations

import secrets

import click

from ..actions import OFFICE, perform
from ..domain.audience import SYSTEM
from ..domain.commands import CreateUser, SetPassword
from ..domain.errors import Refused
from ..domain.people import OfficeRole
from ..server.problems import Problem, in_words
from ..server.sign_in import hash_password
from ..settings import Settings
from ..store.database import Database
from ..store.schema import upgrade


def create(settings: Settings, login: str, name: str, role: OfficeRole, password: str) -> str:
    """Creates a person and returns the id. Raises click.ClickException in words for people."""
    upgrade(settings.database_url)
    db = Database(settings.database_url)
    user = f"u{secrets.token_hex(8)}"
    try:
        hash_ = hash_password(password)
        made = CreateUser(user=user, login=login, name=name, role=role)
        db.write(lambda s: perform(s, OFFICE, SYSTEM, f"create-{user}", made))
        db.write(lambda s: perform(s, OFFICE, SYSTEM, f"password-{user}", SetPassword(user=user, hash=hash_)))
    except (Refused, Problem) as problem:
        raise click.ClickException(in_words(problem.code, dict(problem.facts))) from problem
    finally:
        db.close()
    return user
