"""stub"""


def write_report(record, stream): ...
