"""Who is named as the source of the occupation codes, as the licence of the data asks."""

ATTRIBUTION = (
    "Occupation codes and titles: O*NET-SOC 2019, from the O*NET database by the U.S. Department "
    "of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 "
    "licence. O*NET® is a trademark of USDOL/ETA."
)
