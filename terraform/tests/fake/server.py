#!/usr/bin/env python3
"""server.py PORT: moto's server with what it lacks and Terraform or scripts/ci ask for. State is in memory alone.

What moto does not know is added here, one function an action, so that the HCL and the scripts run as they are."""
import json
import random
import string
import sys

import cost
import ecs
import xmltodict
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.budgets.responses import BudgetsResponse
from moto.core.responses import ActionResult
from moto.iam.access_control import PermissionResult
from moto.rds import models as rds
from moto.rds.responses import RDSResponse
from moto.route53 import models as route53
from moto.s3.exceptions import NoSuchLifecycleConfiguration
from moto.s3.models import FakeBucket, S3Backend
from moto.s3.responses import S3Response
from moto.server import main


def scaling_tags():
    """ListTagsForResource and TagResource of Application Auto Scaling."""
    tags = {}

    def tag(self):
        wanted = json.loads(self.body)
        tags.setdefault(wanted["ResourceARN"], {}).update(wanted["Tags"])
        return "{}"
    ApplicationAutoScalingResponse.tag_resource = tag
    ApplicationAutoScalingResponse.list_tags_for_resource = lambda self: json.dumps(
        {"Tags": tags.get(json.loads(self.body)["ResourceARN"], {})})


def backup_replication():
    """Automated backups of a database in another region; moto knows those of its own region alone."""
    copies = {}
    own = RDSResponse.describe_db_instance_automated_backups

    def start(self):
        source = self.params["SourceDBInstanceArn"]
        arn = f"arn:aws:rds:{self.region}:123456789012:auto-backup:ab-{len(copies) + 1:08x}"
        copies[arn] = {"DBInstanceAutomatedBackupsArn": arn, "DBInstanceArn": source, "Status": "replicating",
                       "KmsKeyId": self.params.get("KmsKeyId"),
                       "BackupRetentionPeriod": int(self.params.get("BackupRetentionPeriod") or 7)}
        return ActionResult({"DBInstanceAutomatedBackup": copies[arn]})

    def stop(self):
        wanted = self.params["SourceDBInstanceArn"]
        for arn in [arn for arn, copy in copies.items() if copy["DBInstanceArn"] == wanted]:
            del copies[arn]
        return ActionResult({"DBInstanceAutomatedBackup": {}})

    def describe(self):
        arn = self.params.get("DBInstanceAutomatedBackupsArn")
        return ActionResult({"DBInstanceAutomatedBackups": [copies[arn]] if arn in copies else []}) if arn else own(self)
    RDSResponse.start_db_instance_automated_backups_replication = start
    RDSResponse.stop_db_instance_automated_backups_replication = stop
    RDSResponse.describe_db_instance_automated_backups = describe


def resource_ids():
    """Every database has a resource id of its own; moto gives all the same."""
    def fresh(instance):
        instance.dbi_resource_id = "db-" + "".join(random.choices(string.ascii_uppercase + "234567", k=26))
        return instance
    begin, replicate = rds.DBInstance.__init__, rds.RDSBackend.create_db_instance_read_replica

    def init(self, *words, **named):
        begin(self, *words, **named)
        fresh(self)
    rds.DBInstance.__init__ = init
    rds.RDSBackend.create_db_instance_read_replica = lambda *words, **named: fresh(replicate(*words, **named))


def budget_subscribers():
    """Who is told of a budget, and a budget's tags."""
    def subscribers(self):
        wanted = json.loads(self.body)
        budget = self.backend.budgets[wanted["AccountId"]][wanted["BudgetName"]]
        told = [notification.subscribers for notification in budget.notifications
                if all(notification.details.get(key) == value for key, value in wanted["Notification"].items()
                       if key != "NotificationState")]
        return json.dumps({"Subscribers": told[0] if told else []})
    BudgetsResponse.describe_subscribers_for_notification = subscribers
    BudgetsResponse.list_tags_for_resource = lambda self: json.dumps({"ResourceTags": []})
    BudgetsResponse.tag_resource = lambda self: "{}"


def lifecycles():
    """A bucket's lifecycle is answered as it was given, until it is deleted; moto forgets NewerNoncurrentVersions."""
    given = {}
    put, delete = S3Backend.put_bucket_lifecycle, S3Backend.delete_bucket_lifecycle

    def keep(self, bucket, rules):
        given[bucket] = rules
        return put(self, bucket, rules)

    def drop(self, bucket):
        given.pop(bucket, None)
        return delete(self, bucket)

    def answer(self):
        if self.bucket_name not in given:
            raise NoSuchLifecycleConfiguration(bucket_name=self.bucket_name)
        text = xmltodict.unparse({"LifecycleConfiguration": {"@xmlns": "http://s3.amazonaws.com/doc/2006-03-01/",
                                                             "Rule": given[self.bucket_name]}})
        return 200, {"x-amz-transition-default-minimum-object-size": "all_storage_classes_128K"}, text
    S3Backend.put_bucket_lifecycle, S3Backend.delete_bucket_lifecycle = keep, drop
    S3Response.get_bucket_lifecycle = answer


def bucket_policies():
    """moto reads no conditions, so "deny without TLS" would deny everything; policies of buckets are kept and not judged."""
    FakeBucket.get_permission = lambda self, *words, **named: PermissionResult.NEUTRAL


def zone_ids():
    """AWS's ids of hosted zones begin with a Z."""
    route53.create_route53_zone_id = lambda *_, **__: "Z" + "".join(random.choices(string.ascii_uppercase, k=13))


for mend in (zone_ids, lifecycles, bucket_policies, cost.anomalies, scaling_tags, backup_replication, resource_ids, budget_subscribers, ecs.deployments):
    mend()
if __name__ == "__main__":
    main(["-H", "127.0.0.1", "-p", sys.argv[1]])
