"""Lenses: the criteria of a document with the measures that speak to them. None are known yet."""

from fastapi import APIRouter
from fastapi.responses import Response

from comity.web.api.session import Desk

router = APIRouter(include_in_schema=False)


@router.get("/lenses")
def list_lenses(desk: Desk) -> Response:
    """Return no lens."""
    return desk.answer({"items": []}, [])
