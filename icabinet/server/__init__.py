"""The web: the only package that knows Starlette, uvicorn and websockets."""
