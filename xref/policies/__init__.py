"""report -> the same report with findings: which house rules its statements break.

A rule (`rules`) looks at one verdict and says in what it is broken, or nothing. A policy
(`presets`: the AP's, Reuters', the BBC's, or a newsroom's own file) says which rules hold, how
much each weighs and whose they are. A sign-off (`signoffs`) is a named person's acceptance; an
accepted finding stays in the report, with the name, and fails nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from xref.corpus.outlets import Registry
from xref.policies.presets import Policy, policy
from xref.policies.rules import RULES, Desk
from xref.policies.signoffs import sign_offs, signed
from xref.records import Finding, Report, SignOff
from xref.settings import Settings

__all__ = ["Policy", "hold", "policy", "sign_offs"]


def hold(
    report: Report,
    against: Policy,
    outlets: Registry,
    accepted: Sequence[SignOff] = (),
    settings: Settings | None = None,
) -> Report:
    """Hold a report against a policy; return it with the findings and what became of each.

    A sign-off that is for no finding is told in a note, so that none is thought to count.
    """
    desk = Desk(report, outlets, settings or Settings())
    found = []
    for verdict in report.verdicts:
        for code, ruling in against.rules.items():
            rule = RULES[code]
            because = rule.breaks(verdict, desk)
            if because is not None:
                found.append(
                    Finding(
                        code=code,
                        name=rule.name,
                        severity=ruling.severity,
                        claim=verdict.claim,
                        because=because,
                        source=ruling.source or rule.source,
                        needs_sign_off=ruling.sign_off,
                    )
                )
    findings = tuple(replace(one, accepted=signed(one, accepted)) for one in found)
    return replace(
        report,
        policy=against.name,
        findings=findings,
        notes=(*report.notes, *_idle(findings, accepted)),
    )


def _idle(findings: Sequence[Finding], accepted: Sequence[SignOff]) -> list[str]:
    used = {finding.accepted for finding in findings}
    return [
        f"The sign-off of {one.code} by {one.by} is for no finding of this report."
        for one in accepted
        if one not in used
    ]
