"""Statistics are for the administrator and the secretary of the office, on the screen and as spreadsheets."""

from __future__ import annotations

from tests.server.conftest import Server

SHEETS = {
    "meetings": "cuoc-hop-theo-nguoi",
    "circulations": "lay-y-kien-theo-nguoi",
    "tasks": "nhiem-vu-theo-nguoi",
}


def test_who_reads_statistics_and_in_which_forms(server: Server) -> None:
    secretary, administrator, member = (server.tab(name) for name in ("secretary", "administrator", "d1"))
    for subject, sheet in SHEETS.items():
        place = f"/api/statistics/{subject}"
        for tab in (secretary, administrator):
            assert tab.http.get(f"{place}?since=0&until=9").json()["total"]
        for ending in ("", ".xlsx", f"/{sheet}.csv"):
            assert member.http.get(f"{place}{ending}?since=0&until=9").status_code == 403
        assert secretary.http.get(f"{place}.xlsx?since=0&until=9").content.startswith(b"PK")
        csv = secretary.http.get(f"{place}/{sheet}.csv?since=0&until=9")
        assert csv.content.startswith(b"\xef\xbb\xbf") and f'"{sheet}.csv"' in csv.headers["content-disposition"]
        assert secretary.http.get(f"{place}/nothing.csv?since=0&until=9").status_code == 404
        assert secretary.http.get(f"{place}?since=0&until=x").status_code == 400
