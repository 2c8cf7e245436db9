"""The assistant's addresses."""

from starlette.routing import Route

from . import archive, ask, cited, history, overview, worded

IN_MEETING = "/api/streams/{stream}"

ROUTES = (
    Route(f"{IN_MEETING}/ask", ask.ask, methods=["POST"]),
    Route("/api/archive", archive.get_choices),
    Route("/api/archive/ask", archive.ask_archive, methods=["POST"]),
    Route(f"{IN_MEETING}/worded/{{answer}}", worded.word, methods=["POST"]),
    Route("/api/wording", worded.get_state),
    Route(f"{IN_MEETING}/suggestions", ask.suggestions),
    Route(f"{IN_MEETING}/asked", history.get_asked, methods=["GET"]),
    Route(f"{IN_MEETING}/asked", history.forget_asked, methods=["DELETE"]),
    Route(f"{IN_MEETING}/reports", history.report_answer, methods=["POST"]),
    Route("/api/reported-answers.jsonl", history.get_reports),
    Route(f"{IN_MEETING}/papers/{{paper}}/citations", cited.get_citations),
    Route(f"{IN_MEETING}/missing-papers", cited.get_missing),
    Route(f"{IN_MEETING}/papers/{{paper}}/summary", overview.get_summary),
    Route(f"{IN_MEETING}/brief", overview.get_brief),
    Route(f"{IN_MEETING}/differing-figures", overview.get_figures),
)
