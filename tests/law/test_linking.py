"""Rules lead to the theorems that speak of their case."""

import os
import subprocess
import sys

from fileroom.law.book import RULES
from fileroom.law.linking import theorems_of


def test_a_ban_leads_to_the_theorem_of_its_own_case_and_to_no_others() -> None:
    def proved(rule: str) -> list[str]:
        return [theorem.name for theorem in theorems_of()[rule]]

    assert "immigration_enforcement" in proved("disclosure.immigration_enforcement.without_consent_or_a_judges_paper")
    assert "restrained_party_sees_nothing" in proved("disclosure.restraining_orders.restrained_party")
    assert "restrained_party_sees_nothing" not in proved("disclosure.parents.absolute_access")
    assert set(theorems_of()) == {rule.id for rule in RULES}
    assert sum(map(bool, theorems_of().values())) > 10


def test_to_read_of_theorems_loads_no_solver() -> None:
    code = "import sys; from fileroom.law.linking import theorems_of; theorems_of(); print('z3.z3' in sys.modules)"
    env = {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("False", "")
