#!/usr/bin/python3
"""aws: as much of ECR, SSM, ECS, ELB and CloudWatch as scripts/ci asks for, over one JSON file (FAKE_AWS).

What ECS does with a deployment is its script: "complete", "rollback" (the breaker: FAILED, and a new PRIMARY on the
revision before), "hang" (IN_PROGRESS for ever), "replaced" (somebody else deploys meanwhile), "vanish", "silent" (the
call fails). Each describe-services is one step of time. Every call is noted, for real_calls_test.py."""
import json
import os
import sys


def flags(words):
    """--name value… as {name: [values]}"""
    found, name = {}, None
    for word in words:
        if word.startswith("--"):
            name = word[2:]
            found[name] = []
        else:
            found[name].append(word)
    return found


def no(code, text):
    print(f"An error occurred ({code}): {text}", file=sys.stderr)
    sys.exit(254)


def image_named(state, wanted):
    kind, _, name = wanted.partition("=")
    for image in state["images"]:
        if name == image["imageDigest"] if kind == "imageDigest" else name in image["imageTags"]:
            return image
    return None


def describe_images(state, given):
    image = image_named(state, given["image-ids"][0])
    return {"imageDetails": [image]} if image else no("ImageNotFoundException", "no such image")


def list_images(state, _):
    return {"imageIds": [{"imageTag": tag} for image in state["images"] for tag in image["imageTags"]]}


def batch_get_image(state, given):
    image = image_named(state, given["image-ids"][0])
    return {"images": [{"imageManifest": json.dumps(image), "imageManifestMediaType": "application/json"}] if image else []}


def put_image(state, given):
    tag = given["image-tag"][0]
    if image_named(state, "imageTag=" + tag):
        no("ImageTagAlreadyExistsException", "tags are immutable")
    # "stray" stands for a registry, or a hand, that puts the tag elsewhere.
    digest = state.get("stray") or given["image-digest"][0]
    image_named(state, "imageDigest=" + digest)["imageTags"].append(tag)
    return {"image": {}}


def scan_findings(state, _):
    return {"imageScanStatus": {"status": state["scan"]}, "imageScanFindings": {"findingSeverityCounts": state["findings"]}}


def get_parameters(state, given):
    path = given["path"][0]
    return {"Parameters": [{"Name": name, "Value": value} for name, value in state["parameters"].items()
                           if name.startswith(path)]}


def put_parameter(state, given):
    state["parameters"][given["name"][0]] = given["value"][0]
    return {"Version": 2}


def describe_task(state, given):
    revision = given["task-definition"][0]
    return {"taskDefinition": state["revisions"][revision]} if revision in state["revisions"] else no("ClientException", revision)


def register_task(state, given):
    task = json.loads(given["cli-input-json"][0])
    task["taskDefinitionArn"] = f"arn:aws:ecs:eu-central-1:1:task-definition/api:{len(state['revisions']) + 1}"
    state["revisions"][task["taskDefinitionArn"]] = task
    return {"taskDefinition": task}


def deployment(name, revision, status="PRIMARY", rollout="IN_PROGRESS", reason="in progress"):
    return {"id": name, "status": status, "taskDefinition": revision, "rolloutState": rollout, "rolloutStateReason": reason}


def update_service(state, given):
    name = given["service"][0]
    service = state["services"][name]
    if "desired-count" in given:
        service["desired"] = int(given["desired-count"][0])
    if "task-definition" in given:
        for old in service["deployments"]:
            old["status"] = "ACTIVE"
        state["steps"] = 0
        service["deployments"].insert(0, deployment(f"ecs-svc/{len(state['revisions'])}", given["task-definition"][0]))
    return {"service": service}


def complete(service):
    service["deployments"] = [service["deployments"][0] | {"rolloutState": "COMPLETED", "rolloutStateReason": "done"}]


def rollback(service):
    failed, before = service["deployments"][0], service["deployments"][-1]
    failed |= {"status": "ACTIVE", "rolloutState": "FAILED", "rolloutStateReason": "tasks failed to start"}
    back = deployment("ecs-svc/back", before["taskDefinition"], rollout="COMPLETED", reason="rolled back")
    service["deployments"] = [back, failed]


def replaced(service):
    ours = service["deployments"][0] | {"status": "ACTIVE", "rolloutState": "COMPLETED"}
    service["deployments"] = [deployment("ecs-svc/other", "arn:other"), ours]


def vanish(service):
    service["deployments"] = [deployment("ecs-svc/other", "arn:other", rollout="COMPLETED")]


SCRIPTS = {"complete": complete, "rollback": rollback, "replaced": replaced, "vanish": vanish, "hang": lambda service: None}


def describe_services(state, given):
    if state["ecs"] == "silent":
        no("ServerException", "Service Unavailable")
    name = given["services"][0]
    state["steps"] += 1
    if state["steps"] == 3:
        SCRIPTS[state.get("canary_ecs", state["ecs"]) if name == "canary" else state["ecs"]](state["services"][name])
    return {"services": [state["services"][name]]}


def modify_rule(state, given):
    groups = json.loads(given["actions"][0])[0]["ForwardConfig"]["TargetGroups"]
    state["weights"].append([group["Weight"] for group in groups])
    state["rules"][given["rule-arn"][0]] = state["weights"][-1]
    return {"Rules": []}


def describe_alarms(state, given):
    # An alarm's script is the states that it has, one a question; the last one stays.
    alarms = []
    for name in given["alarm-names"]:
        if name in state["alarms"]:
            states = state["alarms"][name]
            alarms.append({"AlarmName": name, "StateValue": states.pop(0) if len(states) > 1 else states[0]})
    return {"MetricAlarms": alarms, "CompositeAlarms": []}


def list_previews(state, _):
    return "".join(f"{'PRE':>30} pr-{number}/\n" for number in state.get("previews", []))


def remove(state, _):
    state.setdefault("removed", []).append(sys.argv[3])
    return ""


CALLS = {
    "s3 ls": list_previews, "s3 rm": remove,
    "ecr describe-images": describe_images, "ecr list-images": list_images, "ecr batch-get-image": batch_get_image,
    "ecr put-image": put_image, "ecr describe-image-scan-findings": scan_findings,
    "ssm get-parameters-by-path": get_parameters, "ssm put-parameter": put_parameter,
    "ecs describe-task-definition": describe_task, "ecs register-task-definition": register_task,
    "ecs update-service": update_service, "ecs describe-services": describe_services,
    "elbv2 modify-rule": modify_rule, "cloudwatch describe-alarms": describe_alarms,
}


def main():
    call = " ".join(sys.argv[1:3])
    with open(os.environ["FAKE_AWS"], encoding="utf-8") as file:
        state = json.load(file)
    # `aws s3` is a program of the client, no operation of the service.
    if sys.argv[1] != "s3":
        state["calls"].append(sys.argv[1:])
    answer = CALLS[call](state, flags([word for word in sys.argv[3:] if not word.startswith("s3://")])) if call in CALLS else no("Unknown", f"the fake has no {call}")
    with open(os.environ["FAKE_AWS"], "w", encoding="utf-8") as file:
        json.dump(state, file)
    print(answer if isinstance(answer, str) else json.dumps(answer))


if __name__ == "__main__":
    main()
