"""Codes of public classifications of occupations: SOC 2018 and O*NET-SOC 2019."""
