"""Deployments of ECS, which moto does not play: an update begins one, and each look at the service is a step of time.

The image's tag decides how it ends: bad-… goes back by the breaker, slow-… never ends, any other completes."""
import itertools

from moto.ecr.models import ecr_backends
from moto.ecs.models import EC2ContainerServiceBackend as Backend

STEPS = 2
numbers = itertools.count(1)


def begin(service, revision, failed=None):
    before = service.deployments[0]
    first = before | {"id": f"ecs-svc/{next(numbers)}", "status": "PRIMARY", "taskDefinition": revision,
                      "rolloutState": "IN_PROGRESS", "rolloutStateReason": "in progress", "looks": 0,
                      "goes_back_to": before["taskDefinition"]}
    before["status"] = "ACTIVE"
    service.deployments = [first, before]
    if failed:
        first |= {"rolloutState": "COMPLETED", "rolloutStateReason": "rolled back"}
        failed |= {"rolloutState": "FAILED", "rolloutStateReason": "tasks failed to start"}


def tags_of(backend, revision):
    image = backend.describe_task_definition(revision).container_definitions[0]["image"]
    repositories = ecr_backends[backend.account_id][backend.region_name].repositories.values()
    return [tag for repository in repositories for known in repository.images
            if known.get_image_digest() == image.split("@")[-1] for tag in known.image_tags]


def step(backend, service):
    newest = service.deployments[0]
    if newest["rolloutState"] != "IN_PROGRESS" or "looks" not in newest:
        return
    newest["looks"] += 1
    kinds = {tag.split("-")[0] for tag in tags_of(backend, newest["taskDefinition"])}
    if newest["looks"] < STEPS or "slow" in kinds:
        return
    if "bad" in kinds:
        service.task_definition = newest["goes_back_to"]
        begin(service, newest["goes_back_to"], failed=newest)
        return
    newest |= {"rolloutState": "COMPLETED", "rolloutStateReason": "completed"}
    service.deployments = [newest]


def deployments():
    update, describe = Backend.update_service, Backend.describe_services

    def updated(self, properties):
        revision = properties.get("task_definition")
        service = update(self, properties)
        if revision:
            begin(service, revision)
        return service

    def described(self, cluster, names):
        services, failures = describe(self, cluster, names)
        for service in services:
            step(self, service)
        return services, failures
    Backend.update_service, Backend.describe_services = updated, described
