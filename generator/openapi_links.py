"""Links of the expanded document: what can be done next with what an answer tells. Derived from the paths alone.

    POST …/events       201 {id}          ─> every operation under …/events/{event_id}
    PUT  …/acl/{user_id} 201              ─> the other operations of that path
    listChanges         200 {next_token}  ─> itself
"""


def of_success(contract, operation, status):
    """name -> link, of one answer; empty where nothing follows."""
    if status == 201:
        made = (_link(each, operation) for each in contract.operations if _is_under(each, operation))
    elif any(each.name == "token" for each in operation.query_fields):
        made = [{"operationId": operation.id, "parameters": {**_given(operation), "token": "$response.body#/next_token"}}]
    else:
        made = []
    return {link["operationId"]: link for link in made if link}


def _is_under(target, source):
    """Of the thing that `source` creates: its path goes on from there."""
    item = source.path if source.path.endswith("}") else source.path + "/{"
    return target is not source and target.path.startswith(item)


def _given(source):
    return {each.name: f"$request.path.{each.name}" for each in source.path_fields}


def _link(target, source):
    """None where a part of the path is open. A PUT names the last part itself."""
    known = _given(source)
    if not source.path.endswith("}"):
        created = target.path[len(source.path) + 2 :].partition("}")[0]
        known[created] = "$response.body#/id"
    still_open = [each.name for each in target.path_fields if each.name not in known]
    if still_open and not (target.method == "PUT" and len(still_open) == 1):
        return None
    return {"operationId": target.id, "parameters": known}
