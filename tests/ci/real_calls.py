"""Holds noted calls of `aws` against AWS's own description of its services (botocore): the operation exists, each flag
is one of its members, nothing required is missing, and every value has the right type."""
import json

import botocore.session
from botocore import xform_name
from botocore.validate import ParamValidator

from fake_aws import flags

OF_THE_CLIENT = {"output"}


def shorthand(text):
    return json.loads(text) if text[:1] in "[{" else dict(pair.split("=", 1) for pair in text.split(","))


def typed(shape, words):
    if not words:
        return True
    if shape.type_name == "list" and words[0][:1] == "[":
        return json.loads(words[0])
    if shape.type_name == "list":
        return [typed(shape.member, [word]) for word in words]
    if shape.type_name == "structure":
        return shorthand(words[0])
    return int(words[0]) if shape.type_name == "integer" else words[0]


def fault_of(session, call):
    """Words, or None where the call is one that AWS knows."""
    model = session.get_service_model(call[0])
    operation = {xform_name(name, "-"): name for name in model.operation_names}.get(call[1])
    if operation is None:
        return "no such operation"
    shape = model.operation_model(operation).input_shape
    members = {xform_name(name, "-"): name for name in shape.members}
    values = {}
    for flag, words in flags(call[2:]).items():
        if flag == "cli-input-json":
            values |= json.loads(words[0])
        elif flag in members:
            values[members[flag]] = typed(shape.members[members[flag]], words)
        elif flag not in OF_THE_CLIENT:
            return f"no option --{flag}"
    found = ParamValidator().validate(values, shape)
    return found.generate_report() if found.has_errors() else None


def faults_of(calls):
    session = botocore.session.Session()
    # Proves that it can find something before it is believed.
    assert fault_of(session, ["ecs", "update-services"]) and fault_of(session, ["ecs", "update-service", "--services", "a"])
    assert fault_of(session, ["ecs", "update-service", "--cluster", "a"]), "a required member is missing"
    found = ((call, fault_of(session, call)) for call in calls)
    return sorted({f"aws {' '.join(call[:2])}: {fault}" for call, fault in found if fault})
