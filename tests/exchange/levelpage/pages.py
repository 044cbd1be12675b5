"""Two pages in the form that the import was made for: one of our own, and a real one.

The real page is not part of this repository. Where it lies beside the checkout, every test of a
page runs on both; elsewhere on our own, which has the same parts and asks for the same.
"""

from pathlib import Path

import pytest

REAL_PAGE = Path(__file__).resolve().parents[4] / "shared/seeds/000_566c71d062e6b2f3.txt"

PAYROLL = """\
S3S3 — Advanced Administrator
Senior Payroll Administrator
An S3 runs the payroll of several sites without help & is asked first when a payslip looks odd.
What this level means
Knows the whole pay run; settles unusual cases alone
- Scope
- The monthly run of several sites
- Independence
- Plans the month alone; the closing is checked by another
- Difficulty
- Cases that the handbook does not name
- Effect
- Every person paid at these sites
- Decision rights
- Corrects a payslip up to the agreed limit
- Guidance
- Shows new colleagues the run
- Typical experience
- 4–6 yrs
What you'd do
- Running the payroll of three sites from cut-off to payment
- Checking overtime against the time sheets
- Answering questions about payslips within two days
- Closing the month with the accounts team
- Preparing the yearly wage statements
- Keeping the tax tables up to date
- Training a new administrator on the job
- Reporting sick-pay cases to the insurer
- Check overtime against time sheets
- Close the month with accounts
- Train new administrators
Skills, knowledge & tools
- Payroll software
- Labour law basics
- Income tax rules
- Spreadsheets
- Data privacy
- Attention to detail
- Discretion
- Shift premiums
- Time recording
- Month-end closing
- Social insurance
- Sick-pay rules
- Wage garnishment
- Holiday accruals
- Collective agreements
- Written communication
- Explaining numbers
- Planning
- Audit preparation
- Reporting
- Error analysis
- Handover
- Coaching
- Coach new colleagues
What good looks like
- 3–6+ years of experience
- Pay runs that close on the day
- Few corrections after payment
Common titles
\
Wage Accounting IIIWage Accounting 3Advanced Wage Accounting\
Time Management IIITime Management 3Advanced Time Management\
Benefits Processing IIIBenefits Processing 3Advanced Benefits Processing\
Senior Payroll Administrator
What it pays
The bands for this family × level are being recalibrated after the last survey.
O*NET / SOC: 43-3051 — Payroll & Timekeeping Clerks (inferred)\
"""


def page_text(name: str) -> str:
    """Return the text of a page, "own" or "real"; skips the test where the real one is missing."""
    if name == "own":
        return PAYROLL
    if not REAL_PAGE.is_file():
        pytest.skip("the real page is not part of this repository; our own page stands in for it")
    return REAL_PAGE.read_text(encoding="utf-8")
