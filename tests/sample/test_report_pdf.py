"""The sample's one binary file is what its generator makes."""

from __future__ import annotations

from sample.report_pdf import TARGET, report


def test_the_shipped_report_is_what_the_generator_makes() -> None:
    assert TARGET.read_bytes() == report()
